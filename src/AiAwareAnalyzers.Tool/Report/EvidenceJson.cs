using System.Globalization;
using System.Text.Json;
using AiAwareAnalyzers.Tool.Findings;
using AiAwareAnalyzers.Tool.Git;
using AiAwareAnalyzers.Tool.Printing;
using AiAwareAnalyzers.Tool.Report.Inputs;

namespace AiAwareAnalyzers.Tool.Report;

/// <summary>
/// The evidence for programs, and for later reports; docs/evidence.schema.json says what each part means.
/// </summary>
internal static class EvidenceJson
{
    public static void Write(Evidence evidence, Stream output)
    {
        using var json = Json.To(output);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", Evidence.SchemaVersion);
        json.WriteString("title", evidence.Title);
        json.WriteString("generated", evidence.Now.Time);
        json.WriteString("commit", evidence.Commit);
        json.WriteArray("gaps", evidence.Gaps, json.WriteStringValue);
        json.WriteNumber("lines", evidence.Survey.Lines);
        WriteFindings(evidence, json);
        WriteChange(evidence, json);
        WriteLedgers(evidence, json);
        WriteTests(evidence.Tests, json);
        WriteHistory(evidence.History, json);
        json.WriteArray("trend", evidence.Trend, point => WritePoint(point, json));
        json.WriteEndObject();
    }

    private static void WriteFindings(Evidence evidence, Utf8JsonWriter json)
    {
        json.WriteStartObject("findings");
        json.WriteNumber("new", evidence.Count(Standing.New));
        json.WriteNumber("baselined", evidence.Count(Standing.Baselined));
        json.WriteNumber("suppressed", evidence.Count(Standing.Suppressed));
        json.WriteArray("families", FamilyCounts.Of(evidence), family => Object(
            json, ("family", family.Family), ("new", family.New), ("baselined", family.Baselined),
            ("suppressed", family.Suppressed), ("highRisk", family.HighRisk)));
        json.WriteArray("ages", FindingAges.Buckets(evidence.Open, evidence.Time), age => Object(
            json, ("age", age.Age), ("count", age.Count)));
        json.WriteArray("groups", FindingGroup.Of(evidence.Open), group => Object(
            json, ("rule", group.Rule.Id), ("shape", group.Shape), ("count", group.Count)));
        json.WriteArray("open", evidence.OpenByKey, entry => Object(
            json, ("rule", entry.Key.Rule), ("file", entry.Key.File), ("member", entry.Key.Member),
            ("count", entry.Value)));
        json.WriteArray("suppressions", evidence.Inspection.Of(Standing.Suppressed), finding => Object(
            json, ("rule", finding.Rule), ("file", finding.File), ("line", finding.Region.Line),
            ("kind", finding.Suppression!.Kind), ("justification", finding.Suppression.Justification)));
        json.WriteEndObject();
    }

    private static void WriteChange(Evidence evidence, Utf8JsonWriter json)
    {
        if (evidence.Change is not var (appeared, repaired))
        {
            json.WriteNull("change");
            return;
        }

        json.WriteStartObject("change");
        json.WriteNumber("appeared", appeared);
        json.WriteNumber("fixed", repaired);
        json.WriteEndObject();
    }

    private static void WriteLedgers(Evidence evidence, Utf8JsonWriter json)
    {
        json.WriteArray("signOffs", evidence.Survey.SignOffs, judged => Object(
            json, ("member", judged.SignOff.Member), ("date", judged.SignOff.Date),
            ("reviewer", judged.SignOff.Reviewer), ("words", judged.SignOff.Words),
            ("state", judged.State.ToString().ToLowerInvariant())));
        json.WriteArray("zones", evidence.Survey.Zones, zone => Object(
            json, ("zone", zone.Text), ("open", evidence.OpenIn(zone)), ("files", zone.Files),
            ("members", zone.Members), ("signed", zone.Signed), ("stale", zone.Stale)));
        json.WriteArray("invariants", evidence.Invariants.Judged, invariant => Object(
            json, ("sentence", invariant.Sentence), ("violations", invariant.Violations)));
    }

    private static void WriteTests(TestEvidence tests, Utf8JsonWriter json)
    {
        json.WriteStartObject("tests");
        WriteShare("results", tests.Results, json);
        WriteShare("coverage", tests.Coverage, json);
        WriteShare("mutation", tests.Mutation, json);
        json.WriteEndObject();
    }

    private static void WriteShare(string name, Share? share, Utf8JsonWriter json)
    {
        json.WritePropertyName(name);
        if (share is null) json.WriteNullValue();
        else Object(json, ("part", share.Part), ("whole", share.Whole), ("files", share.Files));
    }

    private static void WriteHistory(History? history, Utf8JsonWriter json)
    {
        if (history is null)
        {
            json.WriteNull("history");
            return;
        }

        json.WriteStartObject("history");
        json.WriteArray("origins", Enum.GetValues<Origin>().Select(origin => history[origin]), totals => Object(
            json, ("origin", totals.Origin.ToString().ToLowerInvariant()), ("commits", totals.Commits),
            ("added", totals.Added), ("reworkedWithin14Days", totals.ReworkedSoon),
            ("reworkedWithin30Days", totals.Reworked)));
        json.WriteArray("weeks", history.Weeks, week => Object(
            json, ("monday", Day(week.Monday)), ("commits", week.Commits), ("merges", week.Merges),
            ("fixes", week.Fixes), ("added", week.Added), ("reworked", week.Reworked),
            ("reworkedOfAssistants", week.ReworkedOf(Origin.Assistant)),
            ("reworkedOfHands", week.ReworkedOf(Origin.Hand))));
        json.WriteArray("releases", history.Releases, release => Object(
            json, ("tag", release.Tag), ("day", Day(DateOnly.FromDateTime(release.Time.UtcDateTime))),
            ("fixesWithin30Days", release.Fixes)));
        json.WriteEndObject();
    }

    private static void WritePoint(TrendPoint point, Utf8JsonWriter json) =>
        Object(
            json, ("time", point.Time), ("commit", point.Commit), ("new", point.New), ("baselined", point.Baselined),
            ("suppressed", point.Suppressed), ("lines", point.Lines));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Object(Utf8JsonWriter json, params (string Name, object Value)[] members)
    {
        json.WriteStartObject();
        foreach (var (name, value) in members)
            if (value is int number) json.WriteNumber(name, number);
            else json.WriteString(name, (string)value);
        json.WriteEndObject();
    }
}
