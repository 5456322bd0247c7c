using AiAwareAnalyzers.ErrorHandling.Catches;
using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.ErrorHandling.Outcomes;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>A call that tells whether it worked, to nobody.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredOutcome() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0510",
        title: "What tells whether it worked is ignored",
        messageFormat: "'{0}' tells by {1} whether it worked, and {2}, so a failure passes for success; check {3}, and "
            + "stop or pass the failure on",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A call that returns its failure instead of throwing it has not worked until what it "
            + "returned has been looked at.",
        alsoKnownAs: "unchecked return value, ignored result",
        cwe: [252],
        customTags: LowersOwnFindings);

    /// <summary>Words of a comment by which a failure is left alone on purpose.</summary>
    private static readonly ImmutableHashSet<string> Excusing = WordSet.Of(
        "ignore ignored ignoring effort regardless deliberately intentionally optional care matter matters fine noop");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        // What a test arranges and fails at shows in the test, which then does not pass.
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        var catches = CatchClauses.Of(start.Compilation);
        var outcomes = ToldOutcomes.Of(start.Compilation);
        var halfRead = new HalfReadOutcomes(start.Compilation);
        var later = new LaterLooks(start.Compilation);
        var inSight = new AnswersInSight(start.Compilation);
        var failed = new FailedPaths(start.Compilation);
        var times = new NotedTimes(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                if (DroppedBy((IExpressionStatementOperation)context.Operation) is { } call
                    && (outcomes.Of(call) ?? RowCounts.Of(call)) is { } outcome
                    && !IsExcused(context, catches)
                    && !failed.Contain(call)
                    && !later.Settle(call)
                    && !inSight.CannotFail(call.TargetMethod))
                    Report(
                        context,
                        call,
                        outcome with
                        {
                            IsUnlikely = outcome.IsUnlikely || inSight.MissesOnlyOwn(call) || times.AreAllOf(call),
                        },
                        "nothing checks it");
            },
            OperationKind.ExpressionStatement);
        start.RegisterOperationAction(
            context =>
            {
                var variable = (IVariableDeclaratorOperation)context.Operation;
                if (KeptBy(variable) is { } call
                    && outcomes.Of(call) is { } outcome
                    && halfRead.IsForgotten(variable.Symbol, variable)
                    && !IsExcused(context, catches)
                    && !inSight.CannotFail(call.TargetMethod))
                    Report(context, call, outcome, $"'{variable.Symbol.Name}' is not asked before all goes on");
            },
            OperationKind.VariableDeclarator);
        if (!TestCode.Of(start.Compilation).IsTestProject) StartResponses(start, catches, failed);
    }

    /// <summary>A response that is read or logged, and not asked.</summary>
    private static void StartResponses(CompilationStartAnalysisContext start, CatchClauses catches, FailedPaths failed)
    {
        var unasked = new UnaskedResponses(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                if (RequestIn(context.Operation) is var (call, response)
                    && (response is null
                        ? unasked.ObservationOn(call, (IPropertyReferenceOperation)context.Operation)
                        : unasked.ObservationOn(call, response)) is { } observation
                    && !IsExcused(context, catches)
                    && !failed.Contain(call)
                    && !IsSwallowed(context.Operation))
                    Report(context, call, ToldOutcomes.OfResponse, observation);
            },
            OperationKind.VariableDeclarator, OperationKind.SimpleAssignment, OperationKind.PropertyReference);
    }

    /// <summary>A call, and the local that gets its response; none where its content is read at once.</summary>
    private static (IInvocationOperation Call, ILocalSymbol? Response)? RequestIn(IOperation place) => place switch
    {
        IVariableDeclaratorOperation { Symbol: { Type.Name: "HttpResponseMessage" } local } declarator
            when declarator.GetVariableInitializer() is { Value: var value } && CallIn(value) is { } call =>
            (call, local),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation
                { Local: { Type.Name: "HttpResponseMessage" } local }, Value: var value }
            when CallIn(value) is { } call => (call, local),
        IPropertyReferenceOperation { Property.Name: "Content", Instance: { Type.Name: "HttpResponseMessage" } owner }
            when CallIn(owner) is { } call => (call, null),
        _ => null,
    };

    /// <summary>Whatever fails here is let go, and no line says more.</summary>
    private static bool IsSwallowed(IOperation operation) =>
        operation.Ancestors().OfType<ITryOperation>().Any(attempt =>
            operation.IsInside(attempt.Body)
            && attempt.Catches.Any(static clause => clause.Handler.Operations.IsEmpty));

    private static void Report(
        OperationAnalysisContext context, IInvocationOperation call, Outcome outcome, string observation)
    {
        if (Deployment.Of(call.Syntax, context.Compilation) == Runs.InDevelopment) return;

        context.Report(Diagnostic.Create(
            Descriptor,
            call.Syntax.GetLocation(),
            outcome.IsUnlikely || Seeders.Contain(context.Operation, context.ContainingSymbol)
                ? DiagnosticSeverity.Info
                : DiagnosticSeverity.Warning,
            additionalLocations: null,
            properties: null,
            call.TargetMethod.Name,
            outcome.Teller,
            observation,
            outcome.Question));
    }

    /// <summary>The call that a statement consists of, awaited if it has to be.</summary>
    private static IInvocationOperation? DroppedBy(IExpressionStatementOperation statement)
    {
        var value = statement.Operation;
        return value.Type is { SpecialType: not SpecialType.System_Void } and not IDynamicTypeSymbol
            && !Tasks.IsTask(value.Type)
            ? CallIn(value)
            : null;
    }

    private static IInvocationOperation? CallIn(IOperation value) =>
        value.Without(Wrappers.Awaits | Wrappers.Parentheses) switch
        {
            IInvocationOperation call => call,
            IConditionalAccessOperation { WhenNotNull: IInvocationOperation call } => call,
            _ => null,
        };

    /// <summary>The call whose outcome a local of a statement of its own gets, and keeps.</summary>
    private static IInvocationOperation? KeptBy(IVariableDeclaratorOperation variable) =>
        variable.GetVariableInitializer()?.Value is { } value
        && !Tasks.IsTask(variable.Symbol.Type)
        && variable.Symbol.Type.SpecialType == SpecialType.None
        && variable.Parent?.Parent is IVariableDeclarationGroupOperation
            { Parent: IBlockOperation or IUsingDeclarationOperation }
            ? CallIn(value.Without(Wrappers.ImplicitConversions))
            : null;

    /// <summary>A test, what puts things away, a handler of another failure, or a comment that says why.</summary>
    private static bool IsExcused(OperationAnalysisContext context, CatchClauses catches) =>
        context.Operation.Ancestors().Any(IsOfAnotherFailure)
        || (catches.FunctionOf(context.Operation, context.ContainingSymbol) is { } place
            && (place.Promise & (Promise.Test | Promise.Cleanup)) != 0)
        || IsLeftAlone(context.Operation.Syntax);

    private static bool IsOfAnotherFailure(IOperation around) =>
        around is ICatchClauseOperation
        || (around.Parent is ITryOperation attempt
            && (attempt.Finally == around || (attempt.Body == around && attempt.Catches.Any(IsLetGo))));

    /// <summary>Whatever fails is let go on purpose, and a comment says so: inside, or above the try.</summary>
    private static bool IsLetGo(ICatchClauseOperation clause) =>
        clause.Handler.Operations.IsEmpty
        && (Comments.Explain(clause.Syntax)
            || Comments.ExplainStatement(clause.Syntax.Parent!)
            || clause.Syntax.DescendantTrivia().Any(Excuses));

    private static bool IsLeftAlone(SyntaxNode statement) =>
        statement.FirstAncestorOrSelf<StatementSyntax>() is { } whole
        && whole.GetLeadingTrivia().Concat(whole.GetTrailingTrivia()).Any(Excuses);

    private static bool Excuses(SyntaxTrivia trivia) => Words.Of(trivia.ToString()).Any(Excusing.Contains);
}
