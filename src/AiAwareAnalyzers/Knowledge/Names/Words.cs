using System.Text;

namespace AiAwareAnalyzers.Knowledge.Names;

/// <summary>A name as the words that it is made of, in lower case.</summary>
internal static class Words
{
    private static readonly (string Ending, string Instead)[] Endings =
    [
        ("ization", "iz"), ("ation", ""), ("ments", "ment"), ("ities", "ity"), ("ions", ""), ("ion", ""), ("ings", ""), ("ing", ""), ("ies", "y"), ("lled", "l"), ("tted", "t"), ("ated", ""), ("ate", ""),
        ("ed", ""), ("sses", "ss"), ("xes", "x"), ("es", ""), ("er", ""), ("or", ""), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""), ("e", ""),
    ];

    /// <summary><c>GetHTTPStatus_code2</c> is get, http, status, code, 2.</summary>
    public static ImmutableArray<string> Of(string name)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (StartsWord(name, i)) Close(word, words);
            if (char.IsLetterOrDigit(name[i])) word.Append(char.ToLowerInvariant(name[i]));
        }

        Close(word, words);
        return words.ToImmutable();
    }

    /// <summary>A name's letters and digits alone, in lower case.</summary>
    public static string Squash(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var letter in name)
            if (char.IsLetterOrDigit(letter)) letters.Append(char.ToLowerInvariant(letter));
        return letters.ToString();
    }

    /// <summary>What is left of a word without the endings of plural and tense.</summary>
    public static string Stem(string word)
    {
        foreach (var (ending, instead) in Endings)
            if (word.Length >= ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal))
                return word.Substring(0, word.Length - ending.Length) + instead;
        return word;
    }

    private static bool StartsWord(string name, int at)
    {
        if (at == 0) return false;
        var (before, here) = (name[at - 1], name[at]);
        if (!char.IsLetterOrDigit(here)) return true;
        if (char.IsDigit(here) != char.IsDigit(before)) return true;
        if (!char.IsUpper(here)) return false;
        return !char.IsUpper(before) || (at + 1 < name.Length && char.IsLower(name[at + 1]));
    }

    private static void Close(StringBuilder word, ImmutableArray<string>.Builder words)
    {
        if (word.Length > 0) words.Add(word.ToString());
        word.Clear();
    }
}
