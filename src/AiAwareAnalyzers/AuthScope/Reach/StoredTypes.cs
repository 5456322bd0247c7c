using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.AuthScope.Reach;

/// <summary>The types whose rows a database context of this solution holds.</summary>
internal sealed class StoredTypes
{
    private readonly EntityFramework _framework;
    private readonly Lazy<ILookup<ITypeSymbol, INamedTypeSymbol>> _contexts;

    private StoredTypes(Compilation compilation)
    {
        _framework = EntityFramework.Of(compilation);
        _contexts = new(() => Assemblies(compilation)
            .SelectMany(assembly => assembly.GlobalNamespace.AllTypes())
            .Where(_framework.IsContext)
            .SelectMany(context => SetsOf(context).Select(entity => (entity, context)))
            .ToLookup(
                pair => pair.entity,
                pair => pair.context,
                SymbolEqualityComparer.Default as IEqualityComparer<ITypeSymbol>));
    }

    public static StoredTypes Of(Compilation compilation) => Facts.Of(compilation, static c => new StoredTypes(c));

    public bool Contain(ITypeSymbol type) => _framework.Exists && _contexts.Value.Contains(type);

    /// <summary>
    /// Whether a context that holds a type runs code of its own before it saves: it may stamp who and when.
    /// </summary>
    public bool AreStamped(ITypeSymbol type) => _contexts.Value[type].Any(context => _framework.HasOwnSave(context));

    /// <summary>This project, and those it refers to that work with the framework themselves.</summary>
    private static IEnumerable<IAssemblySymbol> Assemblies(Compilation compilation) =>
        compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => !assembly.Name.StartsWith("Microsoft.", StringComparison.Ordinal)
                && assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference =>
                    reference.Name is "Microsoft.EntityFrameworkCore" or "EntityFramework")))
            .Prepend(compilation.Assembly);

    private static IEnumerable<ITypeSymbol> SetsOf(INamedTypeSymbol context) =>
        context.GetMembers().OfType<IPropertySymbol>()
            .Select(property => property.Type)
            .OfType<INamedTypeSymbol>()
            .Where(type => type is { Name: "DbSet" or "IDbSet", TypeArguments.Length: 1 })
            .Select(set => set.TypeArguments[0]);
}
