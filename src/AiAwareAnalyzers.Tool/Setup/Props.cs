namespace AiAwareAnalyzers.Tool.Setup;

/// <summary>The reference to the package and the preset, in the properties that all projects share.</summary>
internal static class Props
{
    private const string End = "</Project>";

    public static string? Merge(string before, string mode, string version)
    {
        if (before.Contains("AiAwareAnalyzers", StringComparison.Ordinal)) return null;
        var added =
            $"""
              <PropertyGroup>
                <AiAwareMode>{mode}</AiAwareMode>
              </PropertyGroup>

              <ItemGroup>
                <PackageReference Include="AiAwareAnalyzers" Version="{version}" PrivateAssets="all" />
              </ItemGroup>

            """;
        if (before.Length == 0) return $"<Project>\n\n{added}\n{End}\n";
        var at = before.LastIndexOf(End, StringComparison.Ordinal);
        return at < 0 ? null : $"{before[..at]}\n{added}\n{before[at..]}";
    }
}
