using AiAwareAnalyzers.HallucinatedApi.Suggestions;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>
/// Offers what a message says may have been meant, each with its signature, where that compiles: to choose from, and
/// never to fix all.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NearNames))]
public sealed class NearNames() : Fix("AIA0101", "AIA0102", "AIA0103", "AIA0104")
{
    /// <summary>What is not certain waits for a reader.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override async Task OfferAsync(Finding finding)
    {
        var trial = new CompileCheck(finding.Document, finding.Root);
        var rank = 0;
        foreach (var (text, import) in Suggested.By(finding.Diagnostic))
        {
            rank++;
            var missing = import == MemberSuggestions.Awaited ? null : import;
            if (await FirstThatCompiles(finding, trial, NearForms.Of(finding.Node, text, import), missing)
                .ConfigureAwait(false) is { } changed)
                finding.OfferProven(
                    await TitleOf(text, changed, finding.Cancellation).ConfigureAwait(false), $"Near{rank}", changed);
        }
    }

    private static async Task<Document?> FirstThatCompiles(
        Finding finding,
        CompileCheck trial,
        IEnumerable<(SyntaxNode Old, SyntaxNode New)> forms,
        string? import)
    {
        foreach (var (old, form) in forms)
            if (await trial.Replace(old, form, import, finding.Cancellation).ConfigureAwait(false) is { } changed)
                return changed;
        return null;
    }

    private static async Task<string> TitleOf(string text, Document changed, CancellationToken cancellation) =>
        await CompileCheck.SignatureIn(changed, cancellation).ConfigureAwait(false) is { } signature
            ? $"Try '{text}': {signature}"
            : $"Try '{text}'";
}
