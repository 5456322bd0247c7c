
using AiAwareAnalyzers.HallucinatedApi.Files;

namespace AiAwareAnalyzers.HallucinatedApi.Names;

/// <summary>What other languages and libraries call the members and types of .NET.</summary>
internal sealed class Idioms
{
    /// <summary>Endings that add nothing to a name.</summary>
    private static readonly string[] Fillers = ["async", "number", "value"];

    /// <summary>Endings that only say of what kind that is, which something is done with.</summary>
    private static readonly string[] Kinds = ["interface", "item", "element", "entry", "object", "instance"];

    private readonly List<Topic> _topics = TopicsOf("Idioms");
    private readonly Lazy<List<Topic>> _guesses;
    private readonly Dictionary<string, string[]> _types = PhrasesOf("TypeIdioms");
    private readonly Lazy<Dictionary<string, string[]>> _guessedTypes = new(static () => PhrasesOf("TradeTypes"));

    private Idioms() => _guesses = new(() => [.. _topics, .. TopicsOf("TradeIdioms")]);

    /// <summary>The types that some phrases are said of.</summary>
    private sealed record Topic(string[] Types, Dictionary<string, string[]> Phrases);

    public static Idioms Of(Compilation compilation) => Facts.Of(compilation, static _ => new Idioms());

    /// <summary>Ours for a member that is said of a type of these names, the nearest first: best first.</summary>
    public IEnumerable<string> ForMember(string name, IReadOnlyList<string> typeNames) =>
        ForMember(name, typeNames, _topics);

    /// <summary>As <see cref="ForMember(string, IReadOnlyList{string})"/>, of a name that does not compile.</summary>
    public IEnumerable<string> ForMissing(string name, IReadOnlyList<string> typeNames) =>
        ForMember(name, typeNames, _guesses.Value).ToList() is { Count: > 0 } known
            ? known
            : Kinds.Where(kind =>
                    name.Length > kind.Length && name.EndsWith(kind, StringComparison.OrdinalIgnoreCase))
                .SelectMany(kind => ForMember(name[..^kind.Length], typeNames, _guesses.Value));

    private static IEnumerable<string> ForMember(string name, IReadOnlyList<string> typeNames, List<Topic> known)
    {
        var topics = typeNames.SelectMany(type => known.Where(topic => topic.Types.Contains(type)))
            .Distinct()
            .ToList();
        return Spellings(name)
            .SelectMany(spelling => topics.SelectMany(topic => Ours(topic.Phrases, spelling)))
            .Distinct();
    }

    /// <summary>Ours for a type, best first.</summary>
    public IEnumerable<string> ForType(string name) => Ours(_types, Spelling.Squash(name));

    /// <summary>As <see cref="ForType"/>, of a type that does not compile.</summary>
    public IEnumerable<string> ForMissingType(string name) =>
        ForType(name).Concat(Ours(_guessedTypes.Value, Spelling.Squash(name))).Distinct();

    private static Dictionary<string, string[]> PhrasesOf(string text)
    {
        var phrases = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in KnownText.Lines(text)) Read(line, phrases);
        return phrases;
    }

    private static List<Topic> TopicsOf(string text)
    {
        var topics = new List<Topic>();
        foreach (var line in KnownText.Lines(text))
        {
            if (line[0] == '[') topics.Add(new Topic(line.Trim('[', ']').Split(' '), []));
            else Read(line, topics[^1].Phrases);
        }

        return topics;
    }

    private static void Read(string line, Dictionary<string, string[]> phrases)
    {
        var sides = line.Split([" = "], StringSplitOptions.None);
        var ours = sides[1].Split(' ');
        foreach (var theirs in sides[0].Split(' '))
            phrases[theirs] = phrases.TryGetValue(theirs, out var others) ? [.. others, .. ours] : ours;
    }

    private static string[] Ours(Dictionary<string, string[]> phrases, string theirs) =>
        phrases.TryGetValue(theirs, out var ours) ? ours : [];

    /// <summary>As it is written, and without what adds nothing to it.</summary>
    private static IEnumerable<string> Spellings(string name)
    {
        var squashed = Spelling.Squash(name);
        yield return squashed;
        var plain = squashed.StartsWith("get", StringComparison.Ordinal)
            || squashed.StartsWith("set", StringComparison.Ordinal) ? squashed.Substring("get".Length) : squashed;
        if (plain.Length > 0 && plain != squashed) yield return plain;
        foreach (var ending in Fillers)
            if (plain.EndsWith(ending, StringComparison.Ordinal) && plain.Length > ending.Length)
                yield return plain.Substring(0, plain.Length - ending.Length);
    }
}
