using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.HallucinatedApi.Names;

/// <summary>
/// How well a name that exists answers a name that does not: by its words, and by its letters where it is a slip of the
/// keyboard.
/// </summary>
internal sealed class Likeness
{
    private const double LeastLetters = 0.7;
    private const double OutOfOrder = 0.02;
    private const double SameWord = 0.94;
    private const double ConvertedFrom = 0.4;

    private readonly Vocabulary _vocabulary;
    private readonly string _letters;
    private readonly ImmutableArray<string> _words;

    public Likeness(string wanted, Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _letters = Spelling.Squash(wanted);
        _words = Words.Of(wanted);
    }

    /// <summary>The same letters, however they are cased and joined.</summary>
    public const double Same = 1.2;

    /// <summary>From 0 to 1, and more where only the spelling differs.</summary>
    public double To(string name)
    {
        var letters = Spelling.Squash(name);
        if (letters == _letters) return Same;
        return Math.Max(ByWords(Words.Of(name)), ByLetters(letters));
    }

    /// <summary>Whether all but the first word names a type: <c>ToInt</c> names <c>Int32</c>.</summary>
    public bool ToType(string type)
    {
        var letters = string.Concat(_words.Skip(1));
        return letters == Spelling.Squash(type) || _vocabulary.Abbreviates(letters, Spelling.Squash(type));
    }

    private double ByLetters(string letters)
    {
        var likeness = Letters.Likeness(_letters, letters);
        return likeness >= LeastLetters ? likeness * 0.95 : 0;
    }

    /// <summary>
    /// What both names say, over all that they say. Equal words find each other before similar ones do.
    /// </summary>
    private double ByWords(ImmutableArray<string> words)
    {
        var partners = new int[_words.Length];
        var taken = new bool[words.Length];
        var shared = Pair(words, partners, taken, SameWord) + Pair(words, partners, taken, double.Epsilon);
        var all = WeightOf(_words) + WeightOf(words);
        return all == 0 ? 0 : shared / all - (IsAscending(partners) ? 0 : OutOfOrder);
    }

    /// <summary>The weight of the pairs that are alike enough; a partner is noted as its place plus one.</summary>
    private double Pair(ImmutableArray<string> words, int[] partners, bool[] taken, double least)
    {
        var shared = 0.0;
        for (var i = 0; i < _words.Length; i++)
        {
            if (partners[i] > 0) continue;
            var (best, at) = BestMatch(_words[i], words, taken);
            if (best < least) continue;
            taken[at] = true;
            partners[i] = at + 1;
            shared += best * (WeightOf(_words, i) + WeightOf(words, at));
        }

        return shared;
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

    private double WeightOf(ImmutableArray<string> words) =>
        Enumerable.Range(0, words.Length).Sum(at => WeightOf(words, at));

    /// <summary>What stands before <c>To</c> in <c>BytesToHex</c> is what is at hand, and says less.</summary>
    private double WeightOf(ImmutableArray<string> words, int at)
    {
        var weight = _vocabulary.WeightOf(words[at]);
        return words.IndexOf("to") > at ? weight * ConvertedFrom : weight;
    }

    private static bool IsAscending(int[] partners)
    {
        var last = 0;
        foreach (var partner in partners.Where(partner => partner > 0))
        {
            if (partner < last) return false;
            last = partner;
        }

        return true;
    }
}
