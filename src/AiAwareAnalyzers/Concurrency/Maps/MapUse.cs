using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Concurrency.Maps;

/// <summary>What one call or indexer asks of a <c>ConcurrentDictionary</c>, about one key.</summary>
/// <param name="Operation">The call, or the indexer.</param>
/// <param name="Map">The dictionary.</param>
/// <param name="Key">The key.</param>
internal sealed record MapUse(IOperation Operation, IOperation Map, IOperation Key)
{
    /// <summary>A call by one of some names.</summary>
    public static MapUse? OfCall(IOperation operation, params string[] names) =>
        operation.Bare() is IInvocationOperation call
        && names.Contains(call.TargetMethod.Name)
        && GivenTo(call).Take(2).ToList() is { Count: 2 } given
        && IsMap(given[0].Type)
            ? new(call, given[0], given[1])
            : null;

    /// <summary>An element, read or written.</summary>
    public static MapUse? OfElement(IOperation operation) =>
        operation.Bare() is IPropertyReferenceOperation { Instance: { } map, Arguments: { Length: 1 } key } element
        && IsMap(map.Type)
            ? new(element, map.Bare(), key[0].Value.Bare())
            : null;

    /// <summary>Whether both speak of one element.</summary>
    public bool IsAboutSameAs(MapUse other) =>
        SyntaxFactory.AreEquivalent(Map.Syntax, other.Map.Syntax)
        && SyntaxFactory.AreEquivalent(Key.Syntax, other.Key.Syntax);

    /// <summary>
    /// Whether other threads have the dictionary as well: a member, or a variable from outside of a lambda.
    /// </summary>
    public bool IsShared => Map switch
    {
        IFieldReferenceOperation or IPropertyReferenceOperation => true,
        ILocalReferenceOperation or IParameterReferenceOperation =>
            Bodies.FunctionAround(Operation) is IAnonymousFunctionOperation lambda
            && Values.VariableOf(Map)?.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration
            && !lambda.Syntax.Span.Contains(declaration.Span),
        _ => false,
    };

    /// <summary>The receiver and the arguments; that of an extension method is an argument itself.</summary>
    private static IEnumerable<IOperation> GivenTo(IInvocationOperation call)
    {
        if (call.Instance is { } instance) yield return instance.Bare();
        foreach (var argument in call.Arguments) yield return argument.Value.Bare();
    }

    private static bool IsMap(ITypeSymbol? type) => type is { Name: "ConcurrentDictionary" };
}
