using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>A failure of I/O that callers get as null, false, empty or zero.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FailureBecomesValue() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0501",
        title: "A failure becomes a plausible value",
        messageFormat: "When {0} fails, {1}, so callers cannot tell an outage from an answer{2}; {3}",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A catch of everything that turns a failed read, request or query into null, false, an empty collection or zero makes an outage look like an answer.");

    private protected override void Start(CompilationStartAnalysisContext start) => HidingCatch.ReportEach(start, Rung.FailureBecomesValue, Descriptor);

    /// <summary>Whether a catch makes an answer of a failure, in a function whose callers take answers for answers.</summary>
    internal static bool Holds(Caught caught) =>
        caught is { IsCatchAll: true, Reaction: { Throws: false, Tells: false } }
        && caught.Ending.Outcome is Outcome.EmptyValue or Outcome.Success or Outcome.NotFound or Outcome.DroppedItem
        && !caught.Promises(Promise.Probe | Promise.Gate | Promise.Fallback | Promise.Cleanup | Promise.Main | Promise.Command | Promise.Test)
        && !IsOneOfMany(caught)
        && caught.Attempt.ReachesOut;

    /// <summary>A lambda per element that logs what failed keeps the others going.</summary>
    private static bool IsOneOfMany(Caught caught) =>
        caught.Reaction.IsLogged && caught.Function is { MethodKind: MethodKind.LambdaMethod, Parameters.Length: > 0 };
}
