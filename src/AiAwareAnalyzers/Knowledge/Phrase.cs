using System.Text;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>Words in a row that mean something together.</summary>
/// <remarks>In its text <c>*</c> stands for up to three words, and <c>^</c> says that a comment begins with it.</remarks>
internal sealed class Phrase
{
    /// <summary>How many words a <c>*</c> may skip.</summary>
    private const int Gap = 3;

    private readonly string[] _words;

    private Phrase(string text)
    {
        Opens = text[0] == '^';
        Text = text.TrimStart('^');
        _words = Text.Split(' ');
    }

    public string Text { get; }

    public string First => _words[0];

    /// <summary>It counts only where a text begins with it.</summary>
    public bool Opens { get; }

    public static Phrase Read(string text) => new(text);

    /// <summary>Whether it stands in a text from this word on.</summary>
    public bool IsAt(ImmutableArray<string> words, int place) => IsAt(words, place, 0);

    private bool IsAt(ImmutableArray<string> words, int place, int own)
    {
        for (; own < _words.Length; own++, place++)
        {
            if (_words[own] == "*") return Enumerable.Range(place, Gap + 1).Any(next => IsAt(words, next, own + 1));
            if (place >= words.Length || words[place] != _words[own]) return false;
        }

        return true;
    }
}

/// <summary>Text that people write for people.</summary>
internal static class Prose
{
    /// <summary>The words of a prose text in lower case; an apostrophe belongs to its word, everything else separates.</summary>
    public static ImmutableArray<string> WordsOf(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character)) word.Append(char.ToLowerInvariant(character));
            else if (character is not ('\'' or '’')) Finish();
        }

        Finish();
        return words.ToImmutable();

        void Finish()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>A comment without the signs that make it one, and without the full stop.</summary>
    public static string Bare(string text)
    {
        var bare = text.Trim().TrimStart('/', '*', ' ', '\t').TrimEnd('/', '*', ' ', '\t');
        return bare.EndsWith(".", StringComparison.Ordinal) && !bare.EndsWith("..", StringComparison.Ordinal) ? bare.Substring(0, bare.Length - 1) : bare;
    }
}
