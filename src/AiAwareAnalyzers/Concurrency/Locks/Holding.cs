using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.Concurrency.Locks;

/// <summary>What is called while a lock is held.</summary>
/// <param name="region">From when to when.</param>
/// <param name="gate">The lock.</param>
/// <param name="code">The code around.</param>
/// <param name="compilation">The compilation.</param>
internal sealed class Holding(LockedRegion region, Place gate, LockedCode code, Compilation compilation)
{
    /// <summary>How many methods stand between a call and the wait for the lock.</summary>
    private const int Patience = 4;

    /// <summary>
    /// A <c>lock</c> lets its own thread in again, and only a thread that blocks keeps another one out.
    /// </summary>
    private bool IsOfThread => !IsOfNobody(region.Opening);

    /// <summary>The first call that waits for the same lock, and that is waited for itself.</summary>
    public IInvocationOperation? FirstWait() =>
        gate.Variable is null
        && (!IsOfThread || region.Opening is ILockOperation)
        && code.CallsIn(region).FirstOrDefault(IsWait) is { } wait
        && !IsReleasedBefore(wait)
            ? wait
            : null;

    private bool IsWait(IInvocationOperation call) =>
        call.Instance is null or IInstanceReferenceOperation
        && IsWaitedFor(call, IsOfThread)
        && Takes(call.TargetMethod);

    /// <summary>A semaphore belongs to whoever gives it back.</summary>
    private static bool IsOfNobody(IOperation opening) =>
        opening is IInvocationOperation { TargetMethod.ContainingType.Name: "SemaphoreSlim" or "Semaphore" };

    /// <summary>Some way may have given it back already.</summary>
    private bool IsReleasedBefore(IInvocationOperation wait) =>
        code.CallsIn(region).TakeWhile(call => call != wait).Any(static call => call.TargetMethod.Name == "Release");

    /// <summary>Whether nothing behind a call runs before what it has called is over.</summary>
    private static bool IsWaitedFor(IInvocationOperation call, bool isBlocking) =>
        !Tasks.IsTask(call.TargetMethod.ReturnType)
            ? !isBlocking
            : IsBlockedFor(call) || (!isBlocking && call.IsAwaited());

    /// <summary><c>.Result</c>, <c>.Wait()</c>, <c>.GetAwaiter().GetResult()</c>.</summary>
    private static bool IsBlockedFor(IInvocationOperation call) => call.Outermost().Parent switch
    {
        IPropertyReferenceOperation { Property.Name: "Result" } => true,
        IInvocationOperation { TargetMethod: { Name: "Wait", Parameters.IsEmpty: true } } => true,
        IInvocationOperation { TargetMethod.Name: "GetAwaiter" } => true,
        _ => false,
    };

    /// <summary>
    /// Whether a method takes the lock, or one that it waits for: the nearest first, and each once, for there are far
    /// more ways to a method than methods.
    /// </summary>
    private bool Takes(IMethodSymbol method)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var level = new List<IMethodSymbol> { method };
        for (var step = 0; step < Patience && level.Count > 0; step++)
        {
            var next = new List<IMethodSymbol>();
            foreach (var each in level)
            {
                if (!seen.Add(each.OriginalDefinition) || CodeOf(each) is not { } called) continue;
                if (called.Regions.All.Any(taken => gate.Equals(taken.Gate) && IsSureOf(taken.Opening, called)))
                    return true;
                next.AddRange(WaitedForIn(called));
            }

            level = next;
        }

        return false;
    }

    /// <summary>What certainly runs when a method is called; null where it is out of sight or replaced.</summary>
    private LockedCode? CodeOf(IMethodSymbol method) =>
        !method.DeclaringSyntaxReferences.IsEmpty
        && method is { IsVirtual: false, IsAbstract: false, IsOverride: false }
        && MethodSummaries.Of(compilation).Of(method).Body is { } body
            ? LockedCode.Around(body, compilation)
            : null;

    private static IEnumerable<IMethodSymbol> WaitedForIn(LockedCode code) =>
        code.Operations.OfType<IInvocationOperation>()
            .Where(static call =>
                call.Instance is null or IInstanceReferenceOperation
                && (IsWaitedFor(call, isBlocking: false) || call.Outermost().Parent is IReturnOperation)
                && IsUnconditional(call))
            .Select(static call => call.TargetMethod);

    /// <summary>Without end, on all ways, and by another thread where it matters.</summary>
    private bool IsSureOf(IOperation opening, LockedCode called) => opening switch
    {
        ILockOperation => IsOfThread
            && called.Operations.OfType<IAwaitOperation>().FirstOrDefault() is { } pause
            && pause.Syntax.SpanStart < opening.Syntax.SpanStart
            && IsUnconditional(opening),
        IInvocationOperation call => !IsOfThread && IsOfNobody(call) && IsEndless(call) && IsUnconditional(call),
        _ => false,
    };

    private static bool IsEndless(IInvocationOperation wait) =>
        wait.Arguments.All(static argument => argument.Value.Type?.Name == "CancellationToken");

    private static bool IsUnconditional(IOperation operation) =>
        operation.Ancestors().All(static around => around is not (IConditionalOperation or ILoopOperation
            or ISwitchOperation or ISwitchExpressionOperation or ICatchClauseOperation or ICoalesceOperation
            or IConditionalAccessOperation or IAnonymousFunctionOperation or ILocalFunctionOperation));
}
