using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.ErrorHandling.Outcomes;

/// <summary>
/// Paths that end with the word that something failed: what is put away on them makes no success of it.
/// </summary>
internal sealed class FailedPaths(Compilation compilation)
{
    private static readonly ImmutableHashSet<string> Refusals = WordSet.Of(
        "BadRequest Conflict Forbid NotFound Problem Unauthorized UnprocessableEntity ValidationProblem");

    private readonly FailureFlags _flags = FailureFlags.Of(compilation);
    private readonly ResultTypes _results = ResultTypes.Of(compilation);

    public bool Contain(IOperation operation) =>
        operation.Ancestors()
            .TakeWhile(static around => around is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            .Any(IsOne);

    private bool IsOne(IOperation side) =>
        side.Parent is IConditionalOperation { Type: null } choice
        && side != choice.Condition
        && !Bodies.CanComplete(side)
        && ((_flags.TestedBy(choice.Condition) is { } test && test.SaysFailed == (side == choice.WhenTrue))
            || (side is IBlockOperation { Operations: [.., var last] } && SaysFailure(last)));

    private bool SaysFailure(IOperation last) => last switch
    {
        IExpressionStatementOperation { Operation: IThrowOperation } or IThrowOperation => true,
        IReturnOperation { ReturnedValue: { } value } =>
            ReturnValues.Is(value, false)
            || _results.SayingOf(value) == ResultTypes.Saying.Failure
            || (value.Settled() is IInvocationOperation { TargetMethod: var method }
                && Refusals.Contains(method.Name)
                && AspNetCore.MakesAnswers(method.ContainingType)),
        _ => false,
    };
}
