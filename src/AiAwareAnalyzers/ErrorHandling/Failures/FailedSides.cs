using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.ErrorHandling.Failures;

/// <summary>The side of a choice that is for a failure, and only returns something there.</summary>
/// <param name="Test">What is asked.</param>
/// <param name="Question">The operation that asks.</param>
/// <param name="Branch">All that is done on the side.</param>
/// <param name="Value">What is returned.</param>
internal sealed record FailedSide(FailureTest Test, IOperation Question, IOperation Branch, IOperation Value);

/// <summary>
/// Finds what a function returns where a response or a Result says that it failed: behind an <c>if</c>, a <c>?:</c>, a
/// <c>switch</c> of both kinds.
/// </summary>
internal sealed class FailedSides(FailureFlags flags)
{
    public IEnumerable<FailedSide> Of(IOperation choice) => choice switch
    {
        IConditionalOperation conditional => OfConditional(conditional),
        ISwitchExpressionOperation expression when IsReturned(expression) => OfArms(expression),
        ISwitchOperation statement => statement.Cases.SelectMany(section => OfSection(statement, section)),
        _ => [],
    };

    /// <summary>What is returned on the side of the failure, if that is all it does besides logging.</summary>
    private IEnumerable<FailedSide> OfConditional(IConditionalOperation choice)
    {
        if (flags.TestedBy(choice.Condition) is not { } test) return [];

        var side = test.SaysFailed ? choice.WhenTrue : choice.WhenFalse;
        var value = choice.Type is not null ? IsReturned(choice) ? side : null
            : side is not null ? ReturnedBy(side)
            : Bodies.CanComplete(choice.WhenTrue) ? null
            : ReturnedBy(Following(choice));
        return value is null ? [] : [new(test, choice.Condition, side ?? value, value)];
    }

    /// <summary>
    /// The arm for the failure; one that takes all the rest is for the failure, if there is one for the success.
    /// </summary>
    private IEnumerable<FailedSide> OfArms(ISwitchExpressionOperation choice)
    {
        FailureTest? success = null;
        foreach (var arm in choice.Arms)
        {
            if (arm.Guard is not null) continue;
            if (flags.TestedBy(arm.Pattern, choice.Value) is { } test)
            {
                if (test.SaysFailed) yield return new(test, choice.Value, arm, arm.Value);
                else success ??= test;
            }
            else if (success is not null && arm.Pattern is IDiscardPatternOperation)
                yield return new(success, choice.Value, arm, arm.Value);
        }
    }

    private IEnumerable<FailedSide> OfSection(ISwitchOperation choice, ISwitchCaseOperation section)
    {
        if (section.Clauses.Length != 1 || section.Body.Length == 0) return [];

        var test = section.Clauses[0] switch
        {
            IPatternCaseClauseOperation { Guard: null, Pattern: var pattern } => flags.TestedBy(pattern, choice.Value),
            ISingleValueCaseClauseOperation { Value: var constant } => flags.TestedBy(constant, choice.Value),
            _ => null,
        };
        return test is { SaysFailed: true } && ReturnedBy(section.Body) is { } value
            ? [new(test, choice.Value, section, value)]
            : [];
    }

    /// <summary>The value of a return, alone or behind log calls.</summary>
    private static IOperation? ReturnedBy(IOperation? side) => side switch
    {
        _ when CallStack.IsNearlyFull => null,
        IReturnOperation { IsImplicit: false, ReturnedValue: var value } => value,
        IBlockOperation block => ReturnedBy(block.Operations),
        _ => null,
    };

    private static IOperation? ReturnedBy(ImmutableArray<IOperation> statements) =>
        statements.Length > 0 && statements.Take(statements.Length - 1).All(IsLog)
            ? ReturnedBy(statements[^1])
            : null;

    private static bool IsLog(IOperation statement) =>
        statement is IExpressionStatementOperation { Operation: IInvocationOperation call }
        && LogCalls.LoudnessOf(call) is not null;

    private static IOperation? Following(IOperation statement) =>
        statement.Parent is IBlockOperation block
            ? block.Operations.Skip(block.Operations.IndexOf(statement) + 1).FirstOrDefault(static next => !IsLog(next))
            : null;

    private static bool IsReturned(IOperation value)
    {
        var parent = value.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation) parent = parent.Parent;
        return parent is IReturnOperation;
    }
}
