using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Governance.Ledgers;

/// <summary>One line of a ledger that says something: its words, each with its place.</summary>
/// <remarks>
/// The ledgers of this folder are read by the compiler and by the tool: nothing here asks for more than syntax.
/// </remarks>
internal sealed class LedgerLine
{
    private const char Comment = '#';

    private LedgerLine(TextSpan span, ImmutableArray<Word> words)
    {
        Span = span;
        Words = words;
    }

    /// <summary>From the first word to the end of the last.</summary>
    public TextSpan Span { get; }

    public ImmutableArray<Word> Words { get; }

    /// <summary>The lines of a ledger without those that are empty or a comment.</summary>
    public static IEnumerable<LedgerLine> In(SourceText text)
    {
        foreach (var line in text.Lines)
        {
            var words = WordsOf(line);
            if (words.IsEmpty || words[0].Text[0] == Comment) continue;
            yield return new LedgerLine(TextSpan.FromBounds(words[0].Span.Start, words.Last().Span.End), words);
        }
    }

    /// <summary>A name as one word: what would part it is written as in an address of the web.</summary>
    public static string Escape(string name) =>
        string.Concat(name.Select(static letter =>
            char.IsWhiteSpace(letter) || char.IsControl(letter) || letter == '%'
                ? Uri.EscapeDataString(letter.ToString())
                : letter.ToString()));

    /// <summary>The name that <see cref="Escape"/> has written.</summary>
    public static string Unescape(string word) => Uri.UnescapeDataString(word);

    private static ImmutableArray<Word> WordsOf(TextLine line)
    {
        var text = line.ToString();
        var words = ImmutableArray.CreateBuilder<Word>();
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
            if (at > start) words.Add(new(text.Substring(start, at - start), new(line.Start + start, at - start)));
        }

        return words.ToImmutable();
    }

    /// <summary>What stands between two spaces.</summary>
    internal readonly record struct Word(string Text, TextSpan Span);
}
