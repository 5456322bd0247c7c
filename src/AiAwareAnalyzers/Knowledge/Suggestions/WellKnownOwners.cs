
namespace AiAwareAnalyzers.Knowledge.Suggestions;

/// <summary>The types whose static members are looked for when they are said of another type.</summary>
internal sealed class WellKnownOwners
{
    private WellKnownOwners(Compilation compilation) =>
        Types = KnownText.Lines(nameof(WellKnownOwners)).Select(compilation.GetTypeByMetadataName).OfType<INamedTypeSymbol>().ToImmutableArray();

    public ImmutableArray<INamedTypeSymbol> Types { get; }

    public static WellKnownOwners Of(Compilation compilation) => Facts.Of(compilation, static c => new WellKnownOwners(c));
}
