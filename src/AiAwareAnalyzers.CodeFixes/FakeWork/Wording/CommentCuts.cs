using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.FakeWork.Wording;

/// <summary>
/// Takes all comments out of a document at once: lines that follow each other are too close together to be merged.
/// </summary>
internal sealed class CommentCuts(Func<SyntaxNode, Diagnostic, bool> canGo) : DocumentBasedFixAllProvider
{
    protected override async Task<Document?> FixAllAsync(
        FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return document;
        var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(diagnostics
            .Where(finding => canGo(root, finding))
            .Select(finding => CommentCut.Widened(text, finding.Location.SourceSpan))
            .Distinct()
            .OrderBy(span => span.Start)
            .Select(span => new TextChange(span, ""))));
    }
}
