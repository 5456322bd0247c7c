namespace AiAwareAnalyzers.FakeWork.Wording;

/// <summary>Words in a row that mean something together.</summary>
/// <remarks>
/// In its text <c>*</c> stands for up to three words, and <c>^</c> says that a comment begins with it.
/// </remarks>
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
