using AiAwareAnalyzers.ErrorHandling.Catches;
using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Outcomes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>A time limit that was reached, and is taken for a cancellation by the caller.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MistakenTimeout() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0512",
        title: "A timeout is taken for a cancellation",
        messageFormat: "'{0}' ends in this catch also when its time is over and no one has cancelled, and the outage "
            + "passes for the caller's wish; add when ({1}.IsCancellationRequested), and treat the rest as a failure",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "HttpClient says by the same exception that its timeout has passed and that the token was "
            + "cancelled; only the token tells which.",
        alsoKnownAs: "TaskCanceledException on timeout, HttpClient timeout");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (start.Compilation.GetTypeByMetadataName("System.Net.Http.HttpClient") is null) return;

        var catches = CatchClauses.Of(start.Compilation);
        var io = IoCalls.Of(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                var clause = (ICatchClauseOperation)context.Operation;
                if (!IsUnfiltered(clause) || TimedCallIn(clause, io) is not { } call) return;
                if (!EndsHere(clause.Handler) || TimeLimits.AreNamedIn(clause.Handler)) return;
                if (catches.FunctionOf(clause, context.ContainingSymbol) is not { } place
                    || (place.Promise & (Promise.Test | Promise.Cleanup)) != 0
                    || TokenOf(call) is not { } token)
                    return;

                context.Report(Diagnostic.Create(
                    Descriptor,
                    ((CatchClauseSyntax)clause.Syntax).Declaration!.GetLocation(),
                    call.TargetMethod.Name,
                    token.Syntax.ToString()));
            },
            OperationKind.CatchClause);
    }

    private static bool IsUnfiltered(ICatchClauseOperation clause) =>
        clause is { Filter: null, ExceptionType.Name: "OperationCanceledException" or "TaskCanceledException" };

    /// <summary>The first request in the try that is given a token, and has a time limit besides.</summary>
    private static IInvocationOperation? TimedCallIn(ICatchClauseOperation clause, IoCalls io) =>
        clause.Parent is ITryOperation { Body: var body }
            ? Bodies.Own(body)
                .OfType<IAwaitOperation>()
                .Select(static awaited => awaited.Operation.Without(Wrappers.Awaits))
                .OfType<IInvocationOperation>()
                .FirstOrDefault(call => io.ReachOf(call) == IoKinds.Http && TokenOf(call) is not null)
            : null;

    private static IOperation? TokenOf(IInvocationOperation call) => call.Arguments
        .Where(static argument => argument.ArgumentKind == ArgumentKind.Explicit)
        .Select(static argument => argument.Value.Bare())
        .FirstOrDefault(static value => value is { Type.Name: "CancellationToken" }
            and (IParameterReferenceOperation or ILocalReferenceOperation or IFieldReferenceOperation));

    /// <summary>Nothing comes out, and nobody asks the token or the cause.</summary>
    private static bool EndsHere(IBlockOperation handler) =>
        !TimeLimits.AreAskedFor(handler) && !Bodies.Own(handler).Any(static operation => operation is IThrowOperation);
}
