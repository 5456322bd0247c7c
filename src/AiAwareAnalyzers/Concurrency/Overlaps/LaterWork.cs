using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency.Overlaps;

/// <summary>Which functions run when those who handed them over may be gone.</summary>
internal static class LaterWork
{
    private static readonly ImmutableHashSet<string> Queueing = WordSet.Of("enqueue queue schedule defer");

    /// <summary>Types that run what they are given at once, or let their callers wait for it.</summary>
    private static readonly ImmutableHashSet<string> Waiting = WordSet.Of(
        "dispatcher limiter semaphore lock mutex synchronizer bulkhead throttle batch");

    /// <summary>
    /// The call that a lambda or a named function is handed to, where nobody waits for the end of it; null elsewhere.
    /// </summary>
    public static IInvocationOperation? HandedTo(IOperation function) =>
        function.Parent is IDelegateCreationOperation creation
        && creation.User() is IInvocationOperation call
        && (Starts(call) ? IsDropped(call) : Queues(call))
            ? call
            : null;

    private static bool Starts(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Run" or "StartNew", ContainingType.Name: "Task" or "TaskFactory" };

    /// <summary>
    /// A queue of work: a method that says so and tells nothing of the result, the pool of threads, or a channel.
    /// </summary>
    private static bool Queues(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ContainingType?.Name is "ChannelWriter") return method.Name is "TryWrite" or "WriteAsync";
        return Words.Of(method.Name) is { Length: > 0 } words
            && (Queueing.Contains(words[0]) || method.Name == "UnsafeQueueUserWorkItem")
            && Tasks.Unwrap(method.ReturnType) is { SpecialType: SpecialType.System_Void } or
                { Name: "Task" or "ValueTask" } or { SpecialType: SpecialType.System_Boolean }
            && method.ContainingType is { } type
            && !Words.Of(type.Name).Any(Waiting.Contains);
    }

    /// <summary>A task that is neither awaited nor kept.</summary>
    private static bool IsDropped(IOperation task)
    {
        var outer = task.Parent;
        while (outer is IConversionOperation
            or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "ContinueWith" or "Forget" }
            or IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Forget" } })
            outer = outer.Parent;
        return outer is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };
    }
}
