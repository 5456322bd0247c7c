using AiAwareAnalyzers.Knowledge;

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
        messageFormat: "'{0}' is given '{1}', and this catch takes its cancellation for an error{2}; let it pass in front: catch (OperationCanceledException) when ({1}.IsCancellationRequested) {{ throw; }}",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A catch of everything around an awaited call that was given the caller's cancellation token treats a cancellation as an error.");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var catches = Catches.Of(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                if (catches.Of((ICatchClauseOperation)context.Operation, context.ContainingSymbol) is not { } caught || !Ladder.Reports(caught, Rung.SwallowedCancellation)) return;

                var (token, receiver) = caught.Attempt.Cancellation!.Value;
                var properties = ImmutableDictionary<string, string?>.Empty.Add(Token, token.Syntax.ToString());
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptor, Ladder.PlaceOf(caught), properties, receiver, Quote.Of(token.Syntax), Ladder.Rest(caught, Rung.SwallowedCancellation)));
            },
            OperationKind.CatchClause);
    }

    /// <summary>Whether a cancellation that the caller asked for ends in this handler, and does not come out again.</summary>
    internal static bool Holds(Caught caught) =>
        caught is { IsCatchAll: true, LetsCancellationThrough: false, Attempt.Cancellation: not null, Reaction: { Rethrows: false, MindsCancellation: false, HandsOver: false } }
        && !caught.Promises(Promise.Main | Promise.Command | Promise.Test | Promise.Cleanup)
        && caught.Function is not { ReturnsVoid: true, IsAsync: true }
        && Promises.Returned(caught.Function).Name != "HealthCheckResult"
        && !EndsItsLoop(caught)
        && !EndsNext(caught.Statement);

    /// <summary>The next thing to be awaited behind the try is given a token too: there the cancellation comes out.</summary>
    private static bool EndsNext(ITryOperation statement) =>
        statement.Parent is IBlockOperation block
        && block.Operations.Skip(block.Operations.IndexOf(statement) + 1).SelectMany(Operations.Own).OfType<IAwaitOperation>().FirstOrDefault() is { } next
        && CallerTokens.End(next);

    /// <summary>A loop that runs until the token is cancelled ends in the next round: only a log line is wrong.</summary>
    private static bool EndsItsLoop(Caught caught)
    {
        for (var parent = caught.Statement.Parent; parent is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); parent = parent.Parent)
            if (parent is IWhileLoopOperation { Condition: { } condition } && AsksToken(condition)) return true;
        return false;
    }

    private static bool AsksToken(IOperation condition) =>
        condition.DescendantsAndSelf().Any(static part =>
            part is IMemberReferenceOperation { Member.Name: "IsCancellationRequested" } || part.Type is { Name: "CancellationToken" });
}
