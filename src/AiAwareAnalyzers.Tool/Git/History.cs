using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.Tool.Git;

/// <summary>What a team did, week by week: how fast, and how much of it had to be done again.</summary>
internal sealed partial class History
{
    private readonly SortedDictionary<DateOnly, Week> _weeks = [];
    private readonly Dictionary<Origin, OriginTotals> _origins =
        Enum.GetValues<Origin>().ToDictionary(origin => origin, origin => new OriginTotals(origin));

    private readonly Rework _rework = new();
    private readonly Marks _marks;
    private readonly DateTimeOffset _start;

    private History(Marks marks, DateTimeOffset start, IReadOnlyList<Release> releases)
    {
        _marks = marks;
        _start = start;
        Releases = releases;
    }

    public IReadOnlyList<Week> Weeks => [.. _weeks.Values];

    public IReadOnlyList<Release> Releases { get; }

    public int Commits => _origins.Values.Sum(totals => totals.Commits);

    public int Added => _origins.Values.Sum(totals => totals.Added);

    public OriginTotals this[Origin origin] => _origins[origin];

    /// <summary>The last weeks; what was written in the thirty days before them is read too, for the rework.</summary>
    public static History Of(GitRepository repository, Marks marks, int weeks, DateTimeOffset now)
    {
        var start = new DateTimeOffset(
            Week.MondayOf(now).AddDays(-7 * (weeks - 1)).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var releases = Release.In(repository).Where(release => release.Time >= start && release.Time <= now);
        var history = new History(marks, start, [.. releases]);
        foreach (var commit in CommitLog.Read(repository, start.AddDays(-Rework.LateDays))) history.Follow(commit);
        history.FillEmptyWeeks(now);
        return history;
    }

    public static bool IsFix(string subject) => Fix().IsMatch(subject);

    private void Follow(Commit commit)
    {
        var origin = _marks.OriginOf(commit);
        var isCounted = commit.Time >= _start;
        var week = isCounted ? WeekOf(Week.MondayOf(commit.Time)) : new Week(default);
        var totals = isCounted ? _origins[origin] : new OriginTotals(origin);
        totals.Commits++;
        week.Commits++;
        if (commit.IsMerge) week.Merges++;
        if (!commit.IsMerge && IsFix(commit.Subject)) CountFix(commit, week);
        foreach (var change in commit.Changes)
        {
            week.Added += change.Added;
            totals.Added += change.Added;
            var reworked = _rework.Follow(change, commit.Time, origin);
            if (isCounted) Count(reworked, week);
        }
    }

    private void Count(IEnumerable<ReworkedLines> reworked, Week week)
    {
        foreach (var lines in reworked)
        {
            week.CountRework(lines);
            if (lines.Written >= _start) Count(lines, _origins[lines.Origin]);
        }
    }

    /// <summary>A share is one of the lines that were added in these weeks.</summary>
    private static void Count(ReworkedLines lines, OriginTotals totals)
    {
        totals.Reworked += lines.Lines;
        if (lines.IsSoon) totals.ReworkedSoon += lines.Lines;
    }

    private void CountFix(Commit commit, Week week)
    {
        week.Fixes++;
        var release = Releases.LastOrDefault(release => release.Time < commit.Time);
        if (release is not null && (commit.Time - release.Time).TotalDays <= Release.WatchedDays) release.Fixes++;
    }

    private Week WeekOf(DateOnly monday) =>
        _weeks.TryGetValue(monday, out var week) ? week : _weeks[monday] = new Week(monday);

    /// <summary>A week without a commit is a week too.</summary>
    private void FillEmptyWeeks(DateTimeOffset now)
    {
        if (_weeks.Count == 0) return;
        for (var monday = _weeks.Keys.First(); monday <= Week.MondayOf(now); monday = monday.AddDays(7)) WeekOf(monday);
    }

    [GeneratedRegex(
        @"^(hot|bug)?fix(\([^)]*\))?!?:|^revert\b|\b(fix(es|ed)?|bugfix|hotfix|regression)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fix();
}
