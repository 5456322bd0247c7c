
using AiAwareAnalyzers.HallucinatedApi.Files;

namespace AiAwareAnalyzers.HallucinatedApi.Names;

/// <summary>What other languages and libraries call the members and types of .NET.</summary>
internal sealed class Idioms
{
    /// <summary>Endings that add nothing to a name.</summary>
    private static readonly string[] Fillers = ["async", "number", "value"];

    private readonly List<Topic> _topics = [];
    private readonly Dictionary<string, string[]> _types;

    private Idioms()
    {
        foreach (var line in KnownText.Lines("Idioms"))
        {
            if (line[0] == '[') _topics.Add(new Topic(line.Trim('[', ']').Split(' '), []));
            else Read(line, _topics[^1].Phrases);
        }

        _types = [];
        foreach (var line in KnownText.Lines("TypeIdioms")) Read(line, _types);
    }

    /// <summary>The types that some phrases are said of.</summary>
    private sealed record Topic(string[] Types, Dictionary<string, string[]> Phrases);

    public static Idioms Of(Compilation compilation) => Facts.Of(compilation, static _ => new Idioms());

    /// <summary>Ours for a member that is said of a type of these names, the nearest first: best first.</summary>
    public IEnumerable<string> ForMember(string name, IReadOnlyList<string> typeNames)
    {
        var topics = typeNames.SelectMany(type => _topics.Where(topic => topic.Types.Contains(type)))
            .Distinct()
            .ToList();
        return Spellings(name)
            .SelectMany(spelling => topics.SelectMany(topic => Ours(topic.Phrases, spelling)))
            .Distinct();
    }

    /// <summary>Ours for a type, best first.</summary>
    public IEnumerable<string> ForType(string name) => Ours(_types, Spelling.Squash(name));

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
