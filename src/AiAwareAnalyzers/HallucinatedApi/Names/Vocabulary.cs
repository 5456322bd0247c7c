
using System.Collections.Concurrent;
using AiAwareAnalyzers.HallucinatedApi.Files;

namespace AiAwareAnalyzers.HallucinatedApi.Names;

/// <summary>
/// What the words of names mean: which abbreviate, which are taken for one another, which say little.
/// </summary>
internal sealed class Vocabulary
{
    private readonly HashSet<string> _small = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _abbreviations = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _synonyms = [];
    private readonly ConcurrentDictionary<(string, string), double> _compared = new();

    private Vocabulary()
    {
        foreach (var line in KnownText.Lines(nameof(Vocabulary))) Read(line);
    }

    public static Vocabulary Of(Compilation compilation) => Facts.Of(compilation, static _ => new Vocabulary());

    /// <summary>How much a word says: <c>get</c> and <c>to</c> little, <c>checksum</c> all.</summary>
    public double WeightOf(string word) =>
        word switch { "async" => 0.2, "to" => 0.5, _ => _small.Contains(word) ? 0.3 : 1 };

    /// <summary>The stems of a word and of all that is taken for it.</summary>
    public IEnumerable<string> Relatives(string word)
    {
        var stems = new HashSet<string>(Meanings(word).Append(word).Select(Spelling.Root), StringComparer.Ordinal);
        return stems.Concat(_synonyms.Where(pair => stems.Contains(pair.Item1)).Select(pair => pair.Item2));
    }

    /// <summary>How alike two words are, from 0 to 1.</summary>
    public double Likeness(string a, string b) =>
        a == b ? 1 : _compared.GetOrAdd((a, b), pair => Compare(pair.Item1, pair.Item2));

    private double Compare(string a, string b)
    {
        if (Spelling.Root(a) == Spelling.Root(b)) return 0.97;
        if (Abbreviates(a, b) || Abbreviates(b, a)) return 0.94;
        if (AreSynonyms(a, b)) return 0.8;
        return Math.Max(Shortening(a, b), Misspelling(a, b));
    }

    private void Read(string line)
    {
        var words = line.Split(' ');
        if (words[0] == "-") _small.UnionWith(words.Skip(1));
        else if (words[1] == "=") _abbreviations[words[0]] = [.. words.Skip(2)];
        else
            foreach (var word in words)
                _synonyms.UnionWith(
                    words.Where(other => other != word).Select(other => (Spelling.Root(word), Spelling.Root(other))));
    }

    /// <summary>Whether one word is short for another.</summary>
    public bool Abbreviates(string shorter, string longer) =>
        _abbreviations.TryGetValue(shorter, out var meanings)
        && meanings.Any(meaning => meaning == longer || Spelling.Root(meaning) == Spelling.Root(longer));

    private bool AreSynonyms(string a, string b) =>
        _synonyms.Contains((Spelling.Root(a), Spelling.Root(b)))
        || Meanings(a).Any(meaning => _synonyms.Contains((Spelling.Root(meaning), Spelling.Root(b))))
        || Meanings(b).Any(meaning => _synonyms.Contains((Spelling.Root(a), Spelling.Root(meaning))));

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
