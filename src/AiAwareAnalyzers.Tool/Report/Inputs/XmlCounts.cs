using System.Globalization;
using System.Xml;

namespace AiAwareAnalyzers.Tool.Report.Inputs;

/// <summary>Reads the first element of a name in an XML file; nothing outside of the file is ever fetched.</summary>
internal static class XmlCounts
{
    private static readonly XmlReaderSettings Closed = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
    };

    /// <summary>The attributes of the element as numbers; null, with the reason, where they cannot be read.</summary>
    public static IReadOnlyDictionary<string, double>? Of(string file, string element, out string gap)
    {
        gap = "";
        try
        {
            using var xml = XmlReader.Create(file, Closed);
            if (xml.ReadToFollowing(element)) return Attributes(xml);
            gap = $"'{file}' has no '{element}', and is left out";
        }
        catch (Exception broken) when (broken is XmlException or IOException or UnauthorizedAccessException)
        {
            gap = $"'{file}' cannot be read, and is left out: {broken.Message}";
        }

        return null;
    }

    private static Dictionary<string, double> Attributes(XmlReader xml)
    {
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        while (xml.MoveToNextAttribute())
            if (double.TryParse(xml.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                numbers[xml.LocalName] = number;
        return numbers;
    }
}
