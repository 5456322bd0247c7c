using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>Waits that look like work: always as long, and for nothing.</summary>
internal static class Pauses
{
    /// <summary><c>Task.Delay(500)</c> and its kin, in no loop and behind no question.</summary>
    public static bool IsOne(IInvocationOperation call) =>
        IsFixed(call)
        && !call.Ancestors()
            .TakeWhile(static around => around is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            .Any(static around => around is ILoopOperation or IConditionalOperation or ISwitchOperation
                or ITryOperation or IUsingOperation);

    /// <summary>Always as long, whatever happens around it.</summary>
    public static bool IsFixed(IInvocationOperation call) =>
        IsWait(call.TargetMethod)
        && call.Arguments.Length > 0
        && IsFixed(call.Arguments[0].Value.Unconverted());

    private static bool IsWait(IMethodSymbol method) => method.Name switch
    {
        "Delay" => Tasks.IsTask(method.ContainingType),
        "Sleep" => method.ContainingType is { Name: "Thread", ContainingNamespace.Name: "Threading" },
        _ => false,
    };

    /// <summary>A number of milliseconds, or <c>TimeSpan.FromSeconds(2)</c>.</summary>
    private static bool IsFixed(IOperation time) => time switch
    {
        { ConstantValue: { HasValue: true, Value: int milliseconds } } => milliseconds > 0,
        IInvocationOperation { TargetMethod: { ContainingType.Name: "TimeSpan", Name: var name } } span =>
            name.StartsWith("From", StringComparison.Ordinal)
            && span.Arguments.All(static part => part.Value.Unconverted().ConstantValue.HasValue),
        _ => false,
    };
}
