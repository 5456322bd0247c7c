using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.HallucinatedApi.Names;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>
/// Members that were meant to implement an interface, and have another name or other parameters than it asks for.
/// </summary>
internal static class NearMisses
{
    private const double Near = 0.6;

    /// <summary>Each member with what it misses.</summary>
    public static IEnumerable<(ISymbol Member, ISymbol Contract)> In(INamedTypeSymbol type, Compilation compilation)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct)
            || type.Interfaces.IsEmpty
            || Receiver.HasMissingAncestor(type))
            yield break;
        foreach (var wanted in type.AllInterfaces.SelectMany(contract => contract.GetMembers())
            .Where(member => member is { IsAbstract: true, IsStatic: false, CanBeReferencedByName: true }))
            if (type.FindImplementationForInterfaceMember(wanted) is null
                && Nearest(type, wanted, compilation) is { } member)
                yield return (member, wanted);
    }

    private static ISymbol? Nearest(INamedTypeSymbol type, ISymbol wanted, Compilation compilation)
    {
        var likeness = new Likeness(wanted.Name, Vocabulary.Of(compilation));
        return type.GetMembers()
            .Where(member =>
                member.Kind == wanted.Kind
                && member
                    is { CanBeReferencedByName: true, IsStatic: false, IsOverride: false, IsImplicitlyDeclared: false }
                && !Implements(type, member))
            .Where(member => member.Name == wanted.Name || HasSameParameters(member, wanted))
            .Select(member => (Member: member, Likeness: likeness.To(member.Name)))
            .Where(near => near.Likeness >= Near)
            .OrderByDescending(near => near.Likeness)
            .ThenBy(near => near.Member.Name, StringComparer.Ordinal)
            .FirstOrDefault().Member;
    }

    private static bool Implements(INamedTypeSymbol type, ISymbol member) =>
        type.AllInterfaces.SelectMany(contract => contract.GetMembers(member.Name)).Any(wanted =>
            SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(wanted), member));

    private static bool HasSameParameters(ISymbol a, ISymbol b) =>
        a is not IMethodSymbol method
        || (b is IMethodSymbol other
            && method.Parameters.Length == other.Parameters.Length
            && method.Arity == other.Arity);
}
