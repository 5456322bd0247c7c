namespace AiAwareAnalyzers.Concurrency.Rows;

/// <summary>A look whether the database has a row with certain values.</summary>
/// <param name="Call">The call that asks the database, or that asks somebody who does.</param>
/// <param name="Entity">What the row is.</param>
/// <param name="Members">The members of the row that have to equal values of the caller.</param>
/// <param name="Overlaps">Whether it looks besides for a row whose time or range overlaps with that of the caller.
/// </param>
/// <param name="Narrowing">What else it asks of the row.</param>
internal sealed record RowSearch(
    IInvocationOperation Call,
    ITypeSymbol Entity,
    ImmutableArray<string> Members,
    bool Overlaps,
    Narrowing Narrowing);

/// <summary>What a search asks of a row besides values of the caller: an index would have to know it.</summary>
internal enum Narrowing
{
    None,

    /// <summary>A fixed state of the row itself.</summary>
    State,

    /// <summary>Something of another row that it leads to.</summary>
    OtherRow,
}
