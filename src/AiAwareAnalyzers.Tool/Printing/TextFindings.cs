using AiAwareAnalyzers.Tool.Findings;
using AiAwareAnalyzers.Tool.Terminal;

namespace AiAwareAnalyzers.Tool.Printing;

/// <summary>Findings for a person: what is new in groups, what is old as a number.</summary>
internal static class TextFindings
{
    public static void Write(Inspection inspection, TextWriter output)
    {
        var groups = FindingGroup.Of(inspection.New);
        foreach (var group in groups) Write(group, output);
        if (inspection.Findings.Count > 0)
            Screen.Table(["Rule", "What", "New", "Baselined", "Suppressed"], Rows(inspection));
        output.WriteLine(Summary(inspection));
    }

    public static string Summary(Inspection inspection) =>
        $"{Counted(inspection.New.Count(), "new finding")} in "
        + $"{Counted(FindingGroup.Of(inspection.New).Count, "group")}, "
        + $"{inspection.Of(Standing.Baselined).Count()} baselined, "
        + $"{inspection.Of(Standing.Suppressed).Count()} suppressed";

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static void Write(FindingGroup group, TextWriter output)
    {
        output.WriteLine($"{group.Rule.Id} {group.Rule.Title}: {group.Count} in {group.Rule.Family}");
        if (group.Count > 1) output.WriteLine($"  {group.Shape}");
        if (group.Rule.FixAll is { } fix) output.WriteLine($"  fix all: {fix}");
        foreach (var finding in group.Findings)
            output.WriteLine($"  {finding.Place}: {finding.Level.Word()} {finding.Rule}: {finding.Told}");
        output.WriteLine();
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(Inspection inspection) =>
        inspection.Findings.GroupBy(finding => finding.Rule)
            .OrderBy(rule => RepairOrder.RankOf(RuleCatalog.Instance[rule.Key].Family))
            .ThenBy(rule => rule.Key, StringComparer.Ordinal)
            .Select(rule => (string[])
            [
                rule.Key, RuleCatalog.Instance[rule.Key].Title,
                .. Enum.GetValues<Standing>().Select(standing => Count(rule, standing)),
            ]);

    private static string Count(IEnumerable<Finding> findings, Standing standing) =>
        $"{findings.Count(finding => finding.Standing == standing)}";
}
