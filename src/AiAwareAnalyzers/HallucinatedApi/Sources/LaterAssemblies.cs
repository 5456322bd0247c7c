namespace AiAwareAnalyzers.HallucinatedApi.Sources;

/// <summary>Assemblies that were built against a later version of another one than the compilation refers to.</summary>
internal sealed class LaterAssemblies
{
    private readonly ImmutableHashSet<ISymbol> _wanting;

    private LaterAssemblies(Compilation compilation)
    {
        var here = compilation.ReferencedAssemblyNames.ToLookup(
            static identity => identity.Name, static identity => identity.Version);
        _wanting = compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => assembly.Modules.SelectMany(static module => module.ReferencedAssemblies)
                .Any(wanted => here.Contains(wanted.Name)
                    && here[wanted.Name].All(version => version < wanted.Version)))
            .ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);
    }

    public static LaterAssemblies Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new LaterAssemblies(c));

    public bool AreWantedBy(ITypeSymbol type) => _wanting.Contains(type.ContainingAssembly);
}
