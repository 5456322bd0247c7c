using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>The types whose objects are rows of a table.</summary>
internal sealed class StoredTypes
{
    private readonly INamedTypeSymbol? _context;
    private readonly Lazy<ImmutableHashSet<string>> _names;
    private readonly Lazy<ImmutableHashSet<ITypeSymbol>> _ofLibraries;

    private StoredTypes(Compilation compilation)
    {
        _context = compilation.GetTypeByMetadataName("Microsoft.EntityFrameworkCore.DbContext");
        _names = new(() => NamesIn(compilation));
        _ofLibraries = new(() => OfLibraries(compilation));
    }

    public static StoredTypes Of(Compilation compilation) => Facts.Of(compilation, static c => new StoredTypes(c));

    /// <summary>
    /// Whether some <c>DbSet</c> holds objects of a type, in this project or in one that it refers to, or the store of
    /// the users does.
    /// </summary>
    public bool Contain(INamedTypeSymbol type) =>
        _context is not null
        && (_names.Value.Contains(type.Name)
            || _ofLibraries.Value.Contains(type)
            || type.SelfAndBases().Any(ancestor => ancestor.Name == "IdentityUser"));

    /// <summary>The types that a <c>DbSet</c> of this project is written with. A look at names.</summary>
    private static ImmutableHashSet<string> NamesIn(Compilation compilation) => compilation.SyntaxTrees
        .Where(tree => Calls.AreMentioned(tree, "DbSet<"))
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<GenericNameSyntax>())
        .Where(name => name.Identifier.ValueText == "DbSet")
        .SelectMany(name => name.TypeArgumentList.Arguments)
        .Select(argument => argument is QualifiedNameSyntax { Right: var name } ? name : argument)
        .Select(name => name.ToString())
        .ToImmutableHashSet();

    /// <summary>What the contexts of the solution's other projects hold.</summary>
    private ImmutableHashSet<ITypeSymbol> OfLibraries(Compilation compilation) =>
        _context is null
            ? ImmutableHashSet<ITypeSymbol>.Empty
            : compilation.SourceModule.ReferencedAssemblySymbols
                .Where(IsBuiltUponContexts)
                .SelectMany(assembly => TypesIn(assembly.GlobalNamespace))
                .Where(type => type.Inherits(_context))
                .SelectMany(context => context.GetMembers().OfType<IPropertySymbol>())
                .Select(set => set.Type)
                .OfType<INamedTypeSymbol>()
                .Where(set => set is { Name: "DbSet", TypeArguments: { Length: 1 } })
                .Select(set => set.TypeArguments[0])
                .ToImmutableHashSet<ITypeSymbol>(SymbolEqualityComparer.Default);

    private bool IsBuiltUponContexts(IAssemblySymbol assembly) =>
        !assembly.Name.StartsWith("Microsoft", StringComparison.Ordinal)
        && assembly.Modules.SelectMany(module => module.ReferencedAssemblies)
            .Any(reference => reference.Name == _context!.ContainingAssembly.Name);

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceSymbol root)
    {
        var open = new Stack<INamespaceSymbol>();
        open.Push(root);
        while (open.Count > 0)
        {
            var space = open.Pop();
            foreach (var inner in space.GetNamespaceMembers()) open.Push(inner);
            foreach (var type in space.GetTypeMembers()) yield return type;
        }
    }
}
