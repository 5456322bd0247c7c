using AiAwareAnalyzers.ErrorHandling.Catches;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>A catch of everything that takes a cancellation for an error.</summary>
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
        description: "A catch of everything around an awaited call that was given the caller's cancellation token "
            + "treats a cancellation as an error.",
        alsoKnownAs: "swallowed OperationCanceledException");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var catches = CatchClauses.Of(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                if (catches.Of((ICatchClauseOperation)context.Operation, context.ContainingSymbol) is not { } caught
                    || caught.GravestDefect() != CatchDefect.SwallowedCancellation)
                    return;

                var (token, receiver) = caught.Attempt.Cancellation!.Value;
                var properties = ImmutableDictionary<string, string?>.Empty.Add(Token, token.Syntax.ToString());
                context.Report(Diagnostic.Create(
                    Descriptor,
                    caught.Place,
                    properties,
                    receiver,
                    Quote.Of(token.Syntax),
                    HiddenFailureReport.RestOf(caught)));
            },
            OperationKind.CatchClause);
    }
}
