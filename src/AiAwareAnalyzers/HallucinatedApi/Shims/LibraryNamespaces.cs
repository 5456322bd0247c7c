using AiAwareAnalyzers.HallucinatedApi.Sources;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi.Shims;

/// <summary>Namespaces that belong to a library which this project refers to.</summary>
internal static class LibraryNamespaces
{
    /// <summary>
    /// A public type of the library whose namespace this is; null where it is this product's own, or the base
    /// library's, which everybody fills up for older targets.
    /// </summary>
    public static INamedTypeSymbol? OwnerOf(INamespaceSymbol space, Compilation compilation)
    {
        if (space.IsGlobalNamespace
            || RootOf(space) == "System"
            || RootOf(space) == compilation.AssemblyName?.Split('.')[0])
            return null;
        return compilation.GetCompilationNamespace(space)?.ConstituentNamespaces
            .Where(part => part.ContainingAssembly is { } assembly
                && !SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly)
                && AssemblySource.IsPackaged(assembly, compilation))
            .OrderByDescending(part => part.GetTypeMembers().Length)
            .SelectMany(part => part.GetTypeMembers())
            .FirstOrDefault(type => type.DeclaredAccessibility == Accessibility.Public);
    }

    /// <summary>Whether a later framework has the type: then it is declared for those that do not.</summary>
    public static bool ComesLater(INamedTypeSymbol type, Compilation compilation) =>
        ApiHistory.Of(compilation).SinceOfType(TypeNames.FullMetadataName(type)) is not null;

    private static string RootOf(INamespaceSymbol space)
    {
        while (space.ContainingNamespace is { IsGlobalNamespace: false } outer) space = outer;
        return space.Name;
    }
}
