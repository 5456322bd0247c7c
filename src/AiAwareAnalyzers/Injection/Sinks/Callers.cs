using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection.Sinks;

/// <summary>Who calls a method, and with what.</summary>
internal static class Callers
{
    /// <summary>
    /// Whether a value is a parameter that every caller in sight fills with text of its own: a constant, or one of
    /// several, also by way of a contract.
    /// </summary>
    public static bool PassOnlyConstants(IOperation value, TextTemplates templates) =>
        value.BareText() is IParameterReferenceOperation
        {
            Parameter: { ContainingSymbol: IMethodSymbol method } parameter,
            SemanticModel.Compilation: var compilation,
        }
        && Passed.To(parameter, method, compilation) is { Count: > 0 } values
        && values.TrueForAll(passed => !templates.Read(passed).Holes.Any(static hole => hole.IsFree));
}
