using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>Awaits that wait for nothing but the clock, or for nothing at all.</summary>
internal static class PointlessAwaits
{
    /// <summary>Whether an await waits for nothing; a delay only where nothing else is done.</summary>
    public static bool IsPlayed(IAwaitOperation awaited, bool delays) =>
        IsFinished(awaited) || (delays && IsConstantDelay(awaited));

    /// <summary><c>Task.CompletedTask</c>, <c>Task.FromResult(…)</c> and their kin.</summary>
    public static bool IsFinished(IAwaitOperation awaited) => !YieldsAllTheSame(awaited) && TaskOf(awaited) switch
    {
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "CompletedTask" } property } =>
            Tasks.IsTask(property.ContainingType),
        IInvocationOperation { TargetMethod: { IsStatic: true, Name: "FromResult" } method } =>
            Tasks.IsTask(method.ContainingType),
        _ => false,
    };

    /// <summary><c>Task.Delay</c> of a constant, as a statement of its own.</summary>
    public static bool IsConstantDelay(IAwaitOperation awaited) =>
        awaited.Parent is IExpressionStatementOperation
        && TaskOf(
            awaited) is IInvocationOperation { TargetMethod: { Name: "Delay", ContainingType: { Name: "Task" } } } call
        && call.Arguments[0].Value is { } time && (time.ConstantValue.HasValue || IsConstantSpan(time));

    private static bool IsConstantSpan(IOperation time) =>
        time is IInvocationOperation { TargetMethod: { ContainingType.Name: "TimeSpan", IsStatic: true } } span
        && span.Arguments.All(static argument =>
            argument.Value is var value && value.Settled().ConstantValue.HasValue);

    /// <summary>
    /// <c>ConfigureAwait(ConfigureAwaitOptions.ForceYielding)</c> is there to go on later, on another thread.
    /// </summary>
    private static bool YieldsAllTheSame(IAwaitOperation awaited) =>
        awaited.Operation
            is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Arguments: { Length: 1 } options }
        && options[0].Value.Type is { Name: "ConfigureAwaitOptions" };

    private static IOperation TaskOf(IAwaitOperation awaited) =>
        awaited.Operation is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task }
            ? task
            : awaited.Operation;
}
