using System.Reflection;

namespace AiAwareAnalyzers.Tests;

/// <summary>Where this repository's files are, and which packages its test project downloaded.</summary>
internal static class Repository
{
    private static readonly ILookup<string, string?> Metadata = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .ToLookup(metadata => metadata.Key, metadata => metadata.Value);

    public static string Root { get; } = Metadata["RepositoryRoot"].Single()!;

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The folder that a restore lays packages in.</summary>
    public static string Packages { get; } = Metadata["NuGetPackageRoot"].Single()!;

    /// <summary>The first downloaded version of a package, or the first that starts as asked.</summary>
    public static string VersionOf(string package, string startingWith = "") =>
        Metadata["TestPackage:" + package]
            .SelectMany(versions => versions!.Split(';'))
            .FirstOrDefault(version => version.StartsWith(startingWith, StringComparison.Ordinal))
        ?? throw new ArgumentException($"build/Packages.props lists no TestPackage '{package}' {startingWith}.");

    public static IEnumerable<string> SourcesIn(params string[] parts) =>
        Directory.EnumerateFiles(PathOf(parts), "*.cs", SearchOption.AllDirectories)
            .Where(file => !IsBuilt(file))
            .Order(StringComparer.Ordinal);

    /// <summary>The sources of the two assemblies that the compiler loads; the tool is a program of its own.</summary>
    public static IEnumerable<string> ShippedSources =>
        SourcesIn("src", "AiAwareAnalyzers").Concat(SourcesIn("src", "AiAwareAnalyzers.CodeFixes"));

    private static bool IsBuilt(string file)
    {
        var folders = Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar);
        return folders.Contains("obj") || folders.Contains("bin");
    }
}
