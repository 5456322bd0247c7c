using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>A catch of everything that does nothing, and no word why.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmptyCatch() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0505",
        title: "Every exception disappears in an empty catch",
        messageFormat: "This catch drops every exception of {0}, also those nobody thought of{1}; let them through, catch what is expected, or say in a comment why nothing is to be done",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A catch of everything with an empty block, and no word why, makes every failure inside invisible.");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var catches = Catches.Of(start.Compilation);
        var io = InputOutput.Of(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                if (catches.Of((ICatchClauseOperation)context.Operation, context.ContainingSymbol) is { } caught && Ladder.Reports(caught, Rung.EmptyCatch))
                    context.ReportDiagnostic(Diagnostic.Create(
                        Descriptor, Ladder.PlaceOf(caught), HidingCatch.ForFix(caught, io), caught.Attempt.Call is { } call ? $"'{call}'" : "this block", Ladder.Rest(caught, Rung.EmptyCatch)));
            },
            OperationKind.CatchClause);
    }

    /// <summary>Whether a handler does nothing where something could be done, and does not say why.</summary>
    internal static bool Holds(Caught caught) =>
        caught is { IsCatchAll: true, IsDuringFailure: false, Reaction.IsEmpty: true, Attempt: { DoesSomething: true, OnlyCleansUp: false } }
        && (caught.Attempt.Reach & Reach.Script) == 0
        && !caught.Promises(Promise.Probe | Promise.Fallback | Promise.Cleanup | Promise.Test | Promise.Diagnostic)
        && !Comments.Explain(caught.Clause.Syntax);
}
