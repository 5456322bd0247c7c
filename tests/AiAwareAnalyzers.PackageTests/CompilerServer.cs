namespace AiAwareAnalyzers.PackageTests;

/// <summary>The one warm compiler that builds on a developer's machine share; here it ends with the tests.</summary>
internal static class CompilerServer
{
    private static readonly string Name = "AiAwareAnalyzers." + Guid.NewGuid().ToString("N")[..8];

    public static void Serve(IDictionary<string, string?> environment)
    {
        environment["UseSharedCompilation"] = "true";
        environment["SharedCompilationId"] = Name;
    }

    public static void End()
    {
        var here = Path.GetTempPath();
        var version = DotNet.Succeed(here, "--version").Text.Trim();
        var folder = DotNet.Succeed(here, "--list-sdks").Text.Split('\n')
            .Single(line => line.StartsWith(version + " ", StringComparison.Ordinal))
            .Split('[', ']')[1];
        DotNet.Run(
            here, Path.Combine(folder, version, "Roslyn", "bincore", "VBCSCompiler.dll"),
            "-shutdown", $"-pipename:{Name}");
    }
}
