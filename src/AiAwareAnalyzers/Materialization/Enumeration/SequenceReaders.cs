namespace AiAwareAnalyzers.Materialization.Enumeration;

/// <summary>Calls that take any sequence and read it to its end, once.</summary>
internal static class SequenceReaders
{
    /// <summary>Whether what is passed as an argument is such a sequence.</summary>
    public static bool Read(IArgumentOperation argument, Sequences sequences) =>
        TakesAnySequence(argument.Parameter) && argument.Parent switch
        {
            IInvocationOperation
                { TargetMethod: { Name: "Join" or "Concat", ContainingType.SpecialType: SpecialType.System_String } } =>
                true,
            IInvocationOperation { TargetMethod.Name: "AddRange" or "UnionWith" or "ExceptWith" or "IntersectWith",
                Instance: { } collection } =>
                sequences.IsInMemory(collection.Type),
            IObjectCreationOperation { Arguments.Length: 1, Type: { ContainingNamespace.Name: "Generic" } type } =>
                type.Name is "List" or "HashSet" or "SortedSet" or "Queue" or "Stack" or "LinkedList",
            _ => false,
        };

    /// <summary>An array of text is taken by <c>string.Join</c>, which has a form for sequences too.</summary>
    private static bool TakesAnySequence(IParameterSymbol? parameter) =>
        parameter?.OriginalDefinition.Type
            is INamedTypeSymbol { ConstructedFrom.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T }
                or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String };
}
