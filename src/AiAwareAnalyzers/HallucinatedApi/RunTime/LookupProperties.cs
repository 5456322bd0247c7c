using AiAwareAnalyzers.HallucinatedApi.Suggestions;

namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>What a fix reads of a miss.</summary>
internal static class LookupProperties
{
    public const string Owners = "owners";
    public const string MissingFlags = "missingFlags";
    public const string AllFlags = "allFlags";

    /// <summary>
    /// Beside each suggestion the expression that names it without a text, where C# can say it at that place.
    /// </summary>
    public static ImmutableDictionary<string, string?> Properties(
        LookupFailure miss, SemanticModel model, int position) =>
        SuggestionText.Properties(miss.Suggestions, "")
            .Add(
                Owners, string.Join("\n", miss.Suggestions.Select(suggestion => Nameable(suggestion, model, position))))
            .Add(MissingFlags, miss.MissingFlags)
            .Add(AllFlags, miss.AllFlags);

    private static string Nameable(Suggestion suggestion, SemanticModel model, int position)
    {
        if (suggestion.Symbol is not { ContainingType: { } owner } symbol
            || symbol.Name != suggestion.Text
            || symbol is INamedTypeSymbol { Arity: > 0 })
            return "";
        if (!symbol.CanBeReferencedByName
            || symbol.IsImplicitlyDeclared && symbol is not IPropertySymbol
            || !model.IsAccessible(position, symbol)
            || owner.IsUnboundGenericType
            || IsDefinition(owner))
            return "";
        return $"nameof({owner.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{symbol.Name})";
    }

    private static bool IsDefinition(INamedTypeSymbol type) =>
        type.IsGenericType && SymbolEqualityComparer.Default.Equals(type, type.OriginalDefinition);
}
