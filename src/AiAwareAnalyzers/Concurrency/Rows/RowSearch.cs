namespace AiAwareAnalyzers.Concurrency.Rows;

/// <summary>A look whether the database has a row with certain values.</summary>
/// <param name="Call">The call that asks the database, or that asks somebody who does.</param>
/// <param name="Entity">What the row is.</param>
/// <param name="Members">The members of the row that are compared with values of the caller.</param>
internal sealed record RowSearch(IInvocationOperation Call, ITypeSymbol Entity, ImmutableArray<string> Members);
