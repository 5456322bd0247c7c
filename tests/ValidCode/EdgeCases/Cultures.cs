using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ValidCode.EdgeCases;

/// <summary>Numbers and times for programs in one culture and one zone, and numbers for people in theirs.</summary>
public sealed class Cultures(IConfiguration settings)
{
    private const DateTimeStyles AsUtc = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;

    public double Zoom { get; } = double.Parse(settings["Zoom"] ?? "1.5", CultureInfo.InvariantCulture);

    public int Depth { get; } = settings.GetValue("Depth", 3);

    public static DateTime Noted(string path) =>
        DateTime.Parse(File.ReadAllText(path), null, DateTimeStyles.RoundtripKind);

    public static DateOnly Day(string path) =>
        DateOnly.ParseExact(File.ReadAllText(path), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Uri Around(double latitude) =>
        new(string.Create(CultureInfo.InvariantCulture, $"https://maps.example/tiles?lat={latitude}"));

    public static int Places(IEnumerable<(double Latitude, double Longitude)> stops)
    {
        var seen = new HashSet<string>();
        return stops.Count(stop => seen.Add($"{stop.Latitude},{stop.Longitude}"));
    }

    public static string Shown(decimal share) => $"Free: {share:F1}%";

    public static string Style(int width) => $"width: {width}%";

    public static int Tries(string text) => int.TryParse(text, out var tries) ? tries : 3;

    public static IEnumerable<decimal> Prices(string path) =>
        File.ReadLines(path).Select(static line => Cell<decimal>(line.Substring(line.IndexOf(';') + 1)));

    public static IEnumerable<int> Amounts(string path) =>
        File.ReadLines(path).Select(static line => Whole<int>(line.Split(';')[0]));

    public static bool IsStale(FileInfo file) => DateTime.UtcNow - file.LastWriteTimeUtc > TimeSpan.FromHours(1);

    public static bool IsYoung(FileInfo file) => DateTime.Now - file.LastWriteTime < TimeSpan.FromHours(1);

    public static bool IsOver(string stamp) =>
        DateTime.TryParse(stamp, CultureInfo.InvariantCulture, AsUtc, out var end) && end < DateTime.UtcNow;

    private static T Cell<T>(string cell)
        where T : struct, IParsable<T> =>
        T.TryParse(cell, CultureInfo.InvariantCulture, out var value) ? value : default;

    private static T Whole<T>(string cell)
        where T : struct, IParsable<T> =>
        T.TryParse(cell, null, out var value) ? value : default;
}
