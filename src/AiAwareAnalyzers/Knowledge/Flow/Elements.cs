namespace AiAwareAnalyzers.Knowledge.Flow;

/// <summary>The values that one argument stands for.</summary>
internal static class Elements
{
    /// <summary>
    /// The elements of an array or collection that is written out, also where <c>params</c> makes it of a list of
    /// arguments, as an array or, with newer frameworks, as a span; any other value itself.
    /// </summary>
    public static IEnumerable<IOperation> Of(IOperation argument) =>
        argument.AsWritten() switch
        {
            IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
            { Kind: NewerSyntax.CollectionExpression } collection
                when collection.ChildOperations.All(static element => element.Kind != NewerSyntax.Spread) =>
                collection.ChildOperations,
            _ => [argument],
        };
}
