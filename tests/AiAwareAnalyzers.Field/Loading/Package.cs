using System.Xml.Linq;

namespace AiAwareAnalyzers.Field.Loading;

/// <summary>A package as it lies on disk.</summary>
internal sealed record Package(string Folder)
{
    /// <summary>What code is compiled against.</summary>
    public IEnumerable<string> Assemblies
    {
        get
        {
            var parent = new[] { Inner("ref"), Inner("lib") }.FirstOrDefault(Directory.Exists);
            var folders = parent is null ? [] : Directory.EnumerateDirectories(parent);
            return TargetFolder.Nearest(folders, Path.GetFileName!) is { } nearest ? AssembliesIn(nearest) : [];
        }
    }

    public IEnumerable<string> Generators
    {
        get
        {
            var parent = Inner("analyzers", "dotnet");
            var newest = PackageVersion.NewestIn(parent, "roslyn");
            string[] folders = newest is null ? [parent] : [parent, newest];
            return folders.SelectMany(folder => new[] { folder, Path.Combine(folder, "cs") })
                .SelectMany(AssembliesIn)
                .Where(FrameworkFiles.RunsUnasked);
        }
    }

    /// <summary>The names of the packages that it depends on.</summary>
    public IEnumerable<string> Dependencies
    {
        get
        {
            var groups = Metadata("dependencies").Elements().Where(element => element.Name.LocalName == "group");
            var nearest = TargetFolder.Nearest(groups, group => (string?)group.Attribute("targetFramework") ?? "");
            var dependencies = nearest?.Elements() ?? Metadata("dependency");
            return dependencies.Select(dependency => (string?)dependency.Attribute("id")).OfType<string>();
        }
    }

    public bool NeedsAspNetCore => Metadata("frameworkReference")
        .Any(reference => (string?)reference.Attribute("name") == FrameworkFiles.AspNetCore);

    private static IEnumerable<string> AssembliesIn(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.dll") : [];

    private string Inner(params string[] names) => Path.Combine([Folder, .. names]);

    private IEnumerable<XElement> Metadata(string name) =>
        Directory.EnumerateFiles(Folder, "*.nuspec")
            .SelectMany(file => XDocument.Load(file).Descendants())
            .Where(element => element.Name.LocalName == name);
}
