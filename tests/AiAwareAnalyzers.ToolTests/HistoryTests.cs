using System.Text.Json;
using AiAwareAnalyzers.ToolTests.Samples;

namespace AiAwareAnalyzers.ToolTests;

/// <summary>What the report reads out of a git history.</summary>
public sealed class HistoryTests
{
    [Test]
    public void Weeks_hold_commits_merges_and_fixes()
    {
        var (folder, git) = Begun();
        git.Commit("2026-03-03", "fix: a wrong price");
        git.Commit("2026-03-04", "Prefix all the names");
        git.Run("2026-03-05", "checkout", "-q", "-b", "side");
        git.Commit("2026-03-05", "Hotfix for the tax");
        git.Run("2026-03-06", "checkout", "-q", "main");
        git.Run("2026-03-06", "merge", "-q", "--no-ff", "-m", "Merge the fix of the tax", "side");
        var week = Weeks(folder).Single(week => week.GetProperty("monday").GetString() == "2026-03-02");
        Assert.That(
            new[] { "commits", "merges", "fixes" }.Select(name => week.GetProperty(name).GetInt32()),
            Is.EqualTo(new[] { 5, 1, 2 }), "'Prefix' is no fix, and a merge is none");
    }

    [Test]
    public void A_week_without_a_commit_is_a_week_too()
    {
        var (folder, git) = Begun();
        git.Commit("2026-03-23", "Later");
        Assert.That(
            Weeks(folder).Select(week => week.GetProperty("commits").GetInt32()),
            Is.EqualTo(new[] { 1, 0, 0, 1, 0 }), "from 2 March to 30 March");
    }

    [Test]
    public void Lines_that_are_changed_again_soon_are_rework_of_who_wrote_them()
    {
        var (folder, git) = Begun();
        git.Commit("2026-03-03", "Add\n\nAI-Assisted: yes", ("A.cs", Lines(100)), ("notes.txt", Lines(50)));
        git.Commit("2026-03-10", "Change\n\nAI-Assisted: no", ("A.cs", Lines(90)));
        git.Commit("2026-03-27", "Change again", ("A.cs", Lines(70)));
        git.Commit("2026-04-27", "Long after", ("A.cs", Lines(10)));
        var origins = Origins(folder, "2026-04-28");
        Assert.That(origins["assistant"], Is.EqualTo("1 commits, 100 added, 10 within 14, 30 within 30"));
        Assert.That(origins["hand"], Is.EqualTo("1 commits, 0 added, 0 within 14, 0 within 30"));
    }

    [Test]
    public void Rework_is_told_by_week_and_by_who_wrote_the_lines()
    {
        var (folder, git) = Begun();
        git.Commit("2026-03-03", "Add\n\nAI-Assisted: yes", ("A.cs", Lines(100)));
        git.Commit("2026-03-04", "Add\n\nAI-Assisted: no", ("B.cs", Lines(50)));
        git.Commit("2026-03-17", "Change", ("A.cs", Lines(80)), ("B.cs", Lines(45)));
        var week = Weeks(folder).Single(week => week.GetProperty("monday").GetString() == "2026-03-16");
        Assert.That(
            new[] { "reworked", "reworkedOfAssistants", "reworkedOfHands" }
                .Select(name => week.GetProperty(name).GetInt32()),
            Is.EqualTo(new[] { 25, 20, 5 }));
    }

    [Test]
    public void A_share_of_the_lines_of_these_weeks_counts_none_that_are_older()
    {
        var (folder, git) = Begun();
        git.Commit("2026-03-03", "Add\n\nAI-Assisted: yes", ("A.cs", Lines(100)));
        git.Commit("2026-03-17", "Change\n\nAI-Assisted: yes", ("A.cs", Lines(80)), ("B.cs", Lines(10)));
        git.Commit("2026-03-18", "Change", ("B.cs", Lines(7)));
        Assert.That(
            Origins(folder, "2026-03-19", "--weeks", "1")["assistant"],
            Is.EqualTo("1 commits, 10 added, 3 within 14, 3 within 30"));
    }

    [Test]
    public void A_renamed_file_keeps_its_lines()
    {
        var (folder, git) = Begun();
        git.Commit("2026-03-03", "Add\n\nAI-Assisted: yes", ("A.cs", Lines(100)));
        git.Run("2026-03-04", "mv", "A.cs", "B b.cs");
        git.Commit("2026-03-04", "Rename");
        git.Commit("2026-03-05", "Change", ("B b.cs", Lines(95)));
        Assert.That(Origins(folder, "2026-04-01")["assistant"], Does.Contain("5 within 14"));
    }

    [Test]
    public void What_no_mark_fits_is_unknown()
    {
        var (folder, git) = Begun();
        git.Commit("2026-03-03", "By an assistant\n\nAssisted-by: some tool", ("A.cs", Lines(3)));
        git.Commit("2026-03-04", "By nobody knows whom", ("B.cs", Lines(4)));
        var origins = Origins(folder, "2026-04-01");
        Assert.That(origins["assistant"], Does.StartWith("1 commits, 3 added"));
        Assert.That(origins["unknown"], Does.StartWith("2 commits"));
        Assert.That(origins["hand"], Does.StartWith("0 commits"));
    }

