namespace AiAwareAnalyzers.Knowledge.Language;

/// <summary>Sets of words, written as a text: <c>WordSet.Of("add admin audit")</c>.</summary>
internal static class WordSet
{
    /// <summary>The words of all lines, as they are written.</summary>
    public static ImmutableHashSet<string> Of(params string[] lines) => Of(StringComparer.Ordinal, lines);

    /// <summary>The words of all lines, however they are capitalized.</summary>
    public static ImmutableHashSet<string> IgnoringCase(params string[] lines) =>
        Of(StringComparer.OrdinalIgnoreCase, lines);

    private static ImmutableHashSet<string> Of(StringComparer comparer, string[] lines) =>
        lines.SelectMany(static line => line.Split(' '))
            .Where(static word => word.Length > 0)
            .ToImmutableHashSet(comparer);
}
