using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>Which context is behind a contract, and which one a call saves.</summary>
internal sealed class Contexts
{
    /// <summary>How many methods stand between a call and the context.</summary>
    private const int Patience = 3;

    private static readonly ImmutableArray<string> Saving = ImmutableArray.Create(
        "save", "commit", "complete", "persist", "flush");

    /// <summary>What makes a context watch rows that it has not read.</summary>
    private static readonly ImmutableHashSet<string> Attaching = WordSet.Of(
        "Update UpdateRange Attach AttachRange Entry TrackGraph AddOrUpdate");

    private readonly EntityFramework _framework;
    private readonly Implementations _implementations;
    private readonly MethodSummaries _summaries;

    private Contexts(Compilation compilation)
    {
        _framework = EntityFramework.Of(compilation);
        _implementations = Implementations.Of(compilation);
        _summaries = MethodSummaries.Of(compilation);
    }

    public static Contexts Of(Compilation compilation) => Facts.Of(compilation, static c => new Contexts(c));

    /// <summary>The type itself, or the only context that fulfils a contract; null where there is none.</summary>
    public ITypeSymbol? Behind(ITypeSymbol holder) =>
        _framework.IsContext(holder) && !_framework.IsSession(holder) ? holder
        : holder is INamedTypeSymbol { TypeKind: TypeKind.Interface } contract
            && _implementations.TypesBehind(contract).Take(2).ToList() is { Count: 1 } types
            && _framework.IsContext(types[0])
                ? types[0]
                : null;

    /// <summary>The context that a call saves, and does nothing else with; null where it is not certain.</summary>
    public ITypeSymbol? SavedBy(IInvocationOperation call) => SavedBy(call, Trail.OfSteps(Patience));

    private ITypeSymbol? SavedBy(IInvocationOperation call, Trail trail)
    {
        if (CallStack.IsNearlyFull || !Says(call.TargetMethod)) return null;
        if (call.TargetMethod.Name is "SaveChanges" or "SaveChangesAsync"
            && call.Instance?.Type is { } holder
            && Behind(holder) is { } context)
            return context;
        if (!trail.TryPass(call.TargetMethod.OriginalDefinition, out var further)
            || _summaries.Behind(call.TargetMethod) is not { Length: 1 } bodies
            || bodies[0].Body is not { } body)
            return null;

        var inner = Bodies.Own(body).OfType<IInvocationOperation>().ToList();
        return inner.Exists(static each => Attaching.Contains(each.TargetMethod.Name))
            ? null
            : inner.Select(each => SavedBy(each, further)).FirstOrDefault(static saved => saved is not null);
    }

    private static bool Says(IMethodSymbol method) => Words.AreIn(method.Name, Saving);
}
