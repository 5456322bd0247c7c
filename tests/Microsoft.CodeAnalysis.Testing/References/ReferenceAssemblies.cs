using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What test code is compiled against: a framework's reference assemblies and those of further packages.</summary>
/// <remarks>Packages are taken from the folder that a restore has filled; their dependencies have to be named as well.</remarks>
public sealed class ReferenceAssemblies
{
    /// <summary>By what is asked for, so that equal questions get the very same answer.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<ImmutableArray<MetadataReference>>> Resolved = new();

    public ReferenceAssemblies(string targetFramework)
        : this(targetFramework, referenceAssemblyPackage: null, referenceAssemblyPath: "")
    {
    }

    public ReferenceAssemblies(
        string targetFramework,
        PackageIdentity? referenceAssemblyPackage,
        string referenceAssemblyPath)
        : this(targetFramework, referenceAssemblyPackage, referenceAssemblyPath, assemblies: [], packages: [])
    {
    }

    private ReferenceAssemblies(
        string targetFramework,
        PackageIdentity? referenceAssemblyPackage,
        string referenceAssemblyPath,
        ImmutableArray<string> assemblies,
        ImmutableArray<PackageIdentity> packages)
    {
        TargetFramework = targetFramework;
        ReferenceAssemblyPackage = referenceAssemblyPackage;
        ReferenceAssemblyPath = referenceAssemblyPath;
        Assemblies = assemblies;
        Packages = packages;
    }

    /// <summary>No assemblies at all: each test names the framework that its code is written for.</summary>
    public static ReferenceAssemblies Default { get; } = new("net10.0");

    public string TargetFramework { get; }

    public PackageIdentity? ReferenceAssemblyPackage { get; }

    public string? ReferenceAssemblyPath { get; }

    /// <summary>Assemblies that are referenced besides those of the packages: paths, or names that the framework has anyway.</summary>
    public ImmutableArray<string> Assemblies { get; }

    public ImmutableArray<PackageIdentity> Packages { get; }

    public ReferenceAssemblies WithAssemblies(ImmutableArray<string> assemblies) => With(assemblies, Packages);

    public ReferenceAssemblies AddAssemblies(ImmutableArray<string> assemblies) =>
        WithAssemblies(Assemblies.AddRange(assemblies));

    public ReferenceAssemblies WithPackages(ImmutableArray<PackageIdentity> packages) => With(Assemblies, packages);

    public ReferenceAssemblies AddPackages(ImmutableArray<PackageIdentity> packages) =>
        WithPackages(Packages.AddRange(packages));

    public Task<ImmutableArray<MetadataReference>> ResolveAsync(string? language, CancellationToken cancellationToken) =>
        Task.FromResult(Resolved
            .GetOrAdd(Question, _ => new Lazy<ImmutableArray<MetadataReference>>(Resolve))
            .Value);

    private string Question =>
        $"{TargetFramework}|{ReferenceAssemblyPackage}|{ReferenceAssemblyPath}|{string.Join(',', Packages)}|{string.Join(',', Assemblies)}";

    private ReferenceAssemblies With(ImmutableArray<string> assemblies, ImmutableArray<PackageIdentity> packages) =>
        new(TargetFramework, ReferenceAssemblyPackage, ReferenceAssemblyPath ?? "", assemblies, packages);

    private ImmutableArray<MetadataReference> Resolve()
    {
        var assemblies = new AssemblySet();
        if (ReferenceAssemblyPackage is not null)
            assemblies.AddRange(PackageFolder.Find(ReferenceAssemblyPackage).AssembliesIn(ReferenceAssemblyPath ?? ""));

        foreach (var package in Packages)
            assemblies.AddRange(PackageFolder.Find(package).AssembliesFor(TargetFramework));

        foreach (var assembly in Assemblies)
            AddTo(assemblies, assembly);

        return [.. assemblies.Paths.Select(MetadataReferences.FromFile)];
    }

    private void AddTo(AssemblySet assemblies, string assembly)
    {
        if (Path.IsPathRooted(assembly))
            assemblies.Add(assembly.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? assembly : assembly + ".dll");
        else if (!assemblies.Contains(assembly))
            throw new InvalidOperationException($"The reference assemblies of '{TargetFramework}' have no '{assembly}'.");
    }
}
