namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>A place that not every value is good for.</summary>
/// <param name="Value">The number, the time or the text that is put there.</param>
/// <param name="Harm">What comes of a bad one.</param>
/// <param name="Exceptions">What a bad one throws, and what else catches it; nothing where none tells.</param>
internal sealed record OptionUse(IOperation Value, string Harm, params string[] Exceptions)
{
    /// <summary>
    /// Whether only a missing value is likely to be bad: an address that somebody wrote is mostly one, and a timeout is
    /// mostly more than nothing.
    /// </summary>
    public bool IsBadIfMissing { get; init; }
}
