
using AiAwareAnalyzers.HallucinatedApi.Files;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>The types whose static members are looked for when they are said of another type.</summary>
internal sealed class WellKnownOwners
{
    private WellKnownOwners(Compilation compilation)
    {
        Types = KnownText.Lines(nameof(WellKnownOwners))
            .Select(compilation.GetTypeByMetadataName)
            .OfType<INamedTypeSymbol>()
            .ToImmutableArray();
        Members = Types.SelectMany(MembersOf).ToImmutableArray();
    }

    public ImmutableArray<INamedTypeSymbol> Types { get; }

    /// <summary>Their static members, the overloads of a name together.</summary>
    public ImmutableArray<(INamedTypeSymbol Owner, string Name, IReadOnlyList<ISymbol> Overloads)> Members { get; }

    public static WellKnownOwners Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new WellKnownOwners(c));

    private static IEnumerable<(INamedTypeSymbol, string, IReadOnlyList<ISymbol>)> MembersOf(INamedTypeSymbol owner) =>
        owner.GetMembers().Where(IsReachable).GroupBy(member => member.Name)
            .Select(named => (owner, named.Key, (IReadOnlyList<ISymbol>)[.. named]));

    private static bool IsReachable(ISymbol member) =>
        member is { IsStatic: true, DeclaredAccessibility: Accessibility.Public, CanBeReferencedByName: true }
            and (IMethodSymbol or IPropertySymbol or IFieldSymbol);
}
