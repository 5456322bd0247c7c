using System.Globalization;

namespace AiAwareAnalyzers.Knowledge.Templates;

/// <summary>The pieces of a composite format: text, and places for arguments.</summary>
internal static class CompositeFormat
{
    /// <summary>Splits a format. What makes no sense as a place stays text.</summary>
    public static IEnumerable<(string Text, int? Argument)> Split(string format)
    {
        var start = 0;
        for (var index = 0; index < format.Length; index++)
        {
            if (format[index] is not ('{' or '}')) continue;
            if (index + 1 < format.Length && format[index + 1] == format[index])
            {
                yield return (format.Substring(start, index + 1 - start), null);
                start = ++index + 1;
            }
            else if (format[index] == '{'
                && format.IndexOf('}', index) is > 0 and var end
                && Number(format, index + 1, end) is { } argument)
            {
                if (index > start) yield return (format.Substring(start, index - start), null);
                yield return ("", argument);
                start = end + 1;
                index = end;
            }
        }

        if (start < format.Length) yield return (format[start..], null);
    }

    private static int? Number(string format, int start, int end)
    {
        var stop = format.IndexOfAny([',', ':'], start, end - start);
        var digits = format.Substring(start, (stop < 0 ? end : stop) - start).Trim();
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
