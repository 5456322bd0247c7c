namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>A place that not every value is good for.</summary>
/// <param name="Value">The number, the time or the text that is put there.</param>
/// <param name="Harm">What comes of a bad one.</param>
internal sealed record OptionUse(IOperation Value, string Harm)
{
    /// <summary>A number, a time, or a text.</summary>
    public bool IsText { get; init; }

    /// <summary>
    /// Whether only a missing value is likely to be bad: an address that somebody wrote is mostly one, and a timeout is
    /// mostly more than nothing.
    /// </summary>
    public bool IsBadIfMissing { get; init; }

    /// <summary>Whether no exception tells of it.</summary>
    public bool IsQuiet { get; init; }
}
