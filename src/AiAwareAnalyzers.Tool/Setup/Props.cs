using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.Tool.Setup;

/// <summary>The reference to the package and the preset, in the properties that all projects share.</summary>
internal static partial class Props
{
    public const string CentralName = "Directory.Packages.props";

    private const string End = "</Project>";

    /// <summary>Whether versions stand in one place, where a reference with its own breaks the restore.</summary>
    public static bool AreVersionsCentral(params string[] files) => files.Any(file => Central().IsMatch(file));

    /// <summary>The preset, and the reference where projects say their versions themselves.</summary>
    public static string? Merge(string before, string mode, string? version)
    {
        var sign = version is null ? "<AiAwareMode" : "AiAwareAnalyzers";
        if (before.Contains(sign, StringComparison.Ordinal)) return null;
        var preset =
            $"""
              <PropertyGroup>
                <AiAwareMode>{mode}</AiAwareMode>
              </PropertyGroup>

            """;
        return Insert(
            before,
            version is null
                ? preset
                : $"{preset}\n{Reference("PackageReference", version, """ PrivateAssets="all" """)}");
    }

    /// <summary>The reference for all projects whose versions are central.</summary>
    public static string? MergeCentral(string before, string version) =>
        before.Contains("AiAwareAnalyzers", StringComparison.Ordinal)
            ? null
            : Insert(before, Reference("GlobalPackageReference", version, " "));

    private static string Reference(string item, string version, string rest) =>
        $"""
          <ItemGroup>
            <{item} Include="AiAwareAnalyzers" Version="{version}"{rest}/>
          </ItemGroup>

        """;

    /// <summary>At the end; null where that is not to be found.</summary>
    private static string? Insert(string before, string added)
    {
        if (before.Length == 0) return $"<Project>\n\n{added}\n{End}\n";
        var at = before.LastIndexOf(End, StringComparison.Ordinal);
        return at < 0 ? null : $"{before[..at]}\n{added}\n{before[at..]}";
    }

    [GeneratedRegex(@"<ManagePackageVersionsCentrally[^>]*>\s*true\s*<", RegexOptions.IgnoreCase)]
    private static partial Regex Central();
}
