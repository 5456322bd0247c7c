using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>A failure whose message alone reaches the log.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LogWithoutException() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0507",
        title: "A failure is logged without its exception",
        messageFormat: "'{0}' gets {1}, so the log says neither what kind of failure it was nor where; pass {2} as the exception",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A log call in a catch that is given only the message of the exception loses its type, its stack trace and its causes.");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var catches = Catches.Of(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                if (catches.Of((ICatchClauseOperation)context.Operation, context.ContainingSymbol) is not { } caught || !Ladder.Reports(caught, Rung.LogWithoutException)) return;

                var log = LogOf(caught)!.At;
                var exception = caught.Reaction.Exception?.Name;
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptor, log.Syntax.GetLocation(), log.TargetMethod.Name, MentionsException(caught, log) ? $"only a part of '{exception}'" : "nothing of the exception",
                    exception is null ? "it" : $"'{exception}'"));
            },
            OperationKind.CatchClause);
    }

    /// <summary>Whether a catch of everything writes to a log that keeps, and the exception itself goes nowhere.</summary>
    internal static bool Holds(Caught caught) =>
        caught.Reaction is { Throws: false, UsesWhole: false } && !caught.Promises(Promise.Test) && LogOf(caught) is not null;

    /// <summary>The log call to complain about: loud, able to take an exception, and if possible one that was given its message.</summary>
    private static Logging? LogOf(Caught caught)
    {
        var logs = caught.Reaction.Logs.Where(static logging => LogCalls.LoudnessOf(logging.Log) == Loudness.Loud && !LogCalls.IsConsole(logging.Log) && LogCalls.TakesExceptions(logging.Log)).ToList();
        return logs.Find(logging => MentionsException(caught, logging.At)) ?? (caught is { IsCatchAll: true, Reaction.Uses.Count: 0 } ? logs.FirstOrDefault() : null);
    }

    private static bool MentionsException(Caught caught, IInvocationOperation log) =>
        caught.Reaction.Uses.Any(use => use.Destination == Destination.Logged && use.At == log);
}
