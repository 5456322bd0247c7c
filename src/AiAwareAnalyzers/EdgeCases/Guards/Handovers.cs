namespace AiAwareAnalyzers.EdgeCases.Guards;

/// <summary>Whether somebody else was asked about a value before.</summary>
internal static class Handovers
{
    /// <summary>
    /// Whether a call before a use was given what stands at a place, whatever it answers: a log does not count.
    /// </summary>
    public static bool IsHandedOver(this Place place, IOperation use) => OperationTree.Around(use).Any(operation =>
        operation is IInvocationOperation call
        && call.Syntax.SpanStart < use.Syntax.SpanStart
        && !call.Syntax.Span.Contains(use.Syntax.Span)
        && !call.TargetMethod.Name.StartsWith("Log", StringComparison.Ordinal)
        && call.Arguments.Any(argument => OperationTree.Of(argument.Value).Any(place.IsReadBy)));
}
