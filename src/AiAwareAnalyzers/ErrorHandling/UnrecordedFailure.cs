using AiAwareAnalyzers.ErrorHandling.Catches;
using AiAwareAnalyzers.ErrorHandling.Failures;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>An exception of which only the text is left, while a log stands by or can be asked for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnrecordedFailure() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0511",
        title: "A failure is shown and recorded nowhere",
        messageFormat: "All that is left of '{0}' is its text in {1}, so no one who runs the program finds out what "
            + "failed and where; write '{0}' to {2} too",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A catch of everything that makes a text of the exception, for a user, a field or a caller, and "
            + "logs nothing although a logger is at hand or can be injected, takes the kind and the place of the "
            + "failure away.",
        alsoKnownAs: "missing log, insufficient logging, lost stack trace",
        cwe: [778]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var catches = CatchClauses.Of(start.Compilation);
        var loggers = LoggersAtHand.Of(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                if (catches.Of((ICatchClauseOperation)context.Operation, context.ContainingSymbol) is { } caught
                    && caught.GravestDefect() == CatchDefect.UnrecordedFailure
                    && LoggerFor(caught.Function) is { } logger)
                    context.Report(Diagnostic.Create(
                        Descriptor,
                        caught.Place,
                        caught.Reaction.Exception!.Name,
                        LeftTexts.Taker(LeftTexts.In(caught)!),
                        logger));
            },
            OperationKind.CatchClause);

        string? LoggerFor(IMethodSymbol function) =>
            loggers.In(function) is { } logger ? $"'{logger}'"
            : loggers.InjectedInto(function.ContainingType) is { } injected ? $"an injected '{injected}'"
            : null;
    }
}
