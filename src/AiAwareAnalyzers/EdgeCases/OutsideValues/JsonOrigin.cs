namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Where a part of a JSON document comes from.</summary>
/// <param name="Source">Who wrote the document, as one speaks of it.</param>
/// <param name="Document">What tells one document of a body from another.</param>
internal sealed record JsonOrigin(string Source, string Document)
{
    /// <summary>
    /// Whether each value may be of another kind the next time: a service keeps to its contract, a caller and a
    /// language model do not.
    /// </summary>
    public bool IsLoose => Source is ForeignTexts.Model or ForeignTexts.Request;
}
