using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.Tool.Ledgers;

/// <summary>
/// The parts that <c>ai_aware.high_risk</c> names, read from the .editorconfig files as the compiler does.
/// </summary>
internal sealed class HighRiskZones
{
    private const string Key = "ai_aware.high_risk";

    private readonly AnalyzerConfigSet _configuration;
    private readonly Dictionary<string, ImmutableArray<Zone>> _zones = new(StringComparer.Ordinal);

    private HighRiskZones(AnalyzerConfigSet configuration) => _configuration = configuration;

    public static HighRiskZones In(string root)
    {
        var configurations = Above(root).Concat(SourceFile.Below(root, ".editorconfig"))
            .Select(file => AnalyzerConfig.Parse(LedgerFile.Text(file), file))
            .ToList();
        return new HighRiskZones(AnalyzerConfigSet.Create(configurations));
    }

    /// <summary>The entries that hold a place, as they are written.</summary>
    public IEnumerable<string> Of(string path, string containingNamespace) =>
        EntriesFor(path).Where(zone => zone.Contains(path, containingNamespace)).Select(zone => zone.Text);

    /// <summary>Every entry that holds for a file, whether or not the file stands in it.</summary>
    public IEnumerable<string> EntriesAt(string path) => EntriesFor(path).Select(zone => zone.Text);

    private ImmutableArray<Zone> EntriesFor(string path)
    {
        var raw = _configuration.GetOptionsForSourcePath(path).AnalyzerOptions.GetValueOrDefault(Key) ?? "";
        if (!_zones.TryGetValue(raw, out var zones)) _zones[raw] = zones = Parse(raw);
        return zones;
    }

    private static ImmutableArray<Zone> Parse(string raw) =>
        [.. raw.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Zone.Parse)];

    private static IEnumerable<string> Above(string root)
    {
        for (var folder = Path.GetDirectoryName(root); folder is not null; folder = Path.GetDirectoryName(folder))
            if (Path.Combine(folder, ".editorconfig") is var file && File.Exists(file))
                yield return file;
    }

    /// <summary>A namespace with those below it, or the files that a glob matches from any folder on.</summary>
    private sealed record Zone(string Text, Regex? Path)
    {
        public static Zone Parse(string text) => new(text, text.IndexOfAny(['/', '*']) >= 0 ? Pattern(text) : null);

        public bool Contains(string path, string containingNamespace) =>
            Path?.IsMatch(path.Replace('\\', '/'))
            ?? (containingNamespace + ".").StartsWith(Text + ".", StringComparison.Ordinal);

        private static Regex Pattern(string glob)
        {
            var pattern = Regex.Escape(glob.TrimStart('/'))
                .Replace(@"\*\*/", "(?:[^/]+/)*", StringComparison.Ordinal)
                .Replace(@"\*\*", ".*", StringComparison.Ordinal)
                .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
                .Replace(@"\?", "[^/]", StringComparison.Ordinal);
            return new Regex($"(?:^|/){pattern}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
        }
    }
}
