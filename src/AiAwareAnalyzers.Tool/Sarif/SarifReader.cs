using System.Text.Json;
using AiAwareAnalyzers.Tool.Findings;

namespace AiAwareAnalyzers.Tool.Sarif;

/// <summary>Reads a SARIF 2.1 log result by result: a log of a large solution does not fit into memory.</summary>
internal sealed class SarifReader
{
    private const string Version = "2.1.0";

    private readonly string _file;
    private readonly Action<SarifResult> _take;
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);
    private string _version = "";

    private SarifReader(string file, Action<SarifResult> take)
    {
        _file = file;
        _take = take;
    }

    /// <summary>Whether a log lists rules of this package: none means that the project does not refer to it.</summary>
    public bool KnowsRules { get; private set; }

    /// <summary>Hands over each result of a log, in its order.</summary>
    public static SarifReader Read(string file, Action<SarifResult> take)
    {
        var reader = new SarifReader(file, take);
        try
        {
            using var stream = File.OpenRead(file);
            reader.ReadLog(new StreamedJson(stream));
        }
        catch (JsonException broken)
        {
            throw new Complaint(
                $"'{file}' is cut off or no JSON (line {broken.LineNumber + 1}): write the log again");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new Complaint($"'{file}' cannot be read: {unreadable.Message}");
        }

        return reader;
    }

    private void ReadLog(StreamedJson json)
    {
        if (!json.Read() || json.Token != JsonTokenType.StartObject) throw NoLog();
        while (json.Read() && json.Token == JsonTokenType.PropertyName)
            if (json.Text == "version") ReadVersion(json);
            else if (json.Text == "runs") ReadRuns(json);
            else json.Skip();
        if (json.Read()) throw NoLog();
        if (_version.Length == 0) throw NoLog();
    }

    private void ReadVersion(StreamedJson json)
    {
        json.Read();
        _version = json.Text;
        if (_version != Version)
            throw new Complaint(
                $"'{_file}' is SARIF '{_version}', and {Version} is read: "
                + "build with -p:ErrorLog=FILE%2Cversion=2.1");
    }

    private void ReadRuns(StreamedJson json)
    {
        json.Read();
        if (json.Token != JsonTokenType.StartArray) throw NoLog();
        while (json.Read() && json.Token == JsonTokenType.StartObject) ReadRun(json);
    }

    private void ReadRun(StreamedJson json)
    {
        while (json.Read() && json.Token == JsonTokenType.PropertyName)
            if (json.Text == "results") ReadResults(json);
            else if (json.Text == "tool") ReadTool(json);
            else json.Skip();
    }

    private void ReadResults(StreamedJson json)
    {
        json.Read();
        if (json.Token != JsonTokenType.StartArray) throw NoLog();
        while (json.Value() is { } value)
            using (value)
                if (ResultOf(value.RootElement) is { } result)
                    _take(result);
    }

    /// <summary>The compiler lists every rule that ran, also those that found nothing.</summary>
    private void ReadTool(StreamedJson json)
    {
        var depth = 0;
        var isId = false;
        do
        {
            if (!json.Read()) return;
            if (isId && RuleCatalog.IsOurs(json.Text)) KnowsRules = true;
            isId = json.Token == JsonTokenType.PropertyName && json.Text == "id";
            if (json.Token is JsonTokenType.StartObject or JsonTokenType.StartArray) depth++;
            if (json.Token is JsonTokenType.EndObject or JsonTokenType.EndArray) depth--;
        }
        while (depth > 0);
    }

    private SarifResult? ResultOf(JsonElement result)
    {
        if (result.Text("ruleId") is not { Length: > 0 } rule) return null;
        var place = result.Child("locations").First().Child("physicalLocation");
        return new SarifResult(
            string.Intern(rule),
            Levels.Parse(result.Text("level")),
            result.Child("message").Text("text"),
            PathOf(place.Child("artifactLocation").Text("uri")),
            RegionOf(place.Child("region")),
            SuppressionOf(result.Child("suppressions").First()));
    }

    private static Region RegionOf(JsonElement region)
    {
        var line = region.Number("startLine");
        var column = region.Number("startColumn");
        return new Region(
            line, column, Math.Max(line, region.Number("endLine")), Math.Max(column, region.Number("endColumn")));
    }

    private static Suppression? SuppressionOf(JsonElement suppression) =>
        suppression.ValueKind == JsonValueKind.Object
            ? new Suppression(
                suppression.Child("properties").Text("suppressionType"), suppression.Text("justification"))
            : null;

    private string PathOf(string uri)
    {
        if (_paths.TryGetValue(uri, out var known)) return known;
        var path = Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.IsFile
            ? address.LocalPath
            : Uri.UnescapeDataString(uri);
        return _paths[uri] = path;
    }

    private Complaint NoLog() => new($"'{_file}' is no SARIF log: there is no 'version' and 'runs' in it");
}
