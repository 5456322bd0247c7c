using System.Collections.Concurrent;
using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Concurrency.Sharing;

/// <summary>
/// Which members of a type several callers may be in at once: those that others call, and what is called from there
/// with nothing to let one after the other.
/// </summary>
/// <param name="type">The type.</param>
/// <param name="isCalled">Whether one that others could call has callers that may meet in it.</param>
internal sealed class Doors(INamedTypeSymbol type, Func<IMethodSymbol, bool> isCalled)
{
    private readonly ConcurrentQueue<(ISymbol From, IInvocationOperation Call)> _steps = new();
    private readonly Dictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);
    private ILookup<ISymbol, (ISymbol From, IInvocationOperation Call)>? _stepsTo;

    /// <summary>The calls by what they call; asked when all of the type has been seen.</summary>
    private ILookup<ISymbol, (ISymbol From, IInvocationOperation Call)> StepsTo =>
        _stepsTo ??= _steps.ToLookup<(ISymbol From, IInvocationOperation Call), ISymbol>(
            static step => step.Call.TargetMethod.OriginalDefinition, SymbolEqualityComparer.Default);

    /// <summary>Remembers all calls of the type, for who has not seen it operation by operation.</summary>
    public void SeeAll(Compilation compilation)
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            foreach (var part in ReturnValues.BodyOf(method, compilation)?.Descendants() ?? [])
                if (part is IInvocationOperation call) See(call, method);
    }

    /// <summary>Remembers a call from one member to another.</summary>
    public void See(IInvocationOperation call, ISymbol from)
    {
        if (SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, type)) _steps.Enqueue((from, call));
    }

    /// <summary>Whether several callers may be in a member; asked when all of the type has been seen.</summary>
    public bool LeadTo(ISymbol member)
    {
        if (!_known.TryGetValue(member, out var isReached)) _known[member] = isReached = AreAnyBefore(member);
        return isReached;
    }

    private bool AreAnyBefore(ISymbol member)
    {
        var reached = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<ISymbol>();
        open.Push(member);
        while (open.Count > 0)
        {
            if (open.Pop() is not IMethodSymbol method || !reached.Add(method)) continue;
            if (IsDoor(method)) return true;
            foreach (var (from, call) in StepsTo[method])
                if (!Turns.AreTakenAround(call))
                    open.Push(from);
        }

        return false;
    }

    private bool IsDoor(IMethodSymbol method) =>
        (method.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Protected)
            || !method.ExplicitInterfaceImplementations.IsEmpty)
        && !IsSynchronized(method)
        && isCalled(method);

    private static bool IsSynchronized(IMethodSymbol method) =>
        (method.MethodImplementationFlags & System.Reflection.MethodImplAttributes.Synchronized) != 0;
}
