using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Outcomes;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>What can be wrong with a catch, the gravest first.</summary>
internal enum CatchDefect
{
    SilentWriteFailure,
    FailureBecomesValue,
    MissingInnerException,
    SwallowedCancellation,
    LogWithoutException,
    EmptyCatch,
    UnrecordedFailure,
}

/// <summary>What is wrong with a catch: one table, the gravest first; a catch is reported as its gravest.</summary>
internal static class CatchDefects
{
    private static readonly ImmutableArray<(CatchDefect Defect, Func<CatchClause, bool> Holds)> GravestFirst =
        ImmutableArray.Create<(CatchDefect, Func<CatchClause, bool>)>(
            (CatchDefect.SilentWriteFailure, LosesChange),
            (CatchDefect.FailureBecomesValue, MakesAnswerOfFailure),
            (CatchDefect.MissingInnerException, LosesCause),
            (CatchDefect.SwallowedCancellation, EndsCancellation),
            (CatchDefect.LogWithoutException, LogsWithoutException),
            (CatchDefect.EmptyCatch, DoesNothing),
            (CatchDefect.UnrecordedFailure, LeavesTextOnly));

    /// <summary>The gravest thing that is wrong with a catch; null where nothing is.</summary>
    public static CatchDefect? GravestDefect(this CatchClause caught)
    {
        foreach (var (defect, holds) in GravestFirst)
            if (holds(caught)) return defect;
        return null;
    }

    /// <summary>All that is wrong with a catch, the gravest first.</summary>
    public static IEnumerable<CatchDefect> Of(CatchClause caught) =>
        GravestFirst.Where(row => row.Holds(caught)).Select(static row => row.Defect);

    /// <summary>
    /// Whether a catch hides a failure from the callers: all that is inside its try belongs to that report.
    /// </summary>
    public static bool HidesFailure(this CatchClause caught) => LosesChange(caught) || MakesAnswerOfFailure(caught);

    /// <summary>A change can be lost without its callers noticing.</summary>
    private static bool LosesChange(CatchClause caught) =>
        caught is { IsCatchAll: true, Reaction: { Throws: false, Tells: false } }
        && caught.Promises(Promise.Change)
        && !caught.Promises(Promise.Probe | Promise.Fallback | Promise.Main | Promise.Command | Promise.Test)
        && (caught.Ending.Outcome == OutcomeKind.Silence
            ? IsSilent(caught)
            : caught.Ending.Outcome is OutcomeKind.EmptyValue or OutcomeKind.Success or OutcomeKind.NotFound)
        && caught.Attempt.ReachesOut
        && !SideSteps.AreIn(caught)
        && !SafeAttempts.AreIn(caught);

    /// <summary>
    /// A method that returns nothing hides a failure, unless nobody waits for it, or it says that it may fail.
    /// </summary>
    private static bool IsSilent(CatchClause caught) =>
        !caught.Promises(Promise.Handler | Promise.Boundary | Promise.Cleanup | Promise.Diagnostic)
        && !(caught.Function is { ReturnsVoid: true, IsAsync: true })
        && !caught.Reaction.CallsOther
        && !caught.Attempt.OnlyCleansUp
        && !SettlesMember(caught)
        && !Comments.Explain(caught.Clause.Syntax)
        && !(caught.Promises(Promise.BestEffort) && caught.Reaction.IsLogged);

    /// <summary>What the try was to set the handler sets, and whoever reads it knows.</summary>
    private static bool SettlesMember(CatchClause caught) => caught.Reaction.Assignments.Any(assignment =>
        assignment.Target is IMemberReferenceOperation { Member: var member } && caught.Attempt.Fills(member));

    /// <summary>It makes an answer of a failure, in a function whose callers take answers for answers.</summary>
    private static bool MakesAnswerOfFailure(CatchClause caught) =>
        caught is { Reaction: { Throws: false, Tells: false } }
        && (caught.IsCatchAll || caught.OnlyClaimsLog
            ? caught.Ending.Outcome is OutcomeKind.EmptyValue or OutcomeKind.Success or OutcomeKind.NotFound
                or OutcomeKind.DroppedItem
            : IsMeasure(caught))
        && !caught.Promises(
            Promise.Gate
            | Promise.Fallback
            | Promise.Cleanup
            | Promise.Main
            | Promise.Command
            | Promise.Test)
        && (!caught.Promises(Promise.Probe) || RowQuestions.AreIn(caught))
        && !IsOneOfMany(caught)
        && caught.Attempt.ReachesOut
        && !SideSteps.AreIn(caught)
        && !LenientChecks.AreIn(caught)
        && !SafeAttempts.AreIn(caught);

    /// <summary>
    /// A price, a rate or a measure that was made up: null or an empty list may say that there was no answer, a number
    /// with decimals never does, whichever exception brings it.
    /// </summary>
    private static bool IsMeasure(CatchClause caught) =>
        caught.Ending is { Outcome: OutcomeKind.EmptyValue, Value: { } value }
        && (value.Settled().ConstantValue is { HasValue: true, Value: not null }
            ? HasDecimals(Promises.Returned(caught.Function))
            : value.SemanticModel is { } model && MadeUpAnswers.Of(model.Compilation).AreMeasured(value));

