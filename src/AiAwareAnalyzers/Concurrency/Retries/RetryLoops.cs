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

    /// <summary>What is looked at by handlers that know that nothing has arrived.</summary>
    private static readonly ImmutableHashSet<string> Certain = WordSet.Of(
        "StatusCode HttpRequestError SocketErrorCode SocketError InnerException");

    /// <summary>The failure after which a call is made again; null where it is made once.</summary>
    public static ITypeSymbol? RepeatAfter(IOperation call)
    {
        if (LoopAround(call) is not { } loop || AttemptAround(call, loop) is not { } attempt) return null;
        return IsLimited(loop, attempt) && IsLeftOnSuccess(loop, attempt) && !DependsOnRound(call, loop)
            ? attempt.Catches.FirstOrDefault(clause => IsOpen(clause) && GoesRound(clause, attempt, loop))
                ?.ExceptionType
            : null;
    }

    private static ILoopOperation? LoopAround(IOperation call) =>
        call.Ancestors()
            .TakeWhile(static around => around is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            .OfType<ILoopOperation>()
            .FirstOrDefault() is { } loop and (IForLoopOperation or IWhileLoopOperation)
                ? loop
                : null;

    private static ITryOperation? AttemptAround(IOperation call, ILoopOperation loop) =>
        call.Ancestors().TakeWhile(around => around != loop).OfType<ITryOperation>()
            .FirstOrDefault(attempt => call.IsInside(attempt.Body) && !attempt.Catches.IsEmpty);

    private static bool IsOpen(ICatchClauseOperation clause) =>
        Open.Contains(clause.ExceptionType.Name)
        && !clause.Descendants().Any(static operation =>
            operation is IMemberReferenceOperation { Member.Name: var name } && Certain.Contains(name));

    /// <summary>Rounds are counted, or the first that succeeds is the last.</summary>
    private static bool IsLimited(ILoopOperation loop, ITryOperation attempt) =>
        loop is IForLoopOperation
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
            if (around is IBlockOperation block
                && block.Operations.SkipWhile(statement => statement != part).Skip(1)
                    .Any(static statement => !Bodies.CanComplete(statement)))
                return false;
        return true;
    }
}
