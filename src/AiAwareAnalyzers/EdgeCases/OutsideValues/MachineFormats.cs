using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Formats that a program reads again, told by what stands around a number.</summary>
internal static class MachineFormats
{
    private static readonly Regex Query = new(@"[?&][\w.\-]+=$", RegexOptions.CultureInvariant);

    private static readonly Regex Json = new(@"\w""\s*:\s*$", RegexOptions.CultureInvariant);

    private static readonly Regex JsonEnd = new(@"^\s*([,}\]]|$)", RegexOptions.CultureInvariant);

    private static readonly Regex Style = new(
        @"(^|[;\s{""])(--[\w-]+|(min-|max-)?(width|height)|left|right|top|bottom|opacity|font-size|line-height|gap"
        + @"|(margin|padding|flex|border)(-\w+)*|transform:\s*\w+\()\s*(:\s*)?$",
        RegexOptions.CultureInvariant);

    private static readonly Regex Unit = new(
        @"^(%|px|rem|em|vh|vw|deg|fr|s|ms)\b|^%|^\s*;", RegexOptions.CultureInvariant);

    private static readonly Regex Separators = new(@"^[,;\s""']*$", RegexOptions.CultureInvariant);

    /// <summary>
    /// What a number is written into, as one speaks of it; null where a person reads it, as far as one can see.
    /// </summary>
    /// <param name="before">The text up to the number, or to the value before it.</param>
    /// <param name="after">The text behind it, up to the next value.</param>
    /// <param name="all">All that is written, without the values.</param>
    public static string? Around(string before, string after, string all)
    {
        if (Query.IsMatch(before)) return "an address";
        if (Json.IsMatch(before) && JsonEnd.IsMatch(after) && all.IndexOf('{') >= 0) return "JSON";
        if (Style.IsMatch(before) && Unit.IsMatch(after)) return "a style";
        return Separators.IsMatch(all) && (before.EndsWith(",", StringComparison.Ordinal) || IsSeparator(after))
            ? "a list"
            : null;
    }

    private static bool IsSeparator(string text) => text is ",";
}
