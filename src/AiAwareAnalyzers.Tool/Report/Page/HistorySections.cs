using AiAwareAnalyzers.Tool.Git;
using AiAwareAnalyzers.Tool.Report.Inputs;

namespace AiAwareAnalyzers.Tool.Report.Page;

/// <summary>How fast the team was, beside what had to be done again.</summary>
internal static class HistorySections
{
    private const string NoHistory = "There is no history: see what is missing, above.";

    public static Section Pace(Evidence evidence) => new(
        "pace",
        "Velocity beside defects",
        evidence.History is { Weeks.Count: > 0 } history ? Drawn(history) : Html.Of($"<p>{NoHistory}</p>"),
        "git log of this branch, by the day of the commit, in weeks from Monday (UTC). A fix is a commit whose subject "
            + "says so: 'fix', 'hotfix', 'bugfix', 'regression' or a revert. Lines are those of C# and Razor files. Of "
            + "the lines that a commit takes out of a file, the youngest are taken to be meant: rework is an upper "
            + "bound.",
        "Defects that nobody has found or that were fixed under another name; work that left no commit; what was "
            + "squashed. Lines of the last thirty days may still be changed again.");

    public static Section Origins(Evidence evidence) => new(
        "origins",
        "Who wrote it, as far as commits say",
        evidence.History is { Commits: > 0 } history ? OriginTable(history) : Html.Of($"<p>{NoHistory}</p>"),
        $"Trailers and marks of commits, as {Marks.FileName} or its default says. Lines are those added to C# and "
            + "Razor files.",
        "A commit without a mark is unknown, and is counted as nothing else. A mark says nothing about how much of a "
            + "commit an assistant wrote. A merge by squashing keeps only the marks of its own message.");

    public static Section Releases(Evidence evidence) => new(
        "releases",
        "Fixes after a release",
        evidence.History is { Releases.Count: > 0 } history
            ? ReleaseTable(history)
            : Html.Of($"<p>No tag with a version in its name falls into these weeks.</p>"),
        $"Fix commits within {Release.WatchedDays} days after a tag such as v1.2, before the next one.",
        "Whether the defect was in the release, or came after it.");

    public static Section Trend(Evidence evidence) => new(
        "trend",
        "Open findings over time",
        DrawnTrend(evidence.Trend),
        "This report and the earlier evidence.json files that were read: new and baselined findings per 1,000 lines of "
            + "C# that are not empty, folders that a build has written left out. What was fixed and what appeared is "
            + "told from how many findings of each rule each member held in the newest earlier report.",
        "What lay between two reports. A member that was renamed counts as fixed and as appeared. A newer version of "
            + "the package has more rules, and finds more in the same code.");

    private static Html Drawn(History history) => new Chart(
        "pace-chart",
        "Commits, fixes and rework by week",
        [.. history.Weeks.Select(week => Figures.Of(week.Monday))],
        [
            Series.Of("Commits", "pace", history.Weeks, week => week.Commits),
            Series.Of("Merges", "pace", history.Weeks, week => week.Merges),
            Series.Of("Lines added", "pace", history.Weeks, week => week.Added),
            Series.Of("Fix commits", "harm", history.Weeks, week => week.Fixes),
            Series.Of("Lines changed again within 30 days", "harm", history.Weeks, week => week.Reworked),
            Series.Of(
                "Of these, written by assistants", "harm", history.Weeks, week => week.ReworkedOf(Origin.Assistant)),
            Series.Of("Of these, written by hand", "harm", history.Weeks, week => week.ReworkedOf(Origin.Hand)),
        ]).Draw();

    private static Html DrawnTrend(IReadOnlyList<TrendPoint> points) => new Chart(
        "trend-chart",
        "Open findings by report",
        [.. points.Select(point => point.Day)],
        [
            Series.Of("New", "harm", points, point => point.New),
            Series.Of("Baselined", "pace", points, point => point.Baselined),
            Series.Of("Open per 1,000 lines", "harm", points, point => point.PerThousandLines),
        ]).Draw();

    private static Html OriginTable(History history) => Table.Of(
        "By origin",
        ["Written by", "Commits", "Share", "Lines", "Share", "Changed again within 14 days", "Within 30 days"],
        Enum.GetValues<Origin>().Select(origin => history[origin]).Select(totals => (Html[])
        [
            Html.Of($"{Figures.Of(totals.Origin)}"),
            Html.Of($"{totals.Commits}"), Html.Of($"{Figures.Percent(totals.Commits, history.Commits)}"),
            Html.Of($"{totals.Added}"), Html.Of($"{Figures.Percent(totals.Added, history.Added)}"),
            Html.Of($"{Figures.Percent(totals.ReworkedSoon, totals.Added)}"),
            Html.Of($"{Figures.Percent(totals.Reworked, totals.Added)}"),
        ]));

    private static Html ReleaseTable(History history) => Table.Of(
        "Releases",
        ["Tag", "Day", "Fixes within 30 days"],
        history.Releases.Select(release => (Html[])
        [
            Html.Of($"{release.Tag}"), Html.Of($"{Figures.Of(DateOnly.FromDateTime(release.Time.UtcDateTime))}"),
            Html.Of($"{release.Fixes}"),
        ]));
}
