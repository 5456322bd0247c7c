namespace AiAwareAnalyzers.Knowledge.Symbols;

/// <summary>What a type is besides itself.</summary>
internal static class Inheritance
{
    /// <summary>
    /// Whether a type is another one, derives from it or implements it. A generic ancestor without arguments stands for
    /// all of its kind; nothing derives from a type that is not there.
    /// </summary>
    public static bool Inherits(this ITypeSymbol? type, ITypeSymbol? ancestor)
    {
        if (type is null || ancestor is null) return false;
        for (var current = type; current is not null; current = current.BaseType)
            if (IsSame(current, ancestor)) return true;
        if (ancestor.TypeKind != TypeKind.Interface) return false;

        foreach (var contract in type.AllInterfaces)
            if (IsSame(contract, ancestor)) return true;
        return false;
    }

    /// <summary>As above, for any of several.</summary>
    public static bool InheritsAny(this ITypeSymbol? type, ImmutableArray<INamedTypeSymbol> ancestors)
    {
        foreach (var ancestor in ancestors)
            if (type.Inherits(ancestor)) return true;
        return false;
    }

    /// <summary>A type and those that it derives from, the nearest first.</summary>
    public static IEnumerable<ITypeSymbol> SelfAndBases(this ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType) yield return current;
    }

    private static bool IsSame(ITypeSymbol type, ITypeSymbol wanted) =>
        SymbolEqualityComparer.Default.Equals(type, wanted)
        || SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, wanted);
}
