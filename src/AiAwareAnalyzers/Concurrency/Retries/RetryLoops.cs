using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency.Retries;

/// <summary>Loops that try a call again after it has failed in a way that leaves open what has happened.</summary>
internal static class RetryLoops
{
    /// <summary>Failures that may come after the server has done what it was asked.</summary>
    private static readonly ImmutableHashSet<string> Open = WordSet.Of(
        "Exception Object HttpRequestException TaskCanceledException OperationCanceledException TimeoutException",
        "IOException SmtpException");

    /// <summary>The failure after which a call is made again; null where it is made once.</summary>
    public static ITypeSymbol? RepeatAfter(IOperation call) => LoopAround(call) is { } loop
        ? AttemptAround(call, loop) is { } attempt
            && IsLimited(loop, attempt)
            && IsLeftOnSuccess(loop, attempt)
            && !DependsOnRound(call, loop)
                ? FailureOf(attempt, clause => GoesRound(clause, attempt, loop))
                : null
        : AttemptAround(call, null) is { } only && FunctionAround(call) is { } function
            ? FailureOf(only, clause => CallsAgain(clause, function))
            : null;

    /// <summary>The loop of which each round makes a call; null where none does.</summary>
    public static ILoopOperation? LoopAround(IOperation call) =>
        AroundIn(call).OfType<ILoopOperation>().FirstOrDefault() is { } loop
        && (loop is IForLoopOperation or IWhileLoopOperation
            || (loop is IForEachLoopOperation { Collection: var rounds } && AreAttempts(rounds)))
            ? loop
            : null;

    /// <summary>Numbers or pauses: each stands for one more attempt.</summary>
    private static bool AreAttempts(IOperation rounds) =>
        rounds.Bare().Type switch
        {
            IArrayTypeSymbol { ElementType: var each } => IsAttempt(each),
            INamedTypeSymbol { TypeArguments: { Length: 1 } each } => IsAttempt(each[0]),
            _ => false,
        };

    private static bool IsAttempt(ITypeSymbol each) =>
        each.SpecialType == SpecialType.System_Int32 || each.Name == "TimeSpan";

    private static IEnumerable<IOperation> AroundIn(IOperation call) =>
        call.Ancestors()
            .TakeWhile(static around => around is not (IAnonymousFunctionOperation or ILocalFunctionOperation));

    private static IMethodSymbol? FunctionAround(IOperation call) =>
        call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart) as IMethodSymbol;

    private static ITypeSymbol? FailureOf(ITryOperation attempt, Func<ICatchClauseOperation, bool> repeats) =>
        attempt.Catches.FirstOrDefault(clause => IsOpen(clause) && repeats(clause))?.ExceptionType;

    /// <summary>A method that calls itself once more after a failure.</summary>
    private static bool CallsAgain(ICatchClauseOperation clause, IMethodSymbol function) =>
        Bodies.Own(clause.Handler).OfType<IInvocationOperation>().Any(again =>
            SymbolEqualityComparer.Default.Equals(
                again.TargetMethod.OriginalDefinition, function.OriginalDefinition));

    private static ITryOperation? AttemptAround(IOperation call, ILoopOperation? loop) =>
        AroundIn(call).TakeWhile(around => around != loop).OfType<ITryOperation>()
            .FirstOrDefault(attempt => call.IsInside(attempt.Body) && !attempt.Catches.IsEmpty);

    private static bool IsOpen(ICatchClauseOperation clause) =>
        Open.Contains(clause.ExceptionType.Name) && FailureLooks.LeaveOpen(clause);

    /// <summary>Rounds are counted, or the first that succeeds is the last.</summary>
    private static bool IsLimited(ILoopOperation loop, ITryOperation attempt) =>
        loop is IForLoopOperation or IForEachLoopOperation
        || Bodies.Own(loop).Any(static operation => operation is IIncrementOrDecrementOperation)
        || Bodies.Own(attempt.Body).Any(static operation => operation is IReturnOperation);

    /// <summary>A round that succeeds is the last one; otherwise each round does work of its own.</summary>
    private static bool IsLeftOnSuccess(ILoopOperation loop, ITryOperation attempt) =>
        Bodies.Own(loop).Any(operation =>
            operation is IReturnOperation or IBranchOperation { BranchKind: BranchKind.Break }
            && !operation.Ancestors().TakeWhile(around => around != loop)
                .Any(static around => around is ICatchClauseOperation or ISwitchOperation))
        || Bodies.Own(attempt.Body).OfType<ISimpleAssignmentOperation>().Any(assignment =>
            assignment.Target is ILocalReferenceOperation { Local: var flag } && IsAskedBy(loop, flag));

    private static bool IsAskedBy(ILoopOperation loop, ILocalSymbol flag) =>
        (loop switch
        {
            IForLoopOperation counted => counted.Condition,
            IWhileLoopOperation asked => asked.Condition,
            _ => null,
        })?.DescendantsAndSelf().Any(operation =>
            operation is ILocalReferenceOperation { Local: var asked }
            && SymbolEqualityComparer.Default.Equals(asked, flag)) == true;

    /// <summary>A page, or another one of several servers.</summary>
    private static bool DependsOnRound(IOperation call, ILoopOperation loop) =>
        loop.Locals.Any(local => call.Descendants().Any(operation =>
            operation is ILocalReferenceOperation { Local: var used }
            && SymbolEqualityComparer.Default.Equals(used, local)));

    private static bool GoesRound(ICatchClauseOperation clause, ITryOperation attempt, ILoopOperation loop) =>
        Bodies.Own(clause.Handler).Any(static operation =>
            operation is IBranchOperation { BranchKind: BranchKind.Continue })
        || (Bodies.CanComplete(clause.Handler) && ComesBack(attempt, loop));

    /// <summary>Whether what stands behind the attempt leads to the next round.</summary>
    private static bool ComesBack(IOperation attempt, ILoopOperation loop)
    {
        for (var part = attempt; part.Parent is { } around && part != loop; part = around)
            if (around is IBlockOperation block && Bodies.EndsBehind(part, block)) return false;
        return true;
    }
}
