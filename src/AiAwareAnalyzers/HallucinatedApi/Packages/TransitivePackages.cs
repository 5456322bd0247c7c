using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Packages;

/// <summary>The packages of a compilation that only come along, and where code uses each first.</summary>
internal sealed class TransitivePackages
{
    /// <summary>
    /// The framework of programs in a browser is a package; what it brings is as sure as what a framework has.
    /// </summary>
    private const string BrowserFramework = "Microsoft.AspNetCore.Components.WebAssembly";

    private readonly Compilation _compilation;
    private readonly ResolvedPackages _resolved;
    private readonly ConcurrentDictionary<SyntaxTree, ImmutableArray<string>> _imports = new();
    private readonly ConcurrentDictionary<TransitivePackage, bool> _partsOfContracts = new();
    private readonly Lazy<ImmutableArray<SyntaxTree>> _written;
    private readonly Lazy<ImmutableArray<string>> _globalImports;

    public TransitivePackages(Compilation compilation, ResolvedPackages resolved)
    {
        (_compilation, _resolved) = (compilation, resolved);
        Found = resolved.Uninvited.Where(package => resolved.BringerOf(package)?.Id != BrowserFramework)
            .Select(package =>
            new TransitivePackage(package, PackageAssemblies.Of(package, compilation)))
                .Where(package => !package.Assemblies.IsEmpty)
                .OrderBy(package => package.Package.Id, StringComparer.Ordinal)
                .ToImmutableArray();
        _written = new(() =>
            compilation.SyntaxTrees.Where(tree => !IsMade(tree))
                .OrderBy(tree => tree.FilePath, StringComparer.Ordinal)
                .ToImmutableArray());
        _globalImports = new(() => compilation.SyntaxTrees.SelectMany(Directives)
            .Where(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
            .Select(NameOf)
            .ToImmutableArray());
    }

    /// <summary>Those that the compiler has been given, whether code uses them or not.</summary>
    public ImmutableArray<TransitivePackage> Found { get; }

    /// <summary>
    /// The first use of a package in the project, where it stands in this file; null where it stands in another.
    /// </summary>
    [SuppressMessage(
        "MicrosoftCodeAnalysisCorrectness",
        "RS1030",
        Justification = "Which file is first is known from all files; only those that import the package are looked "
            + "at, and of their names only those that it declares.")]
    public SimpleNameSyntax? FirstUseIn(SemanticModel model, TransitivePackage package)
    {
        if (!IsImported(package, model.SyntaxTree) || package.FirstUseIn(model) is not { } use) return null;
        foreach (var tree in _written.Value)
        {
            if (tree == model.SyntaxTree) break;
            if (IsImported(package, tree) && package.FirstUseIn(_compilation.GetSemanticModel(tree)) is not null)
                return null;
        }

        return IsPartOfContract(package) ? null : use;
    }

    /// <summary>What it comes along with.</summary>
    public string BringerOf(TransitivePackage package) =>
        _resolved.BringerOf(package.Package) is { } bringer ? $"{bringer.Id} {bringer.Version}" : "another package";

    /// <summary>
    /// What the project file, and the file of central versions where there is one, must say to ask for it.
    /// </summary>
    public string LineFor(TransitivePackage package)
    {
        var (id, version) = (package.Package.Id, package.Package.Version);
        if (!_resolved.IsCentral) return $"<PackageReference Include=\"{id}\" Version=\"{version}\" />";
        var line = $"<PackageReference Include=\"{id}\" />";
        return _resolved.HasCentralVersion(id)
            ? line
            : $"{line}, and <PackageVersion Include=\"{id}\" Version=\"{version}\" /> to Directory.Packages.props";
    }

    /// <summary>
    /// A package whose types a package of the project file shows to everybody, itself or through one that it shows, is
    /// meant to be used with it.
    /// </summary>
    private bool IsPartOfContract(TransitivePackage uninvited) =>
        _partsOfContracts.GetOrAdd(uninvited, package => IsPartOfContract(package.Package));

    private bool IsPartOfContract(ResolvedPackage shown)
    {
        if (_resolved.DependentsOf(shown).Any(IsOnlyList)) return true;

        var met = new HashSet<ResolvedPackage> { shown };
        var open = new Queue<ResolvedPackage>(met);
        while (open.Count > 0)
        {
            var part = open.Dequeue();
            var assemblies = PackageAssemblies.Of(part, _compilation);
            if (_resolved.Direct.Any(direct => Shows(direct, assemblies) || IsNamedAfter(direct, part))) return true;
            foreach (var bringer in _resolved.DependentsOf(part))
                if (!met.Contains(bringer) && Shows(bringer, assemblies) && met.Add(bringer)) open.Enqueue(bringer);
        }

        return false;
    }

    /// <summary>The integration of just this library: <c>Aspire.Npgsql</c> for <c>Npgsql</c>.</summary>
    private static bool IsNamedAfter(ResolvedPackage direct, ResolvedPackage part) =>
        direct.Id.EndsWith("." + part.Id, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// A package that has nothing of its own and only lists others, which the project file asks for by it.
    /// </summary>
    private bool IsOnlyList(ResolvedPackage bringer) =>
        bringer.Assemblies.IsEmpty && _resolved.Direct.Contains(bringer);

    private bool Shows(ResolvedPackage package, ImmutableArray<IAssemblySymbol> parts) =>
        PackageAssemblies.Of(package, _compilation)
            .Any(assembly => parts.Any(part => PackageAssemblies.Speaks(assembly, part)));

    private bool IsImported(TransitivePackage package, SyntaxTree tree) =>
        _imports.GetOrAdd(tree, static file => Directives(file).Select(NameOf).ToImmutableArray())
            .Concat(_globalImports.Value)
            .Any(package.IsImportedBy);

    private static IEnumerable<UsingDirectiveSyntax> Directives(SyntaxTree tree) =>
        tree.GetRoot()
            .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>();

    private static string NameOf(UsingDirectiveSyntax directive)
    {
        var name = directive.Name?.ToString() ?? "";
        return name.StartsWith("global::", StringComparison.Ordinal) ? name.Substring("global::".Length) : name;
    }

    /// <summary>No finding is reported in a file that a tool has written.</summary>
    private static bool IsMade(SyntaxTree tree) =>
        tree.FilePath is var path
        && (path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".g.i.cs", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".designer.cs", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase));
}
