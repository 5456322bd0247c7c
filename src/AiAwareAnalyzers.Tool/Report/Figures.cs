using System.Globalization;
using AiAwareAnalyzers.Tool.Git;
using AiAwareAnalyzers.Tool.Report.Inputs;

namespace AiAwareAnalyzers.Tool.Report;

/// <summary>Numbers as texts; what is not known is called so, and never zero.</summary>
internal static class Figures
{
    public const string Unknown = "unknown";

    /// <summary>A sign does not part from its number at the end of a line.</summary>
    private const string PercentSign = "\u00a0%";

    public static string Of(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Of(double? number) => number?.ToString("N1", CultureInfo.InvariantCulture) ?? Unknown;

    public static string Of(Share? share) =>
        share?.Percent is { } percent ? $"{Of(percent)}{PercentSign} ({Of(share.Part)} of {Of(share.Whole)})" : Unknown;

    public static string Percent(int part, int whole) => whole == 0 ? Unknown : Of(100.0 * part / whole) + PercentSign;

    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(Origin origin) => origin switch
    {
        Origin.Assistant => "an assistant",
        Origin.Hand => "hand",
        _ => Unknown,
    };
}
