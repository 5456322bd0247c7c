using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.Tool.Findings;

/// <summary>The rules of the package, read from the index of their pages, which this program carries.</summary>
internal sealed partial class RuleCatalog
{
    private readonly Dictionary<string, KnownRule> _rules = new(StringComparer.Ordinal);

    private RuleCatalog(TextReader index)
    {
        var family = "";
        while (index.ReadLine() is { } line)
            if (line.StartsWith("## ", StringComparison.Ordinal)) family = line[3..].Trim();
            else if (Row().Match(line) is { Success: true } row)
                _rules[row.Groups["id"].Value] = new KnownRule(
                    row.Groups["id"].Value, row.Groups["title"].Value.Trim(), family,
                    row.Groups["fix"].Value.Trim() == "yes");
    }

    public static RuleCatalog Instance { get; } = Load();

    public IEnumerable<KnownRule> All => _rules.Values;

    /// <summary>A rule that is newer than this program has no name and no fix for all, and is kept.</summary>
    public KnownRule this[string id] =>
        _rules.TryGetValue(id, out var known) ? known : new KnownRule(
            id, "A rule that this version does not know", "Other", false);

    public static bool IsOurs(string id) => Id().IsMatch(id);

    private static RuleCatalog Load()
    {
        using var index = new StreamReader(
            typeof(RuleCatalog).Assembly.GetManifestResourceStream("rules.md")
            ?? throw new InvalidOperationException("The index of the rules is not part of this program"));
        return new RuleCatalog(index);
    }

    [GeneratedRegex(@"^AIA\d{4}$")]
    private static partial Regex Id();

    [GeneratedRegex(@"^\| \[(?<id>AIA\d{4})\]\([^)]*\) \| (?<title>[^|]*)\|.*\| *(?<fix>[^|]*)\|$")]
    private static partial Regex Row();
}

/// <summary>What the index says of a rule.</summary>
internal sealed record KnownRule(string Id, string Title, string Family, bool CanFixAll)
{
    /// <summary>
    /// The command that applies its fix everywhere; none where a reader chooses the fix one by one.
    /// </summary>
    public string? FixAll => CanFixAll ? $"dotnet format analyzers --diagnostics {Id} --severity info" : null;
}
