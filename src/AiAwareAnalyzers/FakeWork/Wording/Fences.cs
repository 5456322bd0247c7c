using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.FakeWork.Wording;

/// <summary>Lines of three backticks that a chat puts around code, as comments and as they are.</summary>
internal sealed class Fences(SourceText text)
{
    private const string Mark = "```";

    /// <summary>So far from the left a fence begins in a comment.</summary>
    private const int Margin = 6;

    private readonly List<TextSpan> _comments = new();
    private readonly SortedSet<int> _lines = new();

    /// <summary>Takes a comment, if it is a fence.</summary>
    public bool Add(SyntaxTrivia comment)
    {
        if (!comment.IsKind(SyntaxKind.SingleLineCommentTrivia)
            || comment.ToString().IndexOf(Mark, StringComparison.Ordinal) is < 0 or >= Margin)
            return false;
        _comments.Add(comment.Span);
        return true;
    }

    /// <summary>Takes the fences among the lines that the parser could not read.</summary>
    public void AddLinesOf(SyntaxTrivia skipped)
    {
        for (var line = LineOf(skipped.FullSpan.Start); line <= LineOf(skipped.FullSpan.End); line++)
            if (IsFence(Bare(line))) _lines.Add(line);
    }

    /// <summary>All that frame nothing: two fences with comment lines between them frame an example.</summary>
    public IEnumerable<TextSpan> LeftBehind() => Unpaired().Concat(_lines.Select(SpanOf));

    private IEnumerable<TextSpan> Unpaired()
    {
        for (var index = 0; index < _comments.Count; index++)
        {
            var framed = index + 1 < _comments.Count
                && Enumerable.Range(
                    LineOf(_comments[index].Start), LineOf(_comments[index + 1].Start) - LineOf(_comments[index].Start))
                    .All(line => Bare(line).StartsWith("//", StringComparison.Ordinal));
            if (framed) index++;
            else yield return _comments[index];
        }
    }

    /// <summary>The mark, and perhaps the name of a language behind it.</summary>
    private static bool IsFence(string line) =>
        line.StartsWith(Mark, StringComparison.Ordinal)
        && line.TrimStart('`')
            .All(static character => char.IsLetterOrDigit(character) || character is '#' or '+' or '-');

    private int LineOf(int position) => text.Lines.GetLineFromPosition(position).LineNumber;

    private string Bare(int line) => text.Lines[line].ToString().Trim();

    private TextSpan SpanOf(int line)
    {
        var written = text.Lines[line].ToString();
        return new(text.Lines[line].Start + written.Length - written.TrimStart().Length, written.Trim().Length);
    }
}
