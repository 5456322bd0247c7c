using System.Text.Json;
using AiAwareAnalyzers.Tool.Findings;
using AiAwareAnalyzers.Tool.Sarif;

namespace AiAwareAnalyzers.Tool.Printing;

/// <summary>All findings as one SARIF 2.1 log, with what the ledgers say as suppressions.</summary>
internal static class SarifFindings
{
    public static void Write(Inspection inspection, Stream output)
    {
        using var json = Json.To(output);
        json.WriteStartObject();
        json.WriteString("$schema", "http://json.schemastore.org/sarif-2.1.0");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(inspection, json);
        WriteRoot(inspection.Workplace.Root, json);
        json.WriteArray("results", inspection.Findings, finding => Write(finding, json));
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Inspection inspection, Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "AiAwareAnalyzers");
        json.WriteStartArray("rules");
        foreach (var id in inspection.Findings.Select(finding => finding.Rule).Distinct().Order(StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteStartObject("shortDescription");
            json.WriteString("text", RuleCatalog.Instance[id].Title);
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteString("category", RuleCatalog.Instance[id].Family);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Places are relative to this folder.</summary>
    private static void WriteRoot(string root, Utf8JsonWriter json)
    {
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject("SRCROOT");
        json.WriteString("uri", new Uri(root + Path.DirectorySeparatorChar).AbsoluteUri);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        json.WriteString("level", finding.Level.Word());
        json.WriteStartObject("message");
        json.WriteString("text", finding.Message);
        json.WriteEndObject();
        if (finding.Standing != Standing.New) WriteSuppression(finding, json);
        if (finding.File.Length > 0) WritePlace(finding, json);
        json.WriteStartObject("properties");
        json.WriteString("member", finding.Member);
        json.WriteBoolean("highRisk", finding.IsHighRisk);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSuppression(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartArray("suppressions");
        json.WriteStartObject();
        json.WriteString("kind", finding.Standing == Standing.Baselined ? "external" : "inSource");
        json.WriteString(
            "justification",
            finding.Standing == Standing.Baselined ? "It stands in the baseline" : finding.Suppression!.Justification);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WritePlace(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        if (Path.IsPathRooted(finding.File))
            json.WriteString("uri", new Uri(finding.File).AbsoluteUri);
        else
        {
            json.WriteString("uri", string.Join('/', finding.File.Split('/').Select(Uri.EscapeDataString)));
            json.WriteString("uriBaseId", "SRCROOT");
        }

        json.WriteEndObject();
        if (finding.Region.Line > 0) WriteRegion(finding.Region, json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteRegion(Region region, Utf8JsonWriter json)
    {
        json.WriteStartObject("region");
        json.WriteNumber("startLine", region.Line);
        json.WriteNumber("startColumn", region.Column);
        json.WriteNumber("endLine", region.EndLine);
        json.WriteNumber("endColumn", region.EndColumn);
        json.WriteEndObject();
    }
}
