using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.HallucinatedApi.Agreement;

/// <summary>Names in a message: the first few, and whether there are more.</summary>
internal static class Listing
{
    private const int Most = 5;

    public static string Of(IEnumerable<string> names)
    {
        var shown = names.Take(Most + 1).Select(static name => $"'{Quote.Of(name)}'").ToList();
        return string.Join(", ", shown.Take(Most)) + (shown.Count > Most ? " …" : "");
    }
}
