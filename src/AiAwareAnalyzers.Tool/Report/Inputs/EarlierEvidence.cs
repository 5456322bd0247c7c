using System.Globalization;
using System.Text.Json;
using AiAwareAnalyzers.Tool.Sarif;

namespace AiAwareAnalyzers.Tool.Report.Inputs;

/// <summary>What earlier reports said.</summary>
internal sealed class EarlierEvidence
{
    private readonly SortedDictionary<string, TrendPoint> _points = new(StringComparer.Ordinal);
    private readonly List<string> _gaps = [];
    private DateTimeOffset _newest;

    /// <summary>One for each report, oldest first.</summary>
    public IReadOnlyList<TrendPoint> Trend => [.. _points.Values];

    /// <summary>The open findings of the newest earlier report; null where there is none.</summary>
    public IReadOnlyDictionary<FindingKey, int>? Open { get; private set; }

    public IReadOnlyList<string> Gaps => _gaps;

    public static EarlierEvidence In(IEnumerable<string> files)
    {
        var earlier = new EarlierEvidence();
        foreach (var file in files) earlier.Read(file);
        return earlier;
    }

    private void Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var json = JsonDocument.Parse(stream);
            if (json.RootElement.Number("schemaVersion") != Evidence.SchemaVersion)
                throw new JsonException("it is of another version of the schema");
            Take(json.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or IOException or UnauthorizedAccessException)
        {
            _gaps.Add($"'{file}' is left out of the trend: {broken.Message}");
        }
    }

    private void Take(JsonElement evidence)
    {
        foreach (var point in evidence.Child("trend").Items().Select(TrendPoint.Read)) _points[point.Time] = point;
        if (!DateTimeOffset.TryParse(
                evidence.Text("generated"), CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            || time <= _newest)
            return;
        _newest = time;
        Open = evidence.Child("findings").Child("open").Items()
            .GroupBy(FindingKey.Read)
            .ToDictionary(entry => entry.Key, entry => entry.Sum(one => one.Number("count")));
    }
}

/// <summary>What findings of two reports share when they are about the same.</summary>
internal readonly record struct FindingKey(string Rule, string File, string Member)
{
    public static FindingKey Read(JsonElement entry) =>
        new(entry.Text("rule"), entry.Text("file"), entry.Text("member"));
}

/// <summary>The sums of one report.</summary>
internal sealed record TrendPoint(string Time, string Commit, int New, int Baselined, int Suppressed, int Lines)
{
    public int Open => New + Baselined;

    public double? PerThousandLines => Lines == 0 ? null : 1000.0 * Open / Lines;

    public string Day => Time.Split('T')[0];

    public static TrendPoint Read(JsonElement point) =>
        new(
            point.Text("time"), point.Text("commit"), point.Number("new"), point.Number("baselined"),
            point.Number("suppressed"), point.Number("lines"));
}