    private static bool HasDecimals(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol
        {
            OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner],
        } => HasDecimals(inner),
        _ => type.SpecialType
            is SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single,
    };

    /// <summary>A lambda per element that logs what failed keeps the others going.</summary>
    private static bool IsOneOfMany(CatchClause caught) =>
        caught.Reaction.IsLogged && caught.Function is { MethodKind: MethodKind.LambdaMethod, Parameters.Length: > 0 };

    /// <summary>
    /// A new exception leaves the handler, and the caught one stays behind: not logged, not stored, not inside.
    /// </summary>
    private static bool LosesCause(CatchClause caught) =>
        caught.Breadth != Breadth.Narrow
        && !caught.Promises(Promise.Test)
        && !caught.Reaction.Rethrows
        && !caught.Reaction.UsesWhole
        && CauselessThrows.In(caught.Reaction) is not null
        && !OnlyCreates(caught.Statement);

    /// <summary>What <c>Activator.CreateInstance&lt;T&gt;()</c> can fail of is the missing constructor.</summary>
    private static bool OnlyCreates(ITryOperation attempt) =>
        attempt.Body.Operations.Length == 1
        && attempt.Body.Descendants().OfType<IInvocationOperation>().All(static call =>
            call.TargetMethod is { Name: "CreateInstance", ContainingType.Name: nameof(Activator) })
        && attempt.Body.Descendants().Any(static part => part is IInvocationOperation);

    /// <summary>A cancellation that the caller asked for ends in this handler, and does not come out again.</summary>
    private static bool EndsCancellation(CatchClause caught) =>
        caught is { IsCatchAll: true, LetsCancellationThrough: false, Attempt.Cancellation: not null,
            Reaction: { Rethrows: false, MindsCancellation: false, HandsOver: false } }
        && !caught.Promises(Promise.Main | Promise.Command | Promise.Test | Promise.Cleanup)
        && caught.Function is not { ReturnsVoid: true, IsAsync: true }
        && Promises.Returned(caught.Function).Name != "HealthCheckResult"
        && IsMisread(caught)
        && !CallerTokens.EndLoopAround(caught.Statement)
        && !(caught.Reaction.CanComplete && CallerTokens.EndBehind(caught.Statement));

    /// <summary>
    /// Somebody takes the cancellation for something else: the caller gets another exception or an invented answer, or
    /// the next element is worked on. Where it is only logged or told, the work has ended all the same.
    /// </summary>
    private static bool IsMisread(CatchClause caught) =>
        caught.Reaction.Throws || GoesOn(caught) || caught.HidesFailure();

    /// <summary>Behind the handler a loop comes to its next round.</summary>
    private static bool GoesOn(CatchClause caught) =>
        Continuations.LoopAround(caught.Statement) is not null
            ? caught.Reaction.CanComplete
                || caught.Reaction.Jumps.Any(static jump => jump.BranchKind != BranchKind.Break)
            : GoOnBehind(caught);

    /// <summary>
    /// A private function that tells nobody how it went, called for each element by whoever calls it at all.
    /// </summary>
    private static bool GoOnBehind(CatchClause caught) =>
        caught.Function is { ReturnType: INamedTypeSymbol { TypeArguments.IsEmpty: true } } function
        && PrivateFunctions.Are(function)
        && caught.Reaction is { IsLogged: true, Throws: false }
        && caught.Clause.SemanticModel is { Compilation: var compilation }
        && Passed.CallsOf(function, compilation) is { IsEmpty: false } calls
        && calls.All(static call =>
            Continuations.LoopAround(call) is not null
            && call.IsAwaited()
            && call.Arguments.Any(static argument => CallerTokens.AreLive(argument.Value))
            && !CallerTokens.EndLoopAround(call)
            && !(call.Statement() is { } statement && CallerTokens.EndBehind(statement)));

    /// <summary>It writes to a log that keeps, and the exception itself goes nowhere.</summary>
    private static bool LogsWithoutException(CatchClause caught) =>
        caught is { Breadth: not Breadth.Narrow, Reaction: { Throws: false, UsesWhole: false } }
        && !caught.Promises(Promise.Test)
        && LossyLogs.In(caught) is not null;

    /// <summary>It does nothing where something could be done, and does not say why.</summary>
    private static bool DoesNothing(CatchClause caught) =>
        caught is { IsCatchAll: true, IsDuringFailure: false, Reaction.IsEmpty: true,
            Attempt: { DoesSomething: true, OnlyCleansUp: false } }
        && (caught.Attempt.Reach & IoKinds.Script) == 0
        && !caught.Promises(Promise.Probe | Promise.Fallback | Promise.Cleanup | Promise.Test | Promise.Diagnostic)
        && !Comments.Explain(caught.Clause.Syntax)
        && !TriedConversions.AreIn(caught)
        && !SafeAttempts.AreIn(caught);

    /// <summary>It hands on a text of what it caught, and no log gets a word.</summary>
    private static bool LeavesTextOnly(CatchClause caught) =>
        caught is { IsCatchAll: true, IsDuringFailure: false,
            Reaction: { Throws: false, UsesWhole: false, IsLogged: false, Exception: not null } }
        && !caught.Promises(
            Promise.Probe | Promise.Main | Promise.Command | Promise.Test | Promise.Cleanup | Promise.Diagnostic)
        && caught.Attempt.ReachesOut
        && LeftTexts.In(caught) is not null;
}
