using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>
/// Failures that are logged where they are caught, and whose answer no caller takes for one: null is a failure on every
/// path, and each caller says so; or all that callers do with the answer is to log it.
/// </summary>
internal static class ToldByCallers
{
    public static bool Are(CatchClause caught) =>
        caught is { Reaction.IsLogged: true, Ending: { Outcome: OutcomeKind.EmptyValue, Value: { } given },
            Function: { MethodKind: MethodKind.Ordinary } function }
        && given.SemanticModel is { Compilation: var compilation }
        && Passed.CallsOf(function, compilation) is { IsEmpty: false } calls
        && (calls.All(call => OnlyLogs(call, compilation))
            || IsNull(given) && NullIsFailure(caught, compilation) && calls.All(call => Tells(call, compilation)));

    private static bool NullIsFailure(CatchClause caught, Compilation compilation) =>
        ReturnValues.In(Bodies.Around(caught.Clause)).ToList() is { Count: > 1 } answers
        && answers.TrueForAll(answer => IsNull(answer) ? IsAfterFailure(answer) : IsSomething(answer));

    private static bool IsNull(IOperation answer) =>
        answer.Settled() is { ConstantValue: { HasValue: true, Value: null } };

    private static bool IsSomething(IOperation answer) =>
        answer.Settled() is var value
        && value.SemanticModel?.GetTypeInfo(value.Syntax).Nullability.FlowState == NullableFlowState.NotNull;

    /// <summary>In a handler, or behind a line in the log that says what went wrong.</summary>
    private static bool IsAfterFailure(IOperation answer) =>
        answer.Ancestors().Any(static around => around is ICatchClauseOperation)
        || (answer.Statement()?.Parent is IBlockOperation block && IsLoud(block));

    private static bool IsLoud(IBlockOperation block) => block.Operations.OfType<IExpressionStatementOperation>()
        .Any(static statement => statement.Operation is IInvocationOperation call
            && LogCalls.LoudnessOf(call) == Loudness.Loud);

    /// <summary><c>if (path is null) { log.LogError("…"); return null; }</c>, or a throw.</summary>
    private static bool Tells(IInvocationOperation call, Compilation compilation) =>
        LocalOf(call) is { } local
        && Locals.Around(call, compilation).MentionsOf(local).Any(static mention =>
            mention.Ancestors().OfType<IConditionalOperation>().FirstOrDefault() is { } choice
            && mention.IsInside(choice.Condition)
            && AsksForNull(choice.Condition)
            && (choice.WhenTrue is IThrowOperation
                || choice.WhenTrue is IBlockOperation block
                    && (IsLoud(block) || block.Operations.Any(static statement => statement is IThrowOperation))));

    private static bool AsksForNull(IOperation question) =>
        NullTests.Is(question)
        || question.Settled() is IInvocationOperation { TargetMethod.Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" };

    private static bool OnlyLogs(IInvocationOperation call, Compilation compilation) =>
        IsLogged(call)
        || (LocalOf(call) is { } local
            && Locals.Around(call, compilation).MentionsOf(local) is { Count: > 0 } mentions
            && mentions.All(IsLogged));

    private static bool IsLogged(IOperation value) =>
        value.Ancestors()
            .TakeWhile(static around => around is not (IExpressionStatementOperation or IConditionalOperation))
            .OfType<IInvocationOperation>()
            .FirstOrDefault() is { } log
        && LogCalls.LoudnessOf(log) is not null;

    private static ILocalSymbol? LocalOf(IInvocationOperation call) =>
        call.Outermost().Parent is IVariableInitializerOperation
            { Parent: IVariableDeclaratorOperation { Symbol: var local } }
            ? local
            : null;
}
