using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>
/// Methods whose null or false says that they failed, and nothing else: other ways through them end in the same after a
/// failure, and every caller asks.
/// </summary>
internal static class FailureAnswers
{
    /// <summary>An answer to a client that takes what failed for what is not there.</summary>
    private static readonly ImmutableHashSet<string> Denials = WordSet.Of(
        "NotFound NotFoundResult NotFoundObjectResult");

    public static bool AreIn(CatchClause caught) =>
        caught is { Ending: { Outcome: OutcomeKind.EmptyValue, Value: { } given },
            Function: { MethodKind: MethodKind.Ordinary } function }
        && KindOf(given) is { } kind
        && given.SemanticModel is { Compilation: var compilation }
        && ReturnValues.In(Bodies.Around(caught.Clause)).ToList() is { Count: > 2 } answers
        && answers.Exists(answer => answer.Syntax == given.Syntax)
        && answers.Exists(answer => answer.Syntax != given.Syntax && IsFailure(answer, kind, compilation))
        && answers.TrueForAll(answer =>
            answer.Syntax == given.Syntax || IsFailure(answer, kind, compilation) || IsSurely(answer, kind))
        && AreAsked(function, kind, compilation);

    /// <summary>Null, or false: what nobody takes for data; null where it is neither.</summary>
    private static Nothing? KindOf(IOperation answer) => answer.Settled() switch
    {
        { ConstantValue: { HasValue: true, Value: null } } => Nothing.Null,
        IDefaultValueOperation { Type.IsReferenceType: true } => Nothing.Null,
        { ConstantValue: { HasValue: true, Value: false } } => Nothing.False,
        _ => null,
    };

    /// <summary>The same answer in a handler, or behind a question whether something failed.</summary>
    private static bool IsFailure(IOperation answer, Nothing kind, Compilation compilation) =>
        KindOf(answer) == kind
        && answer.Ancestors().Any(around => around switch
        {
            ICatchClauseOperation => true,
            IConditionalOperation choice =>
                answer.IsInside(choice.WhenTrue) && AsksForFailure(choice.Condition, compilation),
            _ => false,
        });

    private static bool AsksForFailure(IOperation question, Compilation compilation) =>
        Values.Disjuncts(question).Any(part =>
            FailureFlags.Of(compilation).TestedBy(part) is { SaysFailed: true }
            || part.DescendantsAndSelf().Any(static read => read is IPropertyReferenceOperation
                { Property: { Name: "ExitCode", ContainingType.Name: "Process" } }));

    /// <summary>What the answer is where it worked, and never what it is after a failure.</summary>
    private static bool IsSurely(IOperation answer, Nothing kind)
    {
        var value = answer.Settled();
        return kind == Nothing.False
            ? value.ConstantValue is { HasValue: true, Value: true }
            : value is IObjectCreationOperation
                || value.SemanticModel?.GetTypeInfo(value.Syntax).Nullability.FlowState == NullableFlowState.NotNull;
    }

    private static bool AreAsked(IMethodSymbol function, Nothing kind, Compilation compilation) =>
        (kind == Nothing.Null
            ? AskingCallers.AllAskForNull(function, compilation)
            : Passed.CallsOf(function, compilation) is { IsEmpty: false } calls && calls.All(IsLookedAt))
        && !Passed.CallsOf(function, compilation).Any(Denies);

    private static bool IsLookedAt(IInvocationOperation call) =>
        call.Outermost().Parent is IConditionalOperation or IUnaryOperation or IBinaryOperation;

    private static bool Denies(IInvocationOperation call) =>
        Bodies.Around(call).Syntax.DescendantTokens().Any(static token =>
            token.IsKind(SyntaxKind.IdentifierToken) && Denials.Contains(token.ValueText));

    private enum Nothing
    {
        Null,
        False,
    }
}
