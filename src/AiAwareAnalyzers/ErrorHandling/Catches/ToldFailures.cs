using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>
/// Knows the changes whose callers are told that they failed, since the answer after a failure never means anything
/// else.
/// </summary>
internal static class ToldFailures
{
    /// <summary>
    /// First words of a change that brings something new: there null cannot say that what should be changed is not
    /// there.
    /// </summary>
    private static readonly ImmutableHashSet<string> Creating = WordSet.Of("add create insert register save store");

    private static readonly ImmutableHashSet<string> Writes = WordSet.Of("SaveChanges SaveChangesAsync");

    /// <summary>Whether the answer of a handler that logs, or says why, stands for failures only.</summary>
    public static bool AreIn(CatchClause caught) =>
        (caught.Reaction.IsLogged || Comments.Explain(caught.Clause.Syntax))
        && caught.Ending.Value?.Settled().ConstantValue is { HasValue: true, Value: var told }
        && (told is false || Creating.Contains(Words.Of(caught.Function.Name).FirstOrDefault() ?? ""))
        && ReturnValues.In(Bodies.Around(caught.Clause)).ToList() is { Count: > 1 } answers
        && told switch
        {
            false => answers.TrueForAll(static answer => ReturnValues.IsTrue(answer) || IsAfterFailure(answer)),
            null => answers.TrueForAll(answer =>
                IsThere(answer) || (Says(answer, null) && (IsAfterFailure(answer) || IsAfterWrite(answer)))),
            int and < 0 => answers.TrueForAll(answer =>
                !Says(answer, told) || IsAfterFailure(answer) || IsForLackOfNeeded(answer)),
            _ => false,
        };

    private static bool Says(IOperation answer, object? told) =>
        answer.Settled().ConstantValue is { HasValue: true, Value: var value } && Equals(value, told);

    private static bool IsAfterFailure(IOperation answer) =>
        answer.Ancestors()
            .TakeWhile(static around => around is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            .Any(static around => around is ICatchClauseOperation);

    /// <summary>What comes of a write that did nothing is no word about what was there before.</summary>
    private static bool IsAfterWrite(IOperation answer) =>
        Bodies.Own(Bodies.Around(answer)).OfType<IInvocationOperation>().Any(call =>
            Writes.Contains(call.TargetMethod.Name) && call.Syntax.Span.End <= answer.Syntax.SpanStart);

    /// <summary><c>if (rank is null) return -1;</c>: nothing can be added without it.</summary>
    private static bool IsForLackOfNeeded(IOperation answer) =>
        answer.Ancestors().OfType<IConditionalOperation>().FirstOrDefault() is { } choice
        && answer.IsInside(choice.WhenTrue)
        && NullTests.Is(choice.Condition);

    /// <summary>A value that the compiler takes for one, and that no search brought.</summary>
    private static bool IsThere(IOperation answer) =>
        answer.Settled() is { ConstantValue.HasValue: false } value
        && !(value is IInvocationOperation call && Lookups.MayFindNothing(call))
        && value.SemanticModel?.GetTypeInfo(value.Syntax).Nullability.FlowState != NullableFlowState.MaybeNull;
}
