
using System.Collections.Concurrent;
using AiAwareAnalyzers.HallucinatedApi.Files;

namespace AiAwareAnalyzers.HallucinatedApi.Names;

/// <summary>
/// What the words of names mean: which abbreviate, which are taken for one another, which say little.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>Version 2 is version 2.0.</summary>
    private const double AsVersion = 0.9;
    private const double Loose = 0.7;

    private readonly HashSet<string> _small = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _abbreviations = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _synonyms = [];
    private readonly HashSet<(string, string)> _looseSynonyms = [];
    private readonly ConcurrentDictionary<(string, string), double> _compared = new();

    private Vocabulary(bool isWide)
    {
        foreach (var line in KnownText.Lines(nameof(Vocabulary))) Read(line, _synonyms);
        if (!isWide) return;
        foreach (var line in KnownText.Lines("TradeWords")) Read(line, _looseSynonyms);
    }

    /// <summary>As narrow as a report needs that depends on it, and as wide as a guess may be.</summary>
    private sealed record Editions(Lazy<Vocabulary> Narrow, Lazy<Vocabulary> Wide);

    public static Vocabulary Of(Compilation compilation) => EditionsOf(compilation).Narrow.Value;

    /// <summary>For what does not compile anyway, where nothing but the guess depends on it.</summary>
    public static Vocabulary ForGuesses(Compilation compilation) => EditionsOf(compilation).Wide.Value;

    private static Editions EditionsOf(Compilation compilation) => Facts.Of(compilation, static _ => new Editions(
        new(static () => new Vocabulary(isWide: false)),
        new(static () => new Vocabulary(isWide: true))));

    /// <summary>How much a word says: <c>get</c> and <c>to</c> little, <c>checksum</c> all.</summary>
    public double WeightOf(string word) =>
        word switch { "async" => 0.2, "to" => 0.5, _ => _small.Contains(word) ? 0.3 : 1 };

    /// <summary>The stems of a word and of all that is taken for it.</summary>
    public IEnumerable<string> Relatives(string word)
    {
        var stems = new HashSet<string>(Meanings(word).Append(word).Select(Spelling.Root), StringComparer.Ordinal);
        return stems.Concat(_synonyms.Concat(_looseSynonyms)
            .Where(pair => stems.Contains(pair.Item1))
            .Select(pair => pair.Item2));
    }

    /// <summary>How alike two words are, from 0 to 1.</summary>
    public double Likeness(string a, string b) =>
        a == b ? 1 : _compared.GetOrAdd((a, b), pair => Compare(pair.Item1, pair.Item2));

    private double Compare(string a, string b)
    {
        if (Spelling.Root(a) == Spelling.Root(b)) return 0.97;
        if (Abbreviates(a, b) || Abbreviates(b, a)) return 0.94;
        if (AreSynonyms(a, b, _synonyms)) return 0.8;
        if (AreSynonyms(a, b, _looseSynonyms)) return Loose;
        if (char.IsDigit(a[0]) && char.IsDigit(b[0])) return a + "0" == b || b + "0" == a ? AsVersion : 0;
        return Math.Max(Shortening(a, b), Misspelling(a, b));
    }

    private void Read(string line, HashSet<(string, string)> synonyms)
    {
        var words = line.Split(' ');
        if (words[0] == "-") _small.UnionWith(words.Skip(1));
        else if (words[1] == "=") _abbreviations[words[0]] = [.. words.Skip(2)];
        else
            foreach (var word in words)
                synonyms.UnionWith(
                    words.Where(other => other != word).Select(other => (Spelling.Root(word), Spelling.Root(other))));
    }

    /// <summary>Whether one word is short for another.</summary>
    public bool Abbreviates(string shorter, string longer) =>
        _abbreviations.TryGetValue(shorter, out var meanings)
        && meanings.Any(meaning => meaning == longer || Spelling.Root(meaning) == Spelling.Root(longer));

    private bool AreSynonyms(string a, string b, HashSet<(string, string)> synonyms) =>
        synonyms.Contains((Spelling.Root(a), Spelling.Root(b)))
        || Meanings(a).Any(meaning => synonyms.Contains((Spelling.Root(meaning), Spelling.Root(b))))
        || Meanings(b).Any(meaning => synonyms.Contains((Spelling.Root(a), Spelling.Root(meaning))));

    private string[] Meanings(string word) => _abbreviations.TryGetValue(word, out var meanings) ? meanings : [];

    /// <summary><c>config</c> begins <c>configuration</c>.</summary>
    private static double Shortening(string a, string b)
    {
        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        return shorter.Length >= 3 && longer.StartsWith(shorter, StringComparison.Ordinal)
            ? 0.7 + 0.2 * shorter.Length / longer.Length
            : 0;
    }

    private static double Misspelling(string a, string b)
    {
        var length = Math.Max(a.Length, b.Length);
        if (length < 4) return 0;
        var likeness = 1 - (double)Letters.Distance(a, b) / length;
        return likeness >= 0.7 ? likeness : 0;
    }
}
