namespace AiAwareAnalyzers.Knowledge;

/// <summary>How much a catch clause catches.</summary>
internal enum Breadth
{
    /// <summary>What is expected: a certain type, or a filter that looks at the exception.</summary>
    Narrow,

    /// <summary>All that can go wrong with some kind of I/O.</summary>
    Broad,

    /// <summary>Everything.</summary>
    All,
}

/// <summary>A catch clause of more than the expected, classified once: what it catches, what was tried, how it reacts, what its function promises.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Statement">The try that it belongs to.</param>
/// <param name="Function">The member, local function or lambda that it stands in.</param>
/// <param name="Promise">What that promises its callers.</param>
/// <param name="Breadth">How much it catches.</param>
/// <param name="LetsCancellationThrough">An earlier clause or the filter takes cancellation away.</param>
/// <param name="Attempt">What was tried.</param>
/// <param name="Reaction">What the handler does.</param>
/// <param name="Ending">What callers get after a failure.</param>
/// <param name="IsDuringFailure">In a finally, or in a handler that does not go on, another failure is on its way already.</param>
internal sealed record Caught(
    ICatchClauseOperation Clause,
    ITryOperation Statement,
    IMethodSymbol Function,
    Promise Promise,
    Breadth Breadth,
    bool LetsCancellationThrough,
    Attempt Attempt,
    Reaction Reaction,
    Ending Ending,
    bool IsDuringFailure)
{
    /// <summary>Catches everything, also what nobody thought of.</summary>
    public bool IsCatchAll => Breadth == Breadth.All;

    public bool Promises(Promise any) => (Promise & any) != 0;
}
