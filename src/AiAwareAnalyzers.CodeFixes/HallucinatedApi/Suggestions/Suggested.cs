namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>The suggestions that a finding carries.</summary>
internal static class Suggested
{
    /// <summary>Each with what must be imported for it, best first.</summary>
    public static IEnumerable<(string Text, string? Import)> By(Diagnostic diagnostic)
    {
        var imports = Lines(diagnostic, SuggestionText.Imports);
        return Lines(diagnostic, SuggestionText.Suggestions)
            .Select((text, rank) => (text, rank < imports.Length && imports[rank].Length > 0 ? imports[rank] : null))
            .Where(suggestion => suggestion.text.Length > 0);
    }

    /// <summary>Offers each rewriting that compiles, the first for each suggestion.</summary>
    public static async Task OfferAsync(
        Finding finding, Func<string, string?, IEnumerable<(SyntaxNode Old, SyntaxNode New)>> rewritings)
    {
        var rank = 0;
        foreach (var (text, import) in By(finding.Diagnostic))
        {
            rank++;
            var missing = import == MemberSuggestions.Awaited ? null : import;
            if (await FirstThatCompiles(finding, rewritings(text, import), missing).ConfigureAwait(false)
                is not { } changed)
                continue;
            finding.OfferProven($"Use '{text}'", $"Suggestion{rank}", changed);
        }
    }

    private static async Task<Document?> FirstThatCompiles(
        Finding finding, IEnumerable<(SyntaxNode Old, SyntaxNode New)> rewritings, string? import)
    {
        var trial = new CompileCheck(finding.Document, finding.Root);
        foreach (var (old, replacement) in rewritings)
            if (await trial.Replace(old, replacement, import, finding.Cancellation).ConfigureAwait(false)
                is { } changed)
                return changed;
        return null;
    }

    private static string[] Lines(Diagnostic diagnostic, string property) =>
        diagnostic.Properties.TryGetValue(property, out var lines) && lines is not null ? lines.Split('\n') : [];
}
