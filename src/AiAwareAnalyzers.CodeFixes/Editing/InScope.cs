namespace AiAwareAnalyzers.Editing;

/// <summary>What code can read at a place: locals declared before it, parameters, fields and properties.</summary>
internal static class InScope
{
    public static IEnumerable<(string Name, ITypeSymbol Type)> At(SyntaxNode place, SemanticModel model)
    {
        foreach (var symbol in model.LookupSymbols(place.SpanStart))
            if (TypeOf(symbol, place) is { } type)
                yield return (symbol.Name, type);
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol, SyntaxNode place) => symbol switch
    {
        ILocalSymbol local when local.Locations[0].SourceSpan.End < place.SpanStart => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol { IsImplicitlyDeclared: false } field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };
}
