using AiAwareAnalyzers.HallucinatedApi.Names;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>
/// What may have been meant by a name in a string: nothing is known of it but its words and letters, and what names
/// there are.
/// </summary>
internal static class NameSuggestions
{
    /// <summary>At most three, best first; <paramref name="penalty"/> tells what fits the place less.</summary>
    public static ImmutableArray<Suggestion> For(
        string wanted,
        IEnumerable<(string Name, ISymbol? Symbol)> there,
        Compilation compilation,
        Func<ISymbol?, double>? penalty = null)
    {
        var likeness = new Likeness(wanted, Vocabulary.Of(compilation));
        return Suggestion.Best(there
            .Where(known => known.Name != wanted)
            .Select(known =>
                new Suggestion(
                    known.Name, likeness.To(known.Name) - (penalty?.Invoke(known.Symbol) ?? 0), known.Symbol)));
    }
}
