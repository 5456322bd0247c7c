namespace AiAwareAnalyzers.ErrorHandling.Outcomes;

/// <summary>How a call tells whether it worked.</summary>
/// <param name="Teller">What tells it, as a message speaks of it: <c>its IdentityResult</c>.</param>
/// <param name="Question">What the caller has to look at.</param>
/// <param name="IsUnlikely">
/// What refuses is in another project or a database, and may never do so, or this caller hardly meets it.
/// </param>
internal sealed record Outcome(string Teller, string Question, bool IsUnlikely = false);
