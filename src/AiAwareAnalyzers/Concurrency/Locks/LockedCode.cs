using System.Runtime.CompilerServices;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Concurrency.Locks;

/// <summary>The operations of one function, and where in it which lock is held: kept as long as the body.</summary>
internal sealed class LockedCode
{
    private readonly Lazy<ILookup<LockedRegion, IInvocationOperation>> _calls;

    private LockedCode(IOperation function)
    {
        Operations = Bodies.Own(function).ToList();
        Regions = new(Operations);
        _calls = new(() => Operations.OfType<IInvocationOperation>()
            .Where(call => Regions.Around(call) is not null)
            .ToLookup(call => Regions.Around(call)!));
    }

    /// <summary>Without those of functions inside, which run when somebody calls them.</summary>
    public IReadOnlyList<IOperation> Operations { get; }

    public LockedRegions Regions { get; }

    public static LockedCode Around(IOperation operation, Compilation compilation) =>
        Facts.Of(compilation, static _ => new Functions()).Known
            .GetValue(Bodies.Around(operation), static function => new LockedCode(function));

    /// <summary>The calls in a region, without those in a region inside.</summary>
    public IEnumerable<IInvocationOperation> CallsIn(LockedRegion region) => _calls.Value[region];

    private sealed class Functions
    {
        public ConditionalWeakTable<IOperation, LockedCode> Known { get; } = new();
    }
}
