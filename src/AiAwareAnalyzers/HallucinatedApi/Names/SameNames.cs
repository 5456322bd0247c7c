using AiAwareAnalyzers.HallucinatedApi.Files;

namespace AiAwareAnalyzers.HallucinatedApi.Names;

/// <summary>Names of arguments and types that are known to mean the same.</summary>
internal sealed class SameNames
{
    public const string Arguments = "[arguments]";
    public const string Types = "[types]";

    private readonly HashSet<(string Topic, string Theirs, string Ours)> _pairs = [];

    private SameNames()
    {
        var topic = "";
        foreach (var line in KnownText.Lines(nameof(SameNames)))
        {
            if (line[0] == '[') topic = line;
            else Read(topic, line.Split([" = "], StringSplitOptions.None));
        }
    }

    public static SameNames Of(Compilation compilation) => Facts.Of(compilation, static _ => new SameNames());

    public bool Know(string topic, string theirs, string ours) =>
        _pairs.Contains((topic, Spelling.Squash(theirs), ours));

    private void Read(string topic, string[] sides)
    {
        foreach (var theirs in sides[0].Split(' ')) _pairs.Add((topic, theirs, sides[1]));
    }
}
