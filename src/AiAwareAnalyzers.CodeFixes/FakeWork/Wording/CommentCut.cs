using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.FakeWork.Wording;

/// <summary>Takes a comment out of a text, and the line with it where nothing else stands there.</summary>
internal static class CommentCut
{
    public static void Offer(Finding finding, string title, string key) =>
        finding.Offer(title, key, async cancellation =>
        {
            var text = await finding.Document.GetTextAsync(cancellation).ConfigureAwait(false);
            return finding.Document.WithText(text.Replace(Widened(text, finding.Diagnostic.Location.SourceSpan), ""));
        });

    /// <summary>
    /// Whole lines where the comment stands alone; else the comment and the blanks that only it needed.
    /// </summary>
    public static TextSpan Widened(SourceText text, TextSpan comment)
    {
        var first = text.Lines.GetLineFromPosition(comment.Start);
        var last = text.Lines.GetLineFromPosition(comment.End);
        var before = text.ToString(TextSpan.FromBounds(first.Start, comment.Start));
        var behind = text.ToString(TextSpan.FromBounds(comment.End, last.End));
        if (before.Trim().Length == 0 && behind.Trim().Length == 0)
            return TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);
        return behind.Trim().Length == 0
            ? TextSpan.FromBounds(first.Start + before.TrimEnd().Length, last.End)
            : TextSpan.FromBounds(comment.Start, before.EndsWith(" ", StringComparison.Ordinal)
                && behind.StartsWith(" ", StringComparison.Ordinal) ? comment.End + 1 : comment.End);
    }
}
