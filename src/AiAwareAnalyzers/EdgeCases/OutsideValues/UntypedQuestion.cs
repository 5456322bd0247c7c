using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>A question about the type of a value, which no <c>JsonElement</c> answers as it was meant.</summary>
/// <param name="Value">The value, or the sequence of values, that is asked about.</param>
/// <param name="Outcome">What comes of it, whatever the JSON says.</param>
/// <param name="Place">Where it is asked.</param>
internal sealed record UntypedQuestion(IOperation Value, string Outcome, SyntaxNode Place)
{
    public string Quoted => Quote.Of(Place);
}
