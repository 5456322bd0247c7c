using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.Money.Arithmetic;

/// <summary>The declarations whose type others rely on: callers outside the solution, and the database.</summary>
internal static class VisibleMembers
{
    /// <summary>How the title names a declaration that others rely on; null for one that nobody else sees.</summary>
    public static string? Describe(ISymbol symbol)
    {
        var member = symbol is IParameterSymbol parameter ? parameter.ContainingSymbol : symbol;
        if (IsColumn(symbol)) return $"the column of {NameOf(symbol)}";
        return member is not ILocalSymbol && IsPublic(member) ? $"public {NameOf(member)}" : null;
    }

    private static string NameOf(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.DelegateInvoke }
        ? member.ContainingType.Name
        : member.ContainingType is { } type ? $"{type.Name}.{member.Name}"
        : member.Name;

    private static bool IsPublic(ISymbol member)
    {
        for (ISymbol? around = member; around is not null and not INamespaceSymbol; around = around.ContainingSymbol)
            if (around.DeclaredAccessibility
                is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
                return false;
        return true;
    }

    /// <summary>A property with a mapping attribute, or of a type that a context keeps in a set.</summary>
    private static bool IsColumn(ISymbol symbol) =>
        symbol is IPropertySymbol { ContainingType: { } entity } property
        && (property.GetAttributes().Any(attribute =>
            attribute.AttributeClass?.Name is "ColumnAttribute" or "PrecisionAttribute") || IsInSet(entity));

    private static bool IsInSet(INamedTypeSymbol entity) =>
        entity.ContainingAssembly is IAssemblySymbol assembly
        && SetsOf(assembly.GlobalNamespace).Any(set => SymbolEqualityComparer.Default.Equals(set, entity));

    private static IEnumerable<ITypeSymbol> SetsOf(INamespaceSymbol space) =>
        space.GetTypeMembers().SelectMany(type => type.GetMembers().OfType<IPropertySymbol>())
            .Select(property => EntityFramework.EntityOf(property.Type)).OfType<ITypeSymbol>()
            .Concat(space.GetNamespaceMembers().SelectMany(SetsOf));
}
