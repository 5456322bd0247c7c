using AiAwareAnalyzers.ErrorHandling.Catches;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

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
        alsoKnownAs: "lost stack trace, logging only ex.Message",
        customTags: LowersOwnFindings);

    /// <summary>Whose loggers keep what they are given.</summary>
    private static readonly ImmutableHashSet<string> Libraries = WordSet.Of("Microsoft NLog Serilog log4net");

    /// <summary>What loggers are called that are like theirs.</summary>
    private static readonly ImmutableHashSet<string> LikeTheirs = WordSet.Of("ILog ILogger Log Logger");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var catches = CatchClauses.Of(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                if (catches.Of((ICatchClauseOperation)context.Operation, context.ContainingSymbol) is not { } caught
                    || caught.GravestDefect() != CatchDefect.LogWithoutException)
                    return;

                var (log, written) = LossyLogs.In(caught)!;
                var exception = caught.Reaction.Exception?.Name;
                context.Report(Diagnostic.Create(
                    Descriptor,
                    log.Syntax.GetLocation(),
                    KeepsAll(written.TargetMethod) ? Descriptor.DefaultSeverity : DiagnosticSeverity.Info,
                    additionalLocations: null,
                    properties: null,
                    log.TargetMethod.Name,
                    LossyLogs.MentionsException(caught, log)
                        ? $"only a part of '{exception}'"
                        : "nothing of the exception",
                    exception is null ? "it" : $"'{exception}'",
                    LogCalls.IsGenerated(log.TargetMethod) ? "a parameter of type Exception" : "the exception"));
            },
            OperationKind.CatchClause);
    }

    /// <summary>What a log of the program's own writes of an exception is for the program to say.</summary>
    private static bool KeepsAll(IMethodSymbol log)
    {
        if (LogCalls.IsGenerated(log) || LikeTheirs.Contains(log.ContainingType.Name)) return true;
        var space = log.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } around }) space = around;
        return space is { Name: var root } && Libraries.Contains(root);
    }
}
