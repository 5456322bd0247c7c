namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>What may have been meant: the text that would stand there instead, and how sure that is.</summary>
/// <param name="Text">A name, <c>Type.Member</c> where the owner changes, <c>this[]</c> for an indexer.</param>
/// <param name="Score">1 is as good as certain.</param>
/// <param name="Symbol">What it names, where it is one symbol.</param>
/// <param name="Import">The namespace that must be imported first.</param>
/// <param name="Remark">What a reader must know of the text, to be read behind it.</param>
internal sealed record Suggestion(
    string Text, double Score, ISymbol? Symbol = null, string? Import = null, string? Remark = null)
{
    private const int Most = 3;
    public const double Enough = 0.46;
    private const double WorstBesideBest = 0.4;

    /// <summary>The best three, and none that is nonsense.</summary>
    public static ImmutableArray<Suggestion> Best(
        IEnumerable<Suggestion> suggestions, Func<Suggestion, bool>? counts = null)
    {
        var ranked = suggestions
            .Where(suggestion => suggestion.Score >= Enough && counts?.Invoke(suggestion) != false)
            .OrderByDescending(suggestion => suggestion.Score)
            .ThenBy(suggestion => suggestion.Text.Length)
            .ThenBy(suggestion => suggestion.Text, StringComparer.Ordinal)
            .GroupBy(suggestion => suggestion.Text, StringComparer.Ordinal)
            .Select(same => same.First())
            .Take(Most)
            .ToList();
        return ranked.Where(suggestion => suggestion.Score >= ranked[0].Score - WorstBesideBest).ToImmutableArray();
    }
}
