namespace AiAwareAnalyzers.Concurrency.Rows;

/// <summary>A condition that hangs on what a search has found.</summary>
/// <param name="Search">The search.</param>
/// <param name="SaysFound">Whether the condition holds where there is a row, or where there is none.</param>
internal sealed record RowQuestion(RowSearch Search, bool SaysFound)
{
    public RowQuestion Turned() => this with { SaysFound = !SaysFound };
}
