using AiAwareAnalyzers.Tool.Git;
using AiAwareAnalyzers.Tool.Ledgers;
using AiAwareAnalyzers.Tool.Printing;

namespace AiAwareAnalyzers.Tool.Report;

/// <summary>The short form, for a pull request or the summary of a CI step.</summary>
internal static class ReportMarkdown
{
    public static string Of(Evidence evidence)
    {
        using var output = new StringWriter { NewLine = "\n" };
        output.Line($"## {evidence.Title}: {TextFindings.Summary(evidence.Inspection)}\n");
        foreach (var gap in evidence.Gaps) output.Line($"> {gap}\n");
        if (evidence.Change is var (appeared, repaired))
            output.Line($"Since the last report {appeared} appeared and {repaired} were fixed.\n");
        WriteFamilies(evidence, output);
        WriteFacts(evidence, output);
        WriteHistory(evidence.History, output);
        MarkdownFindings.WriteNew(evidence.Inspection, output);
        return output.ToString();
    }

    private static void WriteFamilies(Evidence evidence, StringWriter output)
    {
        output.WriteLine("| Family | New | Baselined | Suppressed | In high-risk zones |");
        output.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var family in FamilyCounts.Of(evidence))
            output.Line(
                $"| {family.Family} | {family.New} | {family.Baselined} | {family.Suppressed} | {family.HighRisk} |");
        output.WriteLine();
    }

    private static void WriteFacts(Evidence evidence, StringWriter output)
    {
        var stale = evidence.Survey.SignOffs.Count(judged => judged.State != SignOffState.Fresh);
        output.Line($"- Sign-offs: {evidence.Survey.SignOffs.Count}, of which {stale} are stale");
        var broken = evidence.Invariants.Judged.Count(invariant => invariant.Violations > 0);
        output.Line($"- Invariants: {evidence.Invariants.Judged.Count}, of which {broken} are broken");
        output.Line($"- Tests passed: {Figures.Of(evidence.Tests.Results)}");
        output.Line($"- Lines covered: {Figures.Of(evidence.Tests.Coverage)}");
        output.Line($"- Mutants noticed: {Figures.Of(evidence.Tests.Mutation)}");
        output.Line($"- Open findings per 1,000 lines: {Figures.Of(evidence.Now.PerThousandLines)}");
    }

    private static void WriteHistory(History? history, StringWriter output)
    {
        if (history is null || history.Commits == 0) return;
        output.WriteLine("\n| Written by | Commits | Lines | Changed again within 14 days | Within 30 days |");
        output.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var origin in Enum.GetValues<Origin>())
            if (history[origin] is { Commits: > 0 } totals)
                output.Line(
                    $"""| {Figures.Of(origin)} | {totals.Commits} | {totals.Added} | {totals.ReworkedSoon} | {totals.Reworked} |""");
    }
}
