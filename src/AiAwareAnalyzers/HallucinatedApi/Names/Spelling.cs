using System.Text;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.HallucinatedApi.Names;

/// <summary>What is left of names and words once their spelling is taken away.</summary>
internal static class Spelling
{
    private static readonly (string Ending, string Instead)[] Endings =
    [
        ("ization", "iz"), ("ation", ""), ("ments", "ment"), ("ities", "ity"), ("ions", ""), ("ion", ""), (
            "ings", ""), ("ing", ""), ("ies", "y"), ("lled", "l"), ("tted", "t"), ("ated", ""), ("ate", ""),
        ("ed", ""), ("sses", "ss"), ("xes", "x"), (
            "es", ""), ("er", ""), ("or", ""), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""), ("e", ""),
    ];

    /// <summary>A name's letters and digits alone, in lower case.</summary>
    public static string Squash(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var letter in name)
            if (char.IsLetterOrDigit(letter)) letters.Append(char.ToLowerInvariant(letter));
        return letters.ToString();
    }

    /// <summary>
    /// What is left of a word without the endings of plural, tense and kind: further than <see cref="Words.Stem"/>
    /// goes.
    /// </summary>
    public static string Root(string word)
    {
        foreach (var (ending, instead) in Endings)
            if (word.Length >= ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length] + instead;
        return word;
    }
}
