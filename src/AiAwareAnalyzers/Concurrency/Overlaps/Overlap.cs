namespace AiAwareAnalyzers.Concurrency.Overlaps;

/// <summary>A function that runs several times at once.</summary>
/// <param name="Function">The lambda.</param>
/// <param name="Starter">The call that runs it, as a message names it.</param>
/// <param name="Round">What is there once for each run: a local that is declared inside is nobody else's.</param>
/// <param name="Begins">
/// Where in the source other threads may be in the same code: from the start, behind the first await, or nowhere.
/// </param>
internal sealed record Overlap(IAnonymousFunctionOperation Function, string Starter, SyntaxNode Round, int Begins)
{
    /// <summary>Whether each request runs it, so that nobody waits for all runs.</summary>
    public bool IsEndpoint { get; init; }
}
