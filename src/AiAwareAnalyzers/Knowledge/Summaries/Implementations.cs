using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Knowledge.Summaries;

/// <summary>Which methods of this compilation may run when a method is called.</summary>
internal sealed class Implementations
{
    /// <summary>A contract with more bodies behind it is nobody's in particular.</summary>
    private const int Most = 8;

    /// <summary>One base class may do the work for a repository of each table.</summary>
    private const int MostHeirs = 200;

    private readonly Lazy<ILookup<ISymbol, INamedTypeSymbol>> _heirs;

    private Implementations(Compilation compilation) => _heirs = new(() => HeirsIn(compilation));

    public static Implementations Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new Implementations(c));

    /// <summary>
    /// The method itself where it has a body and nobody overrides it, or those that stand in for it; none where that
    /// cannot be said.
    /// </summary>
    public ImmutableArray<IMethodSymbol> Of(IMethodSymbol method)
    {
        var called = (method.ReducedFrom ?? method).OriginalDefinition;
        var type = called.ContainingType;
        if (type is null) return ImmutableArray<IMethodSymbol>.Empty;
        if (type.TypeKind != TypeKind.Interface && !called.IsAbstract && !called.IsVirtual && !called.IsOverride)
            return ImmutableArray.Create(called);

        var heirs = _heirs.Value[type].Take(MostHeirs + 1).ToList();
        if (heirs.Count > MostHeirs) return ImmutableArray<IMethodSymbol>.Empty;
        var standIns = heirs.Select(heir => StandIn(called, heir)).OfType<IMethodSymbol>();
        var bodies = (called.IsAbstract ? standIns : standIns.Append(called))
            .Select(static found => found.OriginalDefinition)
            .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)
            .Take(Most + 1)
            .ToImmutableArray();
        return bodies.Length > Most ? ImmutableArray<IMethodSymbol>.Empty : bodies;
    }

    /// <summary>The types that implement a contract with these arguments, in this compilation.</summary>
    public IEnumerable<INamedTypeSymbol> TypesBehind(INamedTypeSymbol contract) =>
        _heirs.Value[contract.OriginalDefinition].Where(heir => heir.Inherits(contract));

    private static IMethodSymbol? StandIn(IMethodSymbol called, INamedTypeSymbol heir) =>
        called.ContainingType.TypeKind == TypeKind.Interface
            ? Implementing(called, heir)
            : heir.SelfAndBases()
                .TakeWhile(type => !SymbolEqualityComparer.Default.Equals(
                    type.OriginalDefinition, called.ContainingType))
                .SelectMany(type => type.GetMembers(called.Name).OfType<IMethodSymbol>())
                .FirstOrDefault(candidate => Overrides(candidate, called));

    private static IMethodSymbol? Implementing(IMethodSymbol called, INamedTypeSymbol heir) =>
        heir.AllInterfaces
            .Where(contract => SymbolEqualityComparer.Default.Equals(
                contract.OriginalDefinition, called.ContainingType))
            .SelectMany(contract => contract.GetMembers(called.Name))
            .Where(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, called))
            .Select(heir.FindImplementationForInterfaceMember)
            .OfType<IMethodSymbol>()
            .FirstOrDefault();

    private static bool Overrides(IMethodSymbol candidate, IMethodSymbol called)
    {
        for (var method = candidate.OverriddenMethod; method is not null; method = method.OverriddenMethod)
            if (SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, called)) return true;
        return false;
    }

    /// <summary>The types that one can make, by what they are besides.</summary>
    private static ILookup<ISymbol, INamedTypeSymbol> HeirsIn(Compilation compilation) =>
        compilation.Assembly.GlobalNamespace.AllTypes()
            .Where(static type => type is { IsAbstract: false, TypeKind: TypeKind.Class or TypeKind.Struct })
            .SelectMany(static type => type.SelfAndBases().Skip(1).Concat(type.AllInterfaces)
                .Select(ancestor => (Ancestor: ancestor.OriginalDefinition, Heir: type)))
            .Distinct()
            .ToLookup<(ITypeSymbol Ancestor, INamedTypeSymbol Heir), ISymbol, INamedTypeSymbol>(
                static pair => pair.Ancestor, static pair => pair.Heir, SymbolEqualityComparer.Default);
}
