namespace AiAwareAnalyzers.Tool.Git;

/// <summary>
/// Lines that are changed again soon after they were written. Git counts the lines that a commit takes out of a file,
/// and does not say which: the youngest are taken first, so the figures are upper bounds.
/// </summary>
internal sealed class Rework
{
    public const int SoonDays = 14;
    public const int LateDays = 30;

    private readonly Dictionary<string, List<Run>> _files = new(StringComparer.Ordinal);

    /// <summary>Follows a change, and says of which origin the young lines are that it takes out.</summary>
    public IEnumerable<ReworkedLines> Follow(FileChange change, DateTimeOffset time, Origin origin)
    {
        if (change.OldPath is { } old && _files.Remove(old, out var moved)) _files[change.Path] = moved;
        if (!_files.TryGetValue(change.Path, out var runs)) _files[change.Path] = runs = [];
        runs.RemoveAll(run => (time - run.Written).TotalDays > LateDays);
        var reworked = TakeOut(runs, change.Removed, time);
        if (change.Added > 0) runs.Add(new Run(time, origin, change.Added));
        return reworked;
    }

    private static List<ReworkedLines> TakeOut(List<Run> runs, int removed, DateTimeOffset time)
    {
        var reworked = new List<ReworkedLines>();
        while (removed > 0 && runs.Count > 0)
        {
            var youngest = runs[^1];
            var count = Math.Min(removed, youngest.Lines);
            reworked.Add(new ReworkedLines(
                youngest.Origin, count, youngest.Written, (time - youngest.Written).TotalDays <= SoonDays));
            removed -= count;
            runs.RemoveAt(runs.Count - 1);
            if (youngest.Lines > count) runs.Add(youngest with { Lines = youngest.Lines - count });
        }

        return reworked;
    }

    private sealed record Run(DateTimeOffset Written, Origin Origin, int Lines);
}

/// <summary>Lines of one origin that were changed again within thirty days, or sooner.</summary>
internal sealed record ReworkedLines(Origin Origin, int Lines, DateTimeOffset Written, bool IsSoon);
