using System.Collections.Immutable;

namespace AiAwareAnalyzers.Tests;

/// <summary>A package that the restore of the test project has laid on disk.</summary>
internal sealed record RestoredPackage(string Id, string Version)
{
    /// <summary>Where its assemblies are, if that is not told by the target.</summary>
    public string? Folder { get; init; }

    /// <summary>The first downloaded version of a package, or the first that starts as asked.</summary>
    public static RestoredPackage Of(string id, string startingWith = "") =>
        new(id, Repository.VersionOf(id, startingWith));

    /// <summary>
    /// What a project with this target compiles against: of <c>ref</c>, else of <c>lib</c>, the nearest framework.
    /// </summary>
    public ImmutableArray<string> AssembliesFor(string target) =>
        AssembliesIn(Folder ?? Nearest("ref", target) ?? Nearest("lib", target)
            ?? throw new InvalidOperationException($"The package {Id} {Version} has no assemblies for '{target}'."));

    private string Root => Path.Combine(Repository.Packages, Id.ToLowerInvariant(), Version.ToLowerInvariant());

    /// <summary>
    /// Sorted, as the order of references is the order of symbols; a folder with only <c>_._</c> has none.
    /// </summary>
    private ImmutableArray<string> AssembliesIn(string folder) =>
        [.. Directory.GetFiles(Path.Combine(Root, folder), "*.dll").Order(StringComparer.Ordinal)];

    private string? Nearest(string kind, string target)
    {
        var parent = Path.Combine(Root, kind);
        if (!Directory.Exists(parent)) return null;
        var folders = Directory.GetDirectories(parent)
            .ToDictionary(folder => Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase);
        return UsableFrom(target).Select(framework => folders.GetValueOrDefault(framework))
            .FirstOrDefault(folder => folder is not null);
    }

    /// <summary>The frameworks whose assemblies a project may use, nearest first.</summary>
    private static IEnumerable<string> UsableFrom(string target)
    {
        string[] known =
        [
            "net10.0", "net9.0", "net8.0", "net7.0", "net6.0", "net5.0", "netcoreapp3.1", "netcoreapp3.0",
            "netcoreapp2.1", "netcoreapp2.0", "netstandard2.1", "netstandard2.0", "netstandard1.6", "netstandard1.3",
            "netstandard1.1", "netstandard1.0",
        ];
        return known.SkipWhile(framework => framework != target);
    }
}
