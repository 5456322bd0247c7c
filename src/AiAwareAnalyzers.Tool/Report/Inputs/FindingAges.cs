using AiAwareAnalyzers.Tool.Findings;
using AiAwareAnalyzers.Tool.Git;

namespace AiAwareAnalyzers.Tool.Report.Inputs;

/// <summary>Asks git when the lines with findings were last changed: of the files with most findings.</summary>
internal static class FindingAges
{
    public const int MostFiles = 200;

    /// <summary>Git goes through the history once for each file: the longer it is, the fewer are asked for.</summary>
    private const int MostSteps = 1_000_000;

    private const string Older = "older";
    private const string Unknown = "unknown";

    private static readonly (int Days, string Name)[] Bounds =
        [(7, "up to a week"), (30, "up to a month"), (90, "up to three months"), (365, "up to a year")];

    public static IReadOnlyList<Finding> In(GitRepository repository, string root, IReadOnlyList<Finding> findings)
    {
        var asked = findings.Where(finding => finding.File.Length > 0 && finding.Standing != Standing.Suppressed)
            .GroupBy(finding => finding.File, StringComparer.Ordinal)
            .OrderByDescending(file => file.Count())
            .ThenBy(file => file.Key, StringComparer.Ordinal)
            .Take(Math.Clamp(MostSteps / repository.Commits, 1, MostFiles))
            .Select(file => file.Key)
            .AsParallel().WithDegreeOfParallelism(4)
            .Select(file => (File: file, Ages: LineAges.Of(repository, Path.GetFullPath(file, root))))
            .ToDictionary(file => file.File, file => file.Ages, StringComparer.Ordinal);
        return
        [
            .. findings.Select(finding => asked.TryGetValue(finding.File, out var ages)
                ? finding with { Since = ages[finding.Region.Line] }
                : finding),
        ];
    }

    /// <summary>How many findings are how old, youngest first; those without an age last.</summary>
    public static IEnumerable<(string Age, int Count)> Buckets(IEnumerable<Finding> findings, DateTimeOffset now)
    {
        var names = findings.Select(finding => NameOf(finding.Since, now)).ToLookup(name => name);
        return Bounds.Select(bound => bound.Name).Append(Older).Append(Unknown)
            .Select(name => (name, names[name].Count()));
    }

    private static string NameOf(DateOnly? since, DateTimeOffset now)
    {
        if (since is not { } day) return Unknown;
        var age = DateOnly.FromDateTime(now.UtcDateTime).DayNumber - day.DayNumber;
        return Bounds.FirstOrDefault(bound => age <= bound.Days).Name ?? Older;
    }
}
