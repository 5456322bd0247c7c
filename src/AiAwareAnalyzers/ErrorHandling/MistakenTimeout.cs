using AiAwareAnalyzers.ErrorHandling.Catches;
using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge;
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
        messageFormat: "'{0}' {1} also when its time is over and no one has cancelled, and {2}; {3}",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "HttpClient says by the same exception that its timeout has passed and that the token was "
            + "cancelled; only the token tells which.",
        alsoKnownAs: "TaskCanceledException on timeout, HttpClient timeout",
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (start.Compilation.GetTypeByMetadataName("System.Net.Http.HttpClient") is null) return;

        var catches = CatchClauses.Of(start.Compilation);
        var io = IoCalls.Of(start.Compilation);
        var passed = new PassedTimeouts(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                var clause = (ICatchClauseOperation)context.Operation;
                if ((EndingIn(clause, io) ?? Passing(clause, context, catches, passed)) is { } found
                    && catches.FunctionOf(clause, context.ContainingSymbol) is { } place
                    && (place.Promise & (Promise.Test | Promise.Cleanup)) == 0)
                    Report(context, clause, found);
            },
            OperationKind.CatchClause);
    }

    private static void Report(OperationAnalysisContext context, ICatchClauseOperation clause, Mistake found) =>
        context.Report(Diagnostic.Create(
            Descriptor,
            ((CatchClauseSyntax)clause.Syntax).Declaration!.GetLocation(),
            Zones.Raised(found.Severity, context),
            additionalLocations: null,
            properties: null,
            found.Call.TargetMethod.Name,
            found.Way,
            found.Harm,
            found.WayOut));

    /// <summary>A handler of cancellations that a timeout ends in, too.</summary>
    private static Mistake? EndingIn(ICatchClauseOperation clause, IoCalls io) =>
        IsUnfiltered(clause)
        && TimedCallIn(clause, io) is { } call
        && EndsHere(clause.Handler)
        && !TimeLimits.AreNamedIn(clause.Handler)
            ? new(
                call,
                "ends in this catch",
                "the outage passes for the caller's wish",
                $"add when ({TokenOf(call)!.Syntax}.IsCancellationRequested), and treat the rest as a failure",
                DiagnosticSeverity.Info)
            : null;

    /// <summary>A handler of failures that a timeout passes by.</summary>
    private static Mistake? Passing(
        ICatchClauseOperation clause, OperationAnalysisContext context, CatchClauses catches, PassedTimeouts passed) =>
        clause.Filter is not null
        && catches.FunctionOf(clause, context.ContainingSymbol) is { Function: var function }
        && passed.Of(clause, function, context.ContainingSymbol) is { } timeout
            ? new(
                timeout.Call,
                "passes by this catch",
                timeout.Harm,
                timeout.Token is { } token
                    ? $"let the filter ask the token: add '|| !{token}.IsCancellationRequested'"
                    : "leave the filter out, because nothing here can be cancelled",
                timeout.IsBatch ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info)
            : null;

    private static bool IsUnfiltered(ICatchClauseOperation clause) =>
        clause is { Filter: null, ExceptionType.Name: "OperationCanceledException" or "TaskCanceledException" };

    /// <summary>The first request in the try that is given a token, and has a time limit besides.</summary>
    private static IInvocationOperation? TimedCallIn(ICatchClauseOperation clause, IoCalls io) =>
        clause.Parent is ITryOperation { Body: var body }
            ? Bodies.AwaitedCalls(body)
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

    /// <summary>A call whose timeout goes the wrong way, which one that is, and what to do.</summary>
    private sealed record Mistake(
        IInvocationOperation Call, string Way, string Harm, string WayOut, DiagnosticSeverity Severity);
}
