using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>Catches of a cancellation that might be a time limit: what they say, and whether they ask.</summary>
internal static class TimeLimits
{
    /// <summary>
    /// A clause that takes every cancellation: no filter asks whose it is, and no clause in front has let the caller's
    /// pass.
    /// </summary>
    public static bool AreMixedWithCancellation(ICatchClauseOperation clause) =>
        clause.Filter is null
        && Cancellations.IsException(clause.ExceptionType)
        && clause.Parent is ITryOperation statement
        && !statement.Catches.TakeWhile(other => other != clause)
            .Any(static other => Cancellations.IsException(other.ExceptionType));

    /// <summary>Whether a handler asks the token or the cause which of the two it was.</summary>
    public static bool AreAskedFor(IBlockOperation handler) => Bodies.Own(handler).Any(static operation =>
        operation is IMemberReferenceOperation { Member.Name: "IsCancellationRequested" or "InnerException" }
            or IInvocationOperation { TargetMethod.Name: "ThrowIfCancellationRequested" });

    /// <summary>Whether a handler speaks of a time that is over, in a text or in what it names.</summary>
    public static bool AreNamedIn(IBlockOperation handler) => Bodies.Own(handler).Any(static operation =>
        (operation.ConstantValue is { HasValue: true, Value: string text } && IsTimeout(text))
        || operation is IMemberReferenceOperation { Member.Name: var member } && IsTimeout(member)
        || operation is IInvocationOperation { TargetMethod.Name: var method } && IsTimeout(method)
        || operation is IObjectCreationOperation { Type.Name: var made } && IsTimeout(made));

    private static bool IsTimeout(string text) =>
        text.IndexOf("timeout", StringComparison.OrdinalIgnoreCase) >= 0
        || text.IndexOf("timed out", StringComparison.OrdinalIgnoreCase) >= 0
        || text.IndexOf("time out", StringComparison.OrdinalIgnoreCase) >= 0
        || text.IndexOf("timedout", StringComparison.OrdinalIgnoreCase) >= 0
        || text.IndexOf("in time", StringComparison.OrdinalIgnoreCase) >= 0
        || text.IndexOf("too long", StringComparison.OrdinalIgnoreCase) >= 0;
}
