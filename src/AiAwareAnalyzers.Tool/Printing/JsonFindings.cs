using System.Text.Json;
using AiAwareAnalyzers.Tool.Findings;

namespace AiAwareAnalyzers.Tool.Printing;

/// <summary>Findings for a program.</summary>
internal static class JsonFindings
{
    public static void Write(Inspection inspection, Stream output)
    {
        using var json = Json.To(output);
        json.WriteStartObject();
        json.WriteString("root", inspection.Workplace.Root);
        foreach (var standing in Enum.GetValues<Standing>())
            json.WriteNumber(standing.ToString().ToLowerInvariant(), inspection.Of(standing).Count());
        json.WriteArray("gaps", inspection.Gaps, json.WriteStringValue);
        json.WriteArray("findings", inspection.Findings, finding => Write(finding, json));
        json.WriteEndObject();
    }

    private static void Write(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("family", RuleCatalog.Instance[finding.Rule].Family);
        json.WriteString("level", finding.Level.Word());
        json.WriteString("standing", finding.Standing.ToString().ToLowerInvariant());
        json.WriteString("file", finding.File);
        json.WriteNumber("line", finding.Region.Line);
        json.WriteNumber("column", finding.Region.Column);
        json.WriteString("member", finding.Member);
        json.WriteBoolean("highRisk", finding.IsHighRisk);
        if (finding.Surplus is { } surplus)
        {
            json.WriteNumber("inMember", surplus.Found);
            json.WriteNumber("baselinedInMember", surplus.Counted);
        }

        json.WriteString("message", finding.Message);
        json.WriteString("wayOut", MessageShape.WayOut(finding.Message));
        if (finding.Suppression is { } suppression)
            json.WriteString("justification", suppression.Justification);
        json.WriteEndObject();
    }
}
