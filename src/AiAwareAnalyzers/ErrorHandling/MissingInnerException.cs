using AiAwareAnalyzers.ErrorHandling.Catches;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>An exception thrown in a catch of everything, without the one that was caught.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingInnerException() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0506",
        title: "An exception is thrown without its cause",
        messageFormat: "'{0}' is thrown without the exception that was caught, so where it went wrong, and why, is "
            + "lost{1}; pass {2} as its inner exception",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "An exception thrown from a catch without the caught one leaves a stack trace that begins in the "
            + "handler.",
        alsoKnownAs: "lost inner exception, lost stack trace");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var catches = CatchClauses.Of(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                if (catches.Of((ICatchClauseOperation)context.Operation, context.ContainingSymbol) is not { } caught
                    || caught.GravestDefect() != CatchDefect.MissingInnerException)
                    return;

                var thrown = CauselessThrows.In(caught.Reaction)!;
                var cause = caught.Reaction.Exception is { } exception ? $"'{exception.Name}'" : "it";
                context.Report(
                    Diagnostic.Create(
                        Descriptor,
                        thrown.Syntax.GetLocation(),
                        thrown.Type!.Name,
                        HiddenFailureReport.RestOf(caught),
                        cause));
            },
            OperationKind.CatchClause);
    }
}
