namespace AiAwareAnalyzers.HallucinatedApi.Packages;

/// <summary>The references of a compilation that come from a package.</summary>
internal static class PackageAssemblies
{
    public static ImmutableArray<IAssemblySymbol> Of(ResolvedPackage package, Compilation compilation)
    {
        var ends = package.Assemblies.Select(assembly => $"/{package.Id}/{package.Version}/{assembly}").ToList();
        return compilation.References.OfType<PortableExecutableReference>()
                .Where(reference => reference.FilePath?.Replace('\\', '/') is { } path
                    && ends.Exists(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
                .Select(compilation.GetAssemblyOrModuleSymbol)
                .OfType<IAssemblySymbol>()
                .ToImmutableArray();
    }

    /// <summary>
    /// Whether the public face of an assembly speaks of types of another: whoever uses the one may then use the other.
    /// </summary>
    public static bool Speaks(IAssemblySymbol assembly, IAssemblySymbol of) =>
        assembly.Modules.Any(module => module.ReferencedAssemblySymbols.Contains(of, SymbolEqualityComparer.Default))
        && PublicTypes(assembly.GlobalNamespace).Any(type => Speaks(type, of));

    /// <summary>The types that others can name, those within types not counted.</summary>
    public static IEnumerable<INamedTypeSymbol> PublicTypes(INamespaceSymbol space) =>
        space.GetTypeMembers()
            .Where(type => type.DeclaredAccessibility == Accessibility.Public)
            .Concat(space.GetNamespaceMembers().SelectMany(PublicTypes));

    private static bool Speaks(INamedTypeSymbol type, IAssemblySymbol of) =>
        Mentions(type.BaseType, of)
        || type.Interfaces.Any(implemented => Mentions(implemented, of))
        || type.GetMembers().Any(member => IsVisible(member) && Speaks(member, of));

    private static bool Speaks(ISymbol member, IAssemblySymbol of) => member switch
    {
        IMethodSymbol method => Mentions(method.ReturnType, of)
            || method.Parameters.Any(parameter => Mentions(parameter.Type, of))
            || method.TypeParameters.Any(parameter => parameter.ConstraintTypes.Any(type => Mentions(type, of))),
        IPropertySymbol property => Mentions(property.Type, of),
        IFieldSymbol field => Mentions(field.Type, of),
        IEventSymbol happening => Mentions(happening.Type, of),
        INamedTypeSymbol nested => Speaks(nested, of),
        _ => false,
    };

    private static bool IsVisible(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected
            or Accessibility.ProtectedOrInternal;

    private static bool Mentions(ITypeSymbol? type, IAssemblySymbol assembly) => type switch
    {
        IArrayTypeSymbol array => Mentions(array.ElementType, assembly),
        INamedTypeSymbol named =>
            SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, assembly)
            || named.TypeArguments.Any(argument => Mentions(argument, assembly)),
        _ => false,
    };
}
