using AiAwareAnalyzers.Knowledge.Container;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Concurrency.Sharing;

/// <summary>Of which types the container makes one object for all.</summary>
internal sealed class SharedObjects(Compilation compilation)
{
    private readonly Lazy<ILookup<ISymbol, Lifetime>> _lifetimes = new(() =>
        Services.Of(compilation).All.SelectMany(MadeBy)
            .ToLookup<(ISymbol Type, Lifetime Lifetime), ISymbol, Lifetime>(
                static made => made.Type.OriginalDefinition,
                static made => made.Lifetime,
                SymbolEqualityComparer.Default));

    /// <summary>
    /// Whether each object of a type that the container hands out is the same one. An object that is given to it is
    /// none of these: whoever made it may have filled it before anybody asks.
    /// </summary>
    public bool AreOne(INamedTypeSymbol type) =>
        LifetimesOf(type) is { Count: > 0 } lifetimes
        && lifetimes.TrueForAll(static lifetime => lifetime == Lifetime.Singleton);

    /// <summary>Whether the container makes a new object of a type for each request, or more often.</summary>
    public bool AreMany(INamedTypeSymbol type) =>
        LifetimesOf(type) is { Count: > 0 } lifetimes
        && lifetimes.TrueForAll(static lifetime => lifetime != Lifetime.Singleton);

    private List<Lifetime> LifetimesOf(INamedTypeSymbol type) => _lifetimes.Value[type.OriginalDefinition].ToList();

    private static IEnumerable<(ISymbol Type, Lifetime Lifetime)> MadeBy(Registration told)
    {
        if (told.Implementation is { } made) return [(made, told.Lifetime)];
        return told.Factory?.Lambda() is { } factory
            ? ReturnValues.In(factory.Body)
                .Select(static value => value.Bare())
                .OfType<IObjectCreationOperation>()
                .Select(creation => ((ISymbol)creation.Type!, told.Lifetime))
            : [];
    }
}
