namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>
/// Text that the code dictates: with <c>AIAWARE_BLESS=1</c> the tests write it, otherwise they compare.
/// </summary>
internal static class Blessing
{
    public const string Switch = "AIAWARE_BLESS";

    private static bool IsOn => Environment.GetEnvironmentVariable(Switch) == "1";

    /// <summary>A whole file that the code dictates.</summary>
    public static void Holds(string path, string expected)
    {
        if (IsOn) File.WriteAllText(path, expected);
        var actual = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.That(
            actual,
            Is.EqualTo(expected),
            $"{House.Relative(path)} does not say what the code says; run the tests with {Switch}=1");
    }

    /// <summary>The part of a file between two marks that the code dictates.</summary>
    public static void Holds(string path, string opening, string closing, string expected)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var start = text.IndexOf(opening, StringComparison.Ordinal);
        var end = text.IndexOf(closing, StringComparison.Ordinal);
        Assert.That(
            start >= 0 && end > start, Is.True, $"{House.Relative(path)} needs the marks {opening} and {closing}");
        Holds(path, $"{text[..(start + opening.Length)]}\n{expected}{text[end..]}");
    }
}
