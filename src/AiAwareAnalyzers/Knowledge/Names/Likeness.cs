namespace AiAwareAnalyzers.Knowledge.Names;

/// <summary>How well a name that exists answers a name that does not: by its words, and by its letters where it is a slip of the keyboard.</summary>
internal sealed class Likeness
{
    private const double LeastLetters = 0.7;
    private const double OutOfOrder = 0.02;

    private readonly Vocabulary _vocabulary;
    private readonly string _letters;
    private readonly ImmutableArray<string> _words;

    public Likeness(string wanted, Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _letters = Words.Squash(wanted);
        _words = Words.Of(wanted);
    }

    /// <summary>From 0 to 1.</summary>
    public double To(string name)
    {
        var letters = Words.Squash(name);
        if (letters == _letters) return 1;
        return Math.Max(ByWords(Words.Of(name)), ByLetters(letters));
    }

    private double ByLetters(string letters)
    {
        var likeness = Letters.Likeness(_letters, letters);
        return likeness >= LeastLetters ? likeness * 0.95 : 0;
    }

    /// <summary>What both names say, over all that they say.</summary>
    private double ByWords(ImmutableArray<string> words)
    {
        var (shared, inOrder, last) = (0.0, true, -1);
        var taken = new bool[words.Length];
        foreach (var word in _words)
        {
            var (best, at) = BestMatch(word, words, taken);
            if (at < 0) continue;
            taken[at] = true;
            inOrder &= at > last;
            last = at;
            shared += best * (_vocabulary.WeightOf(word) + _vocabulary.WeightOf(words[at]));
        }

        var all = _words.Sum(_vocabulary.WeightOf) + words.Sum(_vocabulary.WeightOf);
        return all == 0 ? 0 : shared / all - (inOrder ? 0 : OutOfOrder);
    }

    private (double Likeness, int At) BestMatch(string word, ImmutableArray<string> words, bool[] taken)
    {
        var (best, at) = (0.0, -1);
        for (var i = 0; i < words.Length; i++)
        {
            if (taken[i]) continue;
            var likeness = _vocabulary.Likeness(word, words[i]);
            if (likeness > best) (best, at) = (likeness, i);
        }

        return (best, at);
    }
}
