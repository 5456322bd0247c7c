using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Texts that this process compares with nothing but texts that it has made in the same way.</summary>
internal static class InMemoryKeys
{
    /// <summary>How many locals and private functions a text may go through.</summary>
    private const int Patience = 3;

    private static readonly ImmutableHashSet<string> Grouping = WordSet.Of(
        "GroupBy ToDictionary ToLookup DistinctBy UnionBy ExceptBy IntersectBy CountBy");

    /// <summary>Whether a text is the key of a set, a dictionary or a cache in memory wherever it goes.</summary>
    public static bool Are(IOperation text, Compilation compilation) =>
        Is(text, compilation, Trail.OfSteps(Patience));

    private static bool Is(IOperation text, Compilation compilation, Trail trail) => Values.UserOf(text) switch
    {
        _ when CallStack.IsNearlyFull || trail.IsOver => false,
        IArgumentOperation argument => IsKey(argument),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } =>
            Locals.Around(text, compilation).MentionsOf(local) is { Count: > 0 } mentions
            && mentions.All(mention => Is(mention, compilation, trail.Deeper())),
        IReturnOperation answer => IsReturned(answer, compilation, trail),
        _ => false,
    };

    private static bool IsKey(IArgumentOperation argument) =>
        argument.Parameter is { Name: "key" or "item" or "equalValue" }
        && argument.Parent switch
        {
            IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: [{ Value: var owner }, ..] } =>
                IsKeyed(owner.Unconverted().Type),
            IInvocationOperation { Instance: { } owner } => IsKeyed(owner.Type),
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } owner } => IsKeyed(owner.Type),
            _ => false,
        };

    private static bool IsKeyed(ITypeSymbol? type) =>
        type is { Name: "MemoryCache" or "IMemoryCache" }
        || (type is { ContainingNamespace: { } home, Name: var name }
            && home.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal)
            && (name.EndsWith("Set", StringComparison.Ordinal)
                || name.EndsWith("Dictionary", StringComparison.Ordinal)));

    /// <summary>From a lambda that finds a key, or from a function whose every answer is one.</summary>
    private static bool IsReturned(IReturnOperation answer, Compilation compilation, Trail trail) =>
        Bodies.FunctionAround(answer) switch
        {
            IAnonymousFunctionOperation { Parent: IDelegateCreationOperation finder } =>
                finder.User() is IInvocationOperation { TargetMethod.Name: var name } && Grouping.Contains(name),
            ILocalFunctionOperation { Symbol: var function } => AreKeys(function, compilation, trail),
            null when Bodies.MemberAround(answer) is IMethodSymbol
                { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private } method =>
                AreKeys(method, compilation, trail),
            _ => false,
        };

    private static bool AreKeys(IMethodSymbol function, Compilation compilation, Trail trail) =>
        trail.TryPass(function, out var further)
        && Passed.CallsOf(function, compilation) is { IsEmpty: false } calls
        && calls.All(call => Is(call, compilation, further));
}