    [Test]
    public void A_team_has_its_own_marks()
    {
        var (folder, git) = Begun();
        git.Commit(
            "2026-03-03", "[bot] Add", ("AiAware.marks", "assistant subject [bot]*\nhand author *one@example.com*\n"));
        var origins = Origins(folder, "2026-04-01");
        Assert.That(origins["assistant"], Does.StartWith("1 commits"));
        Assert.That(origins["hand"], Does.StartWith("1 commits"));
    }

    [Test]
    public void Fixes_after_a_release_are_counted_for_it()
    {
        var (folder, git) = Begun();
        git.Commit("2026-03-03", "fix: before the release");
        git.Tag("2026-03-04", "v1.0");
        git.Commit("2026-03-05", "fix: after it");
        git.Commit("2026-03-06", "Revert \"something\"");
        git.Tag("2026-03-07", "nightly");
        git.Commit("2026-04-20", "fix: too late to count");
        var history = Json(folder, "2026-04-27").GetProperty("history");
        var release = history.GetProperty("releases").EnumerateArray().Single();
        Assert.That(release.GetProperty("tag").GetString(), Is.EqualTo("v1.0"));
        Assert.That(release.GetProperty("fixesWithin30Days").GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public void Names_and_subjects_of_any_kind_are_read()
    {
        var (folder, git) = Begun();
        git.Commit(
            "2026-03-03", "fix: \u001f\u001e tab\tand \"quotes\"", ("a \"b\"\t{c => d}.cs", Lines(7)),
            ("ü.cs", Lines(2)));
        Assert.That(Origins(folder, "2026-04-01")["unknown"], Does.Contain("9 added"));
    }

    [Test]
    public void A_shallow_clone_is_a_gap_and_no_error()
    {
        var (folder, git) = Begun();
        git.Commit("2026-03-10", "Change", ("A.cs", Lines(5)));
        git.Commit("2026-03-17", "Change", ("A.cs", Lines(6)));
        var clone = Path.Combine(Scratch.Folder(), "clone");
        Command.Succeed(folder, "git", "clone", "-q", "--depth", "1", "file://" + folder, clone);
        var log = new Log(clone).AddPrice("A.cs", 2).Write();
        var json = Evidence.Write(clone, "2026-03-30", "--logs", log).Json;
        Assert.That(json.GetProperty("gaps").ToString(), Does.Contain("This clone is shallow"));
        Assert.That(
            json.GetProperty("findings").GetProperty("ages").EnumerateArray().Last().ToString(),
            Does.Match("unknown[^}]*1"), "the line may be older than what was fetched");
        Assert.That(
            Command.Expect(2, clone, "check", "--since", "HEAD~1", "--logs", log).Errors,
            Does.Contain("shallow").And.Contain("--unshallow"));
    }

    [Test]
    public void Without_git_there_is_a_gap_and_a_report()
    {
        var folder = Shop.Folder();
        var log = Shop.Log(folder).Write();
        var output = Command.Run(
            folder, Path.Combine(DotNetHome(), "dotnet"),
            [Repository.Tool, "report", "--out", "evidence", "--logs", log], ("PATH", Scratch.Folder()));
        Assert.That(output.ExitCode, Is.Zero, output.Errors);
        Assert.That(
            File.ReadAllText(Path.Combine(folder, "evidence", "report.md")), Does.Contain("'git' is not installed"));
    }

    private static string DotNetHome() =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .First(folder => File.Exists(Path.Combine(folder, "dotnet")));

    private static (string Folder, Git Git) Begun()
    {
        var folder = Scratch.Folder();
        var git = new Git(folder);
        git.Commit("2026-03-02", "Begin");
        return (folder, git);
    }

    private static string Lines(int count) => string.Concat(Enumerable.Range(0, count).Select(line => $"// {line}\n"));

    private static JsonElement Json(string folder, string day, params string[] more) =>
        Evidence.Write(folder, day, ["--logs", new Log(folder).Write("none.sarif"), .. more]).Json;

    private static IEnumerable<JsonElement> Weeks(string folder) =>
        Json(folder, "2026-03-30").GetProperty("history").GetProperty("weeks").EnumerateArray();

    private static Dictionary<string, string> Origins(string folder, string day, params string[] more) =>
        Json(folder, day, more).GetProperty("history").GetProperty("origins").EnumerateArray().ToDictionary(
            origin => origin.GetProperty("origin").GetString()!,
            origin => $"{origin.GetProperty("commits")} commits, {origin.GetProperty("added")} added, "
                + $"{origin.GetProperty("reworkedWithin14Days")} within 14, "
                + $"{origin.GetProperty("reworkedWithin30Days")} within 30");
}
