using AiAwareAnalyzers.ErrorHandling.Catches;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>A failure whose message alone reaches the log.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LogWithoutException() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0507",
        title: "A failure is logged without its exception",
        messageFormat: "'{0}' gets {1}, so the log shows neither the kind of failure nor where it happened; pass {2} "
            + "as {3}",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A log call in a catch that is given only the message of the exception loses its type, its stack "
            + "trace and its causes.",
        alsoKnownAs: "lost stack trace, logging only ex.Message");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var catches = CatchClauses.Of(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                if (catches.Of((ICatchClauseOperation)context.Operation, context.ContainingSymbol) is not { } caught
                    || caught.GravestDefect() != CatchDefect.LogWithoutException)
                    return;

                var log = LossyLogs.In(caught)!.At;
                var exception = caught.Reaction.Exception?.Name;
                context.Report(Diagnostic.Create(
                    Descriptor,
                    log.Syntax.GetLocation(),
                    log.TargetMethod.Name,
                    LossyLogs.MentionsException(caught, log)
                        ? $"only a part of '{exception}'"
                        : "nothing of the exception",
                    exception is null ? "it" : $"'{exception}'",
                    LogCalls.IsGenerated(log.TargetMethod) ? "a parameter of type Exception" : "the exception"));
            },
            OperationKind.CatchClause);
    }
}
