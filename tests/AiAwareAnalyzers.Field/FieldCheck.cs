using System.Diagnostics;
using AiAwareAnalyzers.Field.Comparing;
using AiAwareAnalyzers.Field.Judging;
using AiAwareAnalyzers.Field.Loading;
using AiAwareAnalyzers.Field.Printing;
using AiAwareAnalyzers.Field.Running;

namespace AiAwareAnalyzers.Field;

/// <summary>Loads, runs, compares, writes and prints, as far as the request asks for it.</summary>
internal static class FieldCheck
{
    public const int NothingDone = 2;

    private const int Good = 0;

    /// <summary>A rule has crashed, or denies a name that the compiler has found.</summary>
    private const int Bad = 1;

    public static async Task<int> RunAsync(Request request, TextWriter writer)
    {
        var report = new Report(writer);
        if (request.Judgements is { } judged) report.Precisions(Precision.Table(await ReadAsync(judged)));
        return request.Folders.IsEmpty ? Good : await RunAsync(request, report);
    }

    private static async Task<int> RunAsync(Request request, Report report)
    {
        var runs = await RunProjectsAsync(request);
        var findings = runs.SelectMany(run => run.Findings).DistinctBy(finding => finding.ToString()).ToList();
        report.Times(runs);
        report.Projects(runs);
        report.Findings(runs, findings);
        await KeepAsync(request, findings, report);
        return Judge(runs, report);
    }

    private static async Task<IReadOnlyList<ProjectRun>> RunProjectsAsync(Request request)
    {
        var clock = Stopwatch.StartNew();
        var rules = AskedRules.AskedBy(request);
        var loader = new ProjectLoader(ProjectInputs.Below(request), rules.Generators, rules.Severities);
        var runner = new ProjectRunner(rules, request);
        var runs = new List<ProjectRun>();
        foreach (var project in loader.LoadAll())
        {
            if (runner.IsAside(project)) continue;

            // Said before: if the process is brought down, it is known where.
            await Console.Error.WriteLineAsync($"{clock.Elapsed.TotalSeconds,6:0.0} s  {project.Name}");
            runs.Add(await runner.RunAsync(project));
        }

        return runs.Count > 0 ? runs : throw new BadRequestException("There is no C# project below the folders");
    }

    /// <summary>Prints what has changed, and writes the findings; what is the same keeps its verdict.</summary>
    private static async Task KeepAsync(Request request, IReadOnlyCollection<Finding> findings, Report report)
    {
        if (request.Before is { } before)
        {
            var comparison = Comparison.Of((await ReadAsync(before)).Where(request.Asks), findings);
            report.Compared(comparison);
            findings = [.. comparison.New, .. comparison.Same];
        }

        if (request.Out is { } file) await File.WriteAllTextAsync(file, Sheet.Write(findings, request.Seed));
    }

    private static int Judge(IReadOnlyList<ProjectRun> runs, Report report)
    {
        var crashes = runs.SelectMany(run => run.Crashes).Distinct().ToList();
        var denied = runs.SelectMany(run => run.Denied).ToList();
        report.Crashes(crashes);
        report.Denied(denied);
        return crashes.Count + denied.Count == 0 ? Good : Bad;
    }

    private static async Task<ImmutableArray<Finding>> ReadAsync(string file) =>
        Sheet.Read(await File.ReadAllTextAsync(file));
}
