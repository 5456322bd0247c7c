using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Disclosure.Leaks;

/// <summary>What starts a function in the cloud, and whether somebody waits for its answer.</summary>
internal static class Triggers
{
    private const string Ending = "TriggerAttribute";

    /// <summary>Code that a clock, a queue or an event starts: a result that it returns goes nowhere.</summary>
    public static bool AnswerNobody(IOperation operation) =>
        Bodies.MemberAround(operation) is IMethodSymbol method
        && method.Parameters.SelectMany(static parameter => parameter.GetAttributes())
            .Select(static attribute => attribute.AttributeClass?.Name ?? "")
            .FirstOrDefault(static name => name.EndsWith(Ending, StringComparison.Ordinal)) is { } trigger
        && trigger is not ("HttpTriggerAttribute" or "McpToolTriggerAttribute");
}
