using System.Collections.Immutable;
using System.Reflection;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A package that a restore has laid on disk. Nothing is ever downloaded.</summary>
internal sealed class PackageFolder
{
    private static readonly Lazy<string> Root = new(FindRoot);

    private readonly PackageIdentity _package;
    private readonly string _path;

    private PackageFolder(PackageIdentity package, string path)
    {
        _package = package;
        _path = path;
    }

    internal static PackageFolder Find(PackageIdentity package)
    {
        var path = Path.Combine(Root.Value, package.Id.ToLowerInvariant(), package.Version.ToLowerInvariant());
        return Directory.Exists(path)
            ? new PackageFolder(package, path)
            : throw new InvalidOperationException(
                $"The package {package} is not in '{Root.Value}'. Tests do not download: let the restore of the test "
                + $"project fetch it with <PackageDownload Include=\"{package.Id}\" Version=\"[{package.Version}]\" />.");
    }

    internal ImmutableArray<string> AssembliesIn(string folder)
    {
        var path = Path.Combine(_path, folder);
        return Directory.Exists(path)
            ? FindAssemblies(path)
            : throw new InvalidOperationException($"The package {_package} has no folder '{folder}'.");
    }

    /// <summary>What a project with this target compiles against: of <c>ref</c>, else of <c>lib</c>, the nearest framework.</summary>
    internal ImmutableArray<string> AssembliesFor(string targetFramework)
    {
        var usable = TargetFrameworks.UsableFrom(targetFramework);
        var nearest = FindNearest("ref", usable) ?? FindNearest("lib", usable);
        return nearest is null
            ? throw new InvalidOperationException($"The package {_package} has no assemblies for '{targetFramework}'.")
            : FindAssemblies(nearest);
    }

    private string? FindNearest(string kind, ImmutableArray<string> frameworks)
    {
        var parent = Path.Combine(_path, kind);
        if (!Directory.Exists(parent))
            return null;

        var folders = Directory.GetDirectories(parent).ToDictionary(folder => Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase);
        return frameworks.Select(framework => folders.GetValueOrDefault(framework)).FirstOrDefault(folder => folder is not null);
    }

    /// <summary>Sorted, as the order of references is the order of symbols; a folder with only <c>_._</c> has none.</summary>
    private static ImmutableArray<string> FindAssemblies(string folder) =>
        [.. Directory.GetFiles(folder, "*.dll").Order(StringComparer.Ordinal)];

    private static string FindRoot() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? AppDomain.CurrentDomain.GetAssemblies().Select(RootNamedBy).FirstOrDefault(root => !string.IsNullOrEmpty(root))
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string? RootNamedBy(Assembly assembly) =>
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(fact => fact.Key == "NuGetPackageRoot")?.Value;
}
