namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>A call that reads text and throws where it cannot.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Name">As one would write it: <c>int.Parse</c>.</param>
/// <param name="Instead">Its sibling that answers no: <c>int.TryParse</c>.</param>
internal sealed record ParseCall(IOperation Text, string Name, string Instead);
