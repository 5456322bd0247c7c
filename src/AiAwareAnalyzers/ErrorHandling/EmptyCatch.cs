using AiAwareAnalyzers.ErrorHandling.Catches;
using AiAwareAnalyzers.ErrorHandling.Failures;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>A catch of everything that does nothing, and no word why.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmptyCatch() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0505",
        title: "An empty catch swallows every exception",
        messageFormat: "This catch drops every exception of {0}, unexpected ones included{1}; let them through, "
            + "catch only what is expected, or explain in a comment why there is nothing to do",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "An empty catch of everything, without a comment that explains it, makes every failure inside "
            + "invisible.",
        alsoKnownAs: "swallowed exception, empty catch block",
        cwe: [1069]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var catches = CatchClauses.Of(start.Compilation);
        var io = IoCalls.Of(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                if (catches.Of((ICatchClauseOperation)context.Operation, context.ContainingSymbol) is { } caught
                    && caught.GravestDefect() == CatchDefect.EmptyCatch)
                    context.Report(Diagnostic.Create(
                        Descriptor,
                        caught.Place,
                        HiddenFailureReport.ForFix(caught, io),
                        caught.Attempt.Call is { } call ? $"'{call}'" : "this block",
                        HiddenFailureReport.RestOf(caught)));
            },
            OperationKind.CatchClause);
    }
}
