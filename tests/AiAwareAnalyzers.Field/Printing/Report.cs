using AiAwareAnalyzers.Field.Comparing;
using AiAwareAnalyzers.Field.Judging;
using AiAwareAnalyzers.Field.Running;

namespace AiAwareAnalyzers.Field.Printing;

/// <summary>Prints what was run and found.</summary>
internal sealed class Report(TextWriter writer)
{
    /// <summary>Which projects were run, how much of them binds, and what the compiler says about the rest.</summary>
    public void Projects(IReadOnlyList<ProjectRun> runs)
    {
        writer.WriteLine($"{"project",-50} {"loaded",-8} {"files",6} {"left out",8}  errors");
        foreach (var run in runs)
            Project(run.Project.Name, LoadedAs(run), run.Files.Length, run.LeftOut.Length, run.Errors);
        Project("all", "", runs.Sum(run => run.Files.Length), runs.Sum(run => run.LeftOut.Length), []);
    }

    public void Findings(IReadOnlyList<ProjectRun> runs, IReadOnlyList<Finding> findings)
    {
        writer.WriteLine($"\n{"rule",-9} {"level",-11} {"production",10} {"tests",6}");
        foreach (var rule in findings.GroupBy(finding => (finding.Rule, finding.Level)).OrderBy(rule => rule.Key))
            writer.WriteLine($"{rule.Key.Rule,-9} {rule.Key.Level,-11} {Count(rule, false),10} {Count(rule, true),6}");
        Density("production", runs, findings, inTests: false);
        Density("tests", runs, findings, inTests: true);
    }

    public void Times(IEnumerable<ProjectRun> runs)
    {
        writer.WriteLine($"\n{"rule",-50} {"ms",8}");
        var rules = runs.SelectMany(run => run.Times).GroupBy(time => time.Rule, time => time.Milliseconds);
        foreach (var rule in rules.OrderByDescending(rule => rule.Sum()))
            writer.WriteLine($"{rule.Key,-50} {rule.Sum(),8:0}");
    }

    public void Crashes(IReadOnlyCollection<string> crashes)
    {
        writer.WriteLine($"\nCrashes: {crashes.Count}");
        foreach (var crash in crashes) writer.WriteLine(crash);
    }

    /// <summary>Names that a rule says do not exist, where the compiler has found them.</summary>
    public void Denied(IReadOnlyCollection<Finding> findings)
    {
        if (findings.Count == 0) return;
        writer.WriteLine($"\nTHE COMPILER IS CONTENT, AND {findings.Count} FINDINGS SAY THAT A NAME DOES NOT EXIST:");
        foreach (var finding in Sorted(findings)) writer.WriteLine(finding);
    }

    public void Compared(Comparison found)
    {
        writer.WriteLine($"\nCompared: {found.New.Length} new, {found.Gone.Length} gone, {found.Same.Length} same");
        foreach (var finding in Sorted(found.New)) writer.WriteLine($"  new   {finding}");
        foreach (var finding in Sorted(found.Gone)) writer.WriteLine($"  gone  {finding} {finding.Verdict}".TrimEnd());
    }

    public void Precisions(IEnumerable<Precision> table)
    {
        writer.WriteLine($"{"rule",-20} {"read",5} {"right",6} {"weak",5} {"wrong",6} {"precision",10}");
        foreach (var row in table)
            writer.WriteLine($"{row.Name,-20} {row.Read,5} {row.Right,6} {row.Weak,5} {row.Wrong,6} {row.Share,10:0%}");
    }

    private void Project(
        string name, string loaded, int files, int leftOut, IEnumerable<KeyValuePair<string, int>> errors)
    {
        var frequent = string.Join(' ', errors.Take(4).Select(error => $"{error.Key}:{error.Value}"));
        writer.WriteLine($"{name,-50} {loaded,-8} {files,6} {leftOut,8}  {frequent}".TrimEnd());
    }

    private void Density(string kind, IEnumerable<ProjectRun> runs, IEnumerable<Finding> findings, bool inTests)
    {
        var files = runs.SelectMany(run => run.Files).DistinctBy(file => file.Name);
        var kiloLines = files.Where(file => file.InTests == inTests).Sum(file => file.Lines) / 1000.0;
        var levels = findings.Where(finding => finding.InTests == inTests).CountBy(finding => finding.Level);
        var words = levels.Select(level => $"{level.Value} {level.Key}s, {level.Value / kiloLines:0.00} per KLOC");
        writer.WriteLine($"\n{kiloLines:0.0} KLOC of {kind}: {string.Join("; ", words.DefaultIfEmpty("no findings"))}");
    }

    private static string LoadedAs(ProjectRun run) => run.Project.Input.IsLoose ? "loose" : "as built";

    private static int Count(IEnumerable<Finding> findings, bool inTests) =>
        findings.Count(finding => finding.InTests == inTests);

    private static IEnumerable<Finding> Sorted(IEnumerable<Finding> findings) =>
        findings.OrderBy(finding => (finding.Rule, finding.File, finding.Line));
}
