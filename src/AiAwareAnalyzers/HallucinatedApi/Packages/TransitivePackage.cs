using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Packages;

/// <summary>
/// A package that only comes along, with what the compilation has of it: its assemblies, and the names that it
/// declares.
/// </summary>
internal sealed class TransitivePackage(ResolvedPackage package, ImmutableArray<IAssemblySymbol> assemblies)
{
    private readonly Lazy<HashSet<string>> _namespaces = new(() => new(
        assemblies.SelectMany(assembly => PackageAssemblies.PublicTypes(assembly.GlobalNamespace))
            .Select(type => type.ContainingNamespace.ToDisplayString()), StringComparer.Ordinal));

    private readonly Lazy<HashSet<string>> _names = new(() => new(
        assemblies.SelectMany(assembly => PackageAssemblies.PublicTypes(assembly.GlobalNamespace)).SelectMany(NamesOf),
        StringComparer.Ordinal));

    private readonly ConcurrentDictionary<SyntaxTree, SimpleNameSyntax?> _uses = new();

    public ResolvedPackage Package => package;

    public ImmutableArray<IAssemblySymbol> Assemblies => assemblies;

    /// <summary>Whether a namespace of the package, or one within it, is imported by this name.</summary>
    public bool IsImportedBy(string name)
    {
        for (var outer = name; ; outer = outer.Substring(0, outer.LastIndexOf('.')))
        {
            if (_namespaces.Value.Contains(outer)) return true;
            if (outer.LastIndexOf('.') <= 0) return false;
        }
    }

    /// <summary>
    /// The first name in a file that is bound to the package. Only names that the package declares are bound at all.
    /// </summary>
    public SimpleNameSyntax? FirstUseIn(SemanticModel model) =>
        _uses.GetOrAdd(model.SyntaxTree, tree => tree.GetRoot()
            .DescendantNodes(static node => node is not UsingDirectiveSyntax)
            .OfType<SimpleNameSyntax>()
            .FirstOrDefault(name => _names.Value.Contains(name.Identifier.ValueText) && IsBound(name, model)));

    private bool IsBound(SimpleNameSyntax name, SemanticModel model) =>
        model.GetSymbolInfo(name).Symbol is { ContainingAssembly: { } home }
        && assemblies.Contains(home, SymbolEqualityComparer.Default);

    private static IEnumerable<string> NamesOf(INamedTypeSymbol type)
    {
        const string Attribute = nameof(Attribute);
        yield return type.Name;
        if (type.Name.EndsWith(Attribute, StringComparison.Ordinal))
            yield return type.Name[..^Attribute.Length];
        if (!type.MightContainExtensionMethods) yield break;
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            if (method.IsExtensionMethod) yield return method.Name;
    }
}
