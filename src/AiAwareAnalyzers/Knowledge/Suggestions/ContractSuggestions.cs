using AiAwareAnalyzers.Knowledge.Names;

namespace AiAwareAnalyzers.Knowledge.Suggestions;

/// <summary>What may have been meant by an override or an implementation of a member that the base type or the interface does not have.</summary>
internal static class ContractSuggestions
{
    private const double SameKind = 0.05;

    /// <summary>The type that was to have the member; null where the member is there, or where the type is not known in full.</summary>
    public static INamedTypeSymbol? ContractOf(ISymbol member) => member switch
    {
        IMethodSymbol { IsOverride: true, OverriddenMethod: null, MethodKind: MethodKind.Ordinary } or IPropertySymbol { IsOverride: true, OverriddenProperty: null }
            when member.ContainingType.BaseType is { } parent && !Receiver.HasMissingAncestor(parent) && !MembersOf(parent).Any(other => other.Name == member.Name) => parent,
        _ => null,
    };

    /// <summary>At most three, best first.</summary>
    public static ImmutableArray<Suggestion> For(ISymbol member, INamedTypeSymbol contract, Compilation compilation)
    {
        var likeness = new Likeness(member.Name, Vocabulary.Of(compilation));
        return Suggestion.Best(MembersOf(contract)
            .Where(other => other is { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true, IsSealed: false })
            .Select(other => new Suggestion(other.Name, likeness.To(other.Name) + (other.Kind == member.Kind ? SameKind : 0), other)));
    }

    private static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type) =>
        TypeNames.SelfAndAncestors(type).SelectMany(each => each.GetMembers()).Where(member => member.CanBeReferencedByName);
}
