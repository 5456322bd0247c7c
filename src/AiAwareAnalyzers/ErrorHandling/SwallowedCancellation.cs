using AiAwareAnalyzers.ErrorHandling.Catches;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>A catch that takes a cancellation for an error, or for a timeout.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwallowedCancellation() : Rule(Descriptor)
{
    /// <summary>The expression of the token, for the fix.</summary>
    internal const string Token = "Token";

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0504",
        title: "A cancellation is treated as an error",
        messageFormat: "'{0}' is given '{1}', and this catch treats its cancellation as an error{2}; rethrow it "
            + "first: catch (OperationCanceledException) when ({1}.IsCancellationRequested) {{ throw; }}",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A catch around an awaited call that was given the caller's cancellation token treats a "
            + "cancellation as an error, or as a time limit that was reached.",
        alsoKnownAs: "swallowed OperationCanceledException");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var catches = CatchClauses.Of(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                var clause = (ICatchClauseOperation)context.Operation;
                if (TimeLimits.AreMixedWithCancellation(clause))
                {
                    if (MisreadIn(clause, context.ContainingSymbol, catches) is { } misread)
                        Report(context, CatchClause.PlaceOf(clause), misread, " (a timeout)");
                }
                else if (catches.Of(clause, context.ContainingSymbol) is { } caught
                    && caught.GravestDefect() == CatchDefect.SwallowedCancellation)
                    Report(
                        context,
                        caught.Place,
                        caught.Attempt.Cancellation!.Value,
                        HiddenFailureReport.RestOf(caught));
            },
            OperationKind.CatchClause);
    }

    /// <summary>The caller's token, where the handler tells of a time limit whenever the work was cancelled.</summary>
    private static (IOperation Token, string Receiver)? MisreadIn(
        ICatchClauseOperation clause, ISymbol member, CatchClauses catches) =>
        TimeLimits.AreNamedIn(clause.Handler)
        && !TimeLimits.AreAskedFor(clause.Handler)
        && !Bodies.Own(clause.Handler).Any(static operation => operation is IThrowOperation { Exception: null })
        && catches.FunctionOf(clause, member) is { } place
        && (place.Promise & (Promise.Main | Promise.Command | Promise.Test | Promise.Cleanup | Promise.Boundary)) == 0
        && Promises.Returned(place.Function).Name is not ("IResult" or "IActionResult" or "HealthCheckResult")
            ? catches.AttemptOf((ITryOperation)clause.Parent!).Cancellation
            : null;

    private static void Report(
        OperationAnalysisContext context, Location place, (IOperation Token, string Receiver) cancellation, string rest)
    {
        var (token, receiver) = cancellation;
        var properties = ImmutableDictionary<string, string?>.Empty.Add(Token, token.Syntax.ToString());
        context.Report(Diagnostic.Create(Descriptor, place, properties, receiver, Quote.Of(token.Syntax), rest));
    }
}
