using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>A method that changes something, and hides that it could not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SilentWriteFailure() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0503",
        title: "A failed change stays silent",
        messageFormat: "When {0} fails, {1}, so the change is lost and nobody who asked for it learns why{2}; {3}",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A method that creates, saves, sends or pays, and whose catch of everything returns an empty value or just ends, loses the change while its callers go on.");

    private protected override void Start(CompilationStartAnalysisContext start) => HidingCatch.ReportEach(start, Rung.SilentWriteFailure, Descriptor);

    /// <summary>Whether a change can be lost in a catch without its callers noticing.</summary>
    internal static bool Holds(Caught caught) =>
        caught is { IsCatchAll: true, Reaction: { Throws: false, Tells: false } }
        && caught.Promises(Promise.Change)
        && !caught.Promises(Promise.Probe | Promise.Fallback | Promise.Main | Promise.Command | Promise.Test)
        && (caught.Ending.Outcome == Outcome.Silence ? IsSilent(caught) : caught.Ending.Outcome is Outcome.EmptyValue or Outcome.Success or Outcome.NotFound)
        && caught.Attempt.ReachesOut;

    /// <summary>A method that returns nothing hides a failure, unless nobody waits for it, or it says that it may fail.</summary>
    private static bool IsSilent(Caught caught) =>
        !caught.Promises(Promise.Handler | Promise.Boundary | Promise.Cleanup | Promise.Diagnostic)
        && !(caught.Function is { ReturnsVoid: true, IsAsync: true })
        && !caught.Reaction.CallsOther
        && !caught.Attempt.OnlyCleansUp
        && !Comments.Explain(caught.Clause.Syntax)
        && !(caught.Promises(Promise.BestEffort) && caught.Reaction.IsLogged);
}
