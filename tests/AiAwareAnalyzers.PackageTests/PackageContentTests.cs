using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace AiAwareAnalyzers.PackageTests;

/// <summary>What the package holds, and what its assemblies ask of the host that loads them.</summary>
public sealed class PackageContentTests
{
    private static readonly string[] Assemblies =
        ["analyzers/dotnet/cs/AiAwareAnalyzers.dll", "analyzers/dotnet/cs/AiAwareAnalyzers.CodeFixes.dll"];

    [Test]
    public void The_package_holds_exactly_its_entries() =>
        Assert.That(Package.Instance.Entries().Keys, Is.EquivalentTo(
        [
            .. Assemblies,
            "build/AiAwareAnalyzers.Ids.props",
            "build/AiAwareAnalyzers.props",
            "build/AiAwareAnalyzers.targets",
            "buildTransitive/AiAwareAnalyzers.props",
            "buildTransitive/AiAwareAnalyzers.targets",
            "config/Advisory.globalconfig",
            "config/None.globalconfig",
            "config/Recommended.globalconfig",
            "config/Strict.globalconfig",
            .. Pages(),
            "docs/CHANGELOG.md",
            "docs/options.md",
            "icon.png",
            "README.md",
            "AiAwareAnalyzers.nuspec",
            "[Content_Types].xml",
            "_rels/.rels",
            "package/services/metadata/core-properties/nuget.psmdcp",
        ]));

    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "rules"), "*.md")
            .Select(page => "docs/rules/" + Path.GetFileName(page));

    [Test]
    public void The_package_says_what_it_is_and_where_it_comes_from()
    {
        var metadata = XDocument.Load(new MemoryStream(Package.Instance.Read("AiAwareAnalyzers.nuspec"))).Root!
            .Elements()
            .Single();
        string? Value(string name) =>
            metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

        Assert.That(
            (Value("id"), Value(
                "developmentDependency"), Value("license"), Value("readme"), Value("icon"), Value("dependencies")),
            Is.EqualTo(("AiAwareAnalyzers", "true", "MIT", "README.md", "icon.png", (string?)null)));
        Assert.That(Value("releaseNotes"), Does.Contain("CHANGELOG.md"));
        var repository = metadata.Elements().Single(element => element.Name.LocalName == "repository");
        Assert.That(
            ((string?)repository.Attribute("url"), (string?)repository.Attribute("commit")),
            Is.EqualTo((Package.RepositoryUrl + ".git", Package.Commit)));
    }

    [TestCaseSource(nameof(Assemblies))]
    public void An_assembly_asks_for_nothing_that_the_oldest_host_lacks(string assembly)
    {
        var tooNew = ReferencesOf(assembly).Where(reference => !IsInOldestHost(reference.Name, reference.Version));
        Assert.That(tooNew, Is.Empty);
    }

    [TestCase("System.Composition.AttributedModel", "1.0.31")]
    [TestCase("System.Collections.Immutable", "7.0.0.0")]
    [TestCase("Microsoft.CodeAnalysis", "4.6.0.0")]
    [TestCase("Newtonsoft.Json", "13.0.0.0")]
    public void A_reference_that_the_oldest_host_lacks_is_seen(string name, string version) =>
        Assert.That(IsInOldestHost(name, System.Version.Parse(version)), Is.False);

    [Test]
    public void The_compiler_gets_no_assembly_that_needs_Workspaces() =>
        Assert.That(ReferencesOf(Assemblies[0]).Select(reference => reference.Name), Has.None.Contains("Workspaces"));

    [Test]
    public void A_help_link_leads_to_the_repository_that_the_package_was_built_from()
    {
        using var file = new PEReader(Package.Instance.Read(Assemblies[0]).ToImmutableArray());
        var metadata = file.GetMetadataReader();
        var facts = metadata.GetAssemblyDefinition().GetCustomAttributes()
            .Select(handle => metadata.GetBlobBytes(metadata.GetCustomAttribute(handle).Value))
            .Select(System.Text.Encoding.UTF8.GetString);
        Assert.That(facts, Has.Some.Contains(Package.RepositoryUrl));
    }

    [Test]
    public void Packing_again_from_another_folder_gives_the_same_bytes()
    {
        var again = Package.Pack("elsewhere");
        Assert.That(again.Entries(), Is.EquivalentTo(Package.Instance.Entries()), "entries");
        Assert.That(File.ReadAllBytes(again.File), Is.EqualTo(File.ReadAllBytes(Package.Instance.File)), "bytes");
    }

    private static IEnumerable<(string Name, Version Version)> ReferencesOf(string assembly)
    {
        using var file = new PEReader(Package.Instance.Read(assembly).ToImmutableArray());
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
                .Select(reference => (metadata.GetString(reference.Name), reference.Version)),
        ];
    }

    /// <summary>The newest version of each assembly that a compiler of the line 4.5.0 brings along.</summary>
    private static bool IsInOldestHost(string name, Version version) => name switch
    {
        "netstandard" => version <= new Version(2, 0, 0, 0),
        "AiAwareAnalyzers" => true,
        "Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.CSharp" or "Microsoft.CodeAnalysis.Workspaces"
        or "Microsoft.CodeAnalysis.CSharp.Workspaces"
            => version <= new Version(4, 5, 0, 0),
        "System.Collections.Immutable" or "System.Reflection.Metadata" => version <= new Version(6, 0, 0, 0),
        "System.Memory" => version <= new Version(4, 0, 1, 2),
        "System.Runtime.CompilerServices.Unsafe" => version <= new Version(6, 0, 0, 0),
        "System.Buffers" => version <= new Version(4, 0, 3, 0),
        "System.Threading.Tasks.Extensions" => version <= new Version(4, 2, 0, 1),
        _ => false,
    };
}
