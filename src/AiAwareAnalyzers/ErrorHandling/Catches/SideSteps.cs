using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>Last steps beside a change that is done, in functions that report a change that fails.</summary>
internal static class SideSteps
{
    /// <summary>
    /// Whether a log is told of what failed, and the success behind the try is that of a change before it. To report a
    /// failure there would be wrong: it would be done again.
    /// </summary>
    public static bool AreIn(CatchClause caught) =>
        caught is { Ending: { Outcome: OutcomeKind.Success, TriesAgain: false, Value: { } success },
            Reaction: { IsLogged: true, UsesWhole: true } }
        && success.Syntax.SpanStart >= caught.Statement.Syntax.Span.End
        && !success.DescendantsAndSelf().Any(part =>
            Values.VariableOrPropertyOf(part) is { } variable && caught.Attempt.Fills(variable))
        && success.SemanticModel?.Compilation is { } compilation
        && ResultTypes.Of(compilation) is var results
        && results.SayingOf(success) == ResultTypes.Saying.Success
        && FollowChange(caught.Statement, results, Promises.Of(compilation));

    /// <summary>In front of the try something is changed, and behind that a failure is returned.</summary>
    private static bool FollowChange(ITryOperation attempt, ResultTypes results, Promises promises)
    {
        var isChanged = false;
        foreach (var operation in Bodies.Own(Bodies.Around(attempt)).TakeWhile(operation => operation != attempt))
            if (operation is IAwaitOperation { Operation: var task } && task.Settled() is IInvocationOperation call)
                isChanged |= (promises.Of(call.TargetMethod) & Promise.Change) != 0;
            else if (isChanged
                && operation is IReturnOperation { ReturnedValue: { } answer }
                && results.SayingOf(answer) == ResultTypes.Saying.Failure)
                return true;
        return false;
    }
}
