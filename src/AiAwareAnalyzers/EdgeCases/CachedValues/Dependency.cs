namespace AiAwareAnalyzers.EdgeCases.CachedValues;

/// <summary>Something of the caller's that a value is made from.</summary>
/// <param name="Source">The parameter or the element of a loop; of who calls, the type that tells it.</param>
/// <param name="Member">The member of a request that is read; null where the whole is used.</param>
/// <param name="Name">How a message speaks of it.</param>
/// <param name="Mention">Where it is used.</param>
internal sealed record Dependency(ISymbol Source, ISymbol? Member, string Name, IOperation Mention)
{
    /// <summary>Who calls is asked of a service, and not handed over.</summary>
    public bool IsOfCaller => Source is ITypeSymbol;

    public ITypeSymbol? Type => Mention.Type;

    public bool IsSameAs(Dependency other) =>
        SymbolEqualityComparer.Default.Equals(Source, other.Source)
        && SymbolEqualityComparer.Default.Equals(Member, other.Member);
}
