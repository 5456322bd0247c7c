using System.Text.Json;

namespace AiAwareAnalyzers.Field.Loading;

/// <summary>What the packages of a project bring.</summary>
internal sealed record PackageSet(
    ImmutableArray<string> Assemblies, ImmutableArray<string> Generators, bool NeedsAspNetCore)
{
    /// <summary>The file in which a restore writes what it has resolved.</summary>
    public static string RestoredIn(string projectFolder) => Path.Combine(projectFolder, "obj", "project.assets.json");

    /// <summary>What a restore has resolved, or else the newest on this machine.</summary>
    public static PackageSet Of(ProjectText project)
    {
        var file = RestoredIn(project.Folder);
        return File.Exists(file) ? Restored(file) : Cached(project);
    }

    private static PackageSet Cached(ProjectText project)
    {
        var names = project.Items("PackageReference").Concat(project.Items("GlobalPackageReference"));
        var packages = PackageCache.Closure(names);
        return Of(packages, packages.SelectMany(package => package.Assemblies));
    }

    private static PackageSet Restored(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var assets = document.RootElement;
        var targets = assets.GetProperty("targets").EnumerateObject().Select(Target.Of);
        var libraries = TargetFolder.Nearest(targets, target => target.Framework)?.Libraries ?? [];
        var found = libraries.Where(IsPackage).ToDictionary(library => new Package(FolderOf(library, assets)));
        return Of(found.Keys, found.SelectMany(package => CompiledAgainst(package.Value, package.Key)));
    }

    private static PackageSet Of(IReadOnlyCollection<Package> packages, IEnumerable<string> assemblies) => new(
        [.. assemblies.Where(File.Exists)],
        [.. packages.SelectMany(package => package.Generators)],
        packages.Any(package => package.NeedsAspNetCore));

    private static bool IsPackage(JsonProperty library) => library.Value.GetProperty("type").GetString() == "package";

    private static string FolderOf(JsonProperty library, JsonElement assets)
    {
        var path = assets.GetProperty("libraries").GetProperty(library.Name).GetProperty("path").GetString()!;
        var roots = assets.GetProperty("packageFolders").EnumerateObject();
        return roots.Select(root => Path.Combine(root.Name, path)).FirstOrDefault(Directory.Exists)
            ?? throw new BadRequestException($"The package '{library.Name}' was restored, and is not there any more");
    }

    private static IEnumerable<string> CompiledAgainst(JsonProperty library, Package package) =>
        library.Value.TryGetProperty("compile", out var files)
            ? files.EnumerateObject().Select(file => file.Name)
                .Where(name => ProjectFiles.Has(name, ".dll"))
                .Select(name => Path.Combine(package.Folder, name))
            : [];

    /// <summary>What was resolved for one target framework.</summary>
    private sealed record Target(string Framework, ImmutableArray<JsonProperty> Libraries)
    {
        public static Target Of(JsonProperty target) => new(
            target.Name.Split('/')[0].Replace(",Version=v", "", StringComparison.Ordinal),
            [.. target.Value.EnumerateObject()]);
    }
}
