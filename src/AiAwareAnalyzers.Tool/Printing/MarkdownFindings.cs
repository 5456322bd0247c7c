using AiAwareAnalyzers.Tool.Findings;

namespace AiAwareAnalyzers.Tool.Printing;

/// <summary>Findings for a pull request or the summary of a CI step.</summary>
internal static class MarkdownFindings
{
    /// <summary>A comment that is longer is cut by the pages that show it.</summary>
    private const int MostPlaces = 200;

    public static void Write(Inspection inspection, TextWriter output)
    {
        output.Line($"## {TextFindings.Summary(inspection)}");
        foreach (var gap in inspection.Gaps) output.Line($"> {gap}");
        WriteNew(inspection, output);
    }

    public static void WriteNew(Inspection inspection, TextWriter output)
    {
        var rest = MostPlaces;
        foreach (var group in FindingGroup.Of(inspection.New))
        {
            output.Line($"\n**{group.Rule.Id} {group.Rule.Title}** ({group.Rule.Family}, {group.Count})\n");
            if (group.Rule.FixAll is { } fix) output.WriteLine($"Fix all: `{fix}`\n");
            foreach (var finding in group.Findings.Take(Math.Max(0, rest)))
                output.Line($"- {finding.Place}: {finding.Told}");
            if (group.Count > rest) output.Line($"- … and {group.Count - Math.Max(0, rest)} more");
            rest -= group.Count;
        }
    }
}
