using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>The marks in a test's code.</summary>
internal static partial class Markup
{
    /// <summary>The code without its marks.</summary>
    public static string Strip(string code) => Marks().Replace(code, "");

    public static int CountFindings(string code) => Findings().Count(code);

    /// <summary>Turns every unnamed mark into a numbered one, so that something can be said about each.</summary>
    public static string Number(string code)
    {
        var number = 0;
        return Opening().Replace(code, _ => $"{{|#{number++}:").Replace("|]", "|}", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\[\||\|\]|\{\|[#A-Za-z0-9]+:|\|\}")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\[\||\{\|(AIA|#)")]
    private static partial Regex Findings();

    [GeneratedRegex(@"\[\|")]
    private static partial Regex Opening();
}
