namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>The compiler that the tests run in: the newest, or the oldest that the package supports.</summary>
internal static class Host
{
    /// <summary>
    /// Whether the host's C# has all the syntax of the code; the newest host reads everything that is meant to be read.
    /// </summary>
    public static bool Reads(string code) =>
        !CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Latest)).GetDiagnostics().Any();

    public static bool IsNewest => LanguageVersion.Latest.MapSpecifiedToEffectiveVersion() >= (LanguageVersion)1400;
}
