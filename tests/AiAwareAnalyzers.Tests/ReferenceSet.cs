using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace AiAwareAnalyzers.Tests;

/// <summary>What test code is compiled against: assemblies of packages that a restore has laid on disk.</summary>
/// <remarks>Nothing is downloaded, so the packages that a package depends on have to be named as well.</remarks>
internal sealed class ReferenceSet
{
    /// <summary>
    /// Every file is opened once per process: what the compiler has read of it serves all tests.
    /// </summary>
    private static readonly ConcurrentDictionary<string, Lazy<MetadataReference>> Opened = new(StringComparer.Ordinal);

    /// <summary>By what is asked for, so that equal questions get the very same answer.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<ImmutableArray<MetadataReference>>> Found = new();

    private readonly ImmutableArray<RestoredPackage> _packages;
    private readonly ImmutableArray<string> _files;

    /// <summary>A framework, as one package has it in one folder.</summary>
    public ReferenceSet(string target, RestoredPackage framework, string folder)
        : this(target, [framework with { Folder = folder }], [])
    {
    }

    private ReferenceSet(string target, ImmutableArray<RestoredPackage> packages, ImmutableArray<string> files)
    {
        Target = target;
        _packages = packages;
        _files = files;
    }

    public string Target { get; }

    /// <summary>What is referred to, as text: the same for sets of the same.</summary>
    public string Key => $"{Target}|{string.Join(',', _packages)}|{string.Join(',', _files)}";

    public ImmutableArray<MetadataReference> Metadata =>
        Found.GetOrAdd(Key, _ => new Lazy<ImmutableArray<MetadataReference>>(Find)).Value;

    /// <summary>With packages in the first version that was downloaded, or the first that starts as asked.</summary>
    public ReferenceSet And(params string[] packages) => And("", packages);

    public ReferenceSet InVersion(string startingWith, params string[] packages) => And(startingWith, packages);

    public ReferenceSet AndFile(string path) => new(Target, _packages, _files.Add(path));

    private ReferenceSet And(string startingWith, string[] packages) =>
        new(Target, _packages.AddRange(packages.Select(package => RestoredPackage.Of(package, startingWith))), _files);

    private ImmutableArray<MetadataReference> Find() =>
        [.. NewestOfEach(_packages.SelectMany(package => package.AssembliesFor(Target)).Concat(_files)).Select(Open)];

    /// <summary>One file of a name: the newest, and of equally new ones the first, in the place of the first.</summary>
    private static IEnumerable<string> NewestOfEach(IEnumerable<string> files) =>
        files.GroupBy(file => Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase)
            .Select(same => same.Skip(1).Any() ? same.MaxBy(VersionOf)! : same.First());

    private static Version? VersionOf(string file) => System.Reflection.AssemblyName.GetAssemblyName(file).Version;

    internal static MetadataReference Open(string path) =>
        Opened.GetOrAdd(
            path, static file => new Lazy<MetadataReference>(() => MetadataReference.CreateFromFile(file))).Value;
}
