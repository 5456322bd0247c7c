using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>Awaits that begin nothing: they wait for a clock, for their turn, or for what runs already.</summary>
internal static class Waits
{
    /// <summary>
    /// Whether an await only waits. What a kept task holds is an answer, if somebody takes it: then its failure counts.
    /// </summary>
    public static bool IsOne(IAwaitOperation awaited) => awaited.Operation.Settled() switch
    {
        IInvocationOperation call when IsPause(call.TargetMethod) => true,
        IInvocationOperation { TargetMethod: { Name: "WhenAny", ContainingType: var type } } call
            when Tasks.IsTask(type) => AreRunning(call),
        IInvocationOperation { TargetMethod: { Name: "WhenAll", ContainingType: var type } } call
            when Tasks.IsTask(type) => IsDropped(awaited) && AreRunning(call),
        IInvocationOperation { TargetMethod.Name: "WaitAsync", Instance: { } task } =>
            task.Type?.Name == "SemaphoreSlim" || (IsDropped(awaited) && IsRunning(task)),
        IInvocationOperation => false,
        var task => IsDropped(awaited) && IsRunning(task),
    };

    /// <summary>What makes the objects that do the work, and does none itself.</summary>
    public static bool IsFactory(IMethodSymbol method) =>
        method.Name is "CreateDbContext" or "CreateDbContextAsync" or "CreateScope" or "CreateAsyncScope"
        || (method.Name.StartsWith("Create", StringComparison.Ordinal)
            && method.ContainingType.Name.EndsWith("Factory", StringComparison.Ordinal));

    /// <summary>Waiting for a clock or for nothing cannot fail.</summary>
    private static bool IsPause(IMethodSymbol method) =>
        Tasks.IsTask(method.ContainingType) && method.Name is "Delay" or "Yield" or "FromResult";

    private static bool IsDropped(IAwaitOperation awaited) =>
        awaited.Type is null or { SpecialType: SpecialType.System_Void }
        || awaited.Parent is IExpressionStatementOperation;

    private static bool AreRunning(IInvocationOperation call) =>
        call.Arguments.SelectMany(static argument => Elements.Of(argument.Value)).All(IsRunning);

    /// <summary>A task, or a collection of some, that a member keeps, maybe by way of a local; or a pause.</summary>
    private static bool IsRunning(IOperation task) => task.Settled() switch
    {
        IInvocationOperation { TargetMethod: var method } call =>
            IsPause(method) || (method.ContainingType.Name == "Enumerable" && IsQueryOfMember(call)),
        ILocalReferenceOperation local => Trail.Start.InitialValueOf(local, out _) is { } value && IsMember(value),
        var value => IsMember(value),
    };

    /// <summary><c>_runners.Values.Where(each => !each.IsCompleted)</c>: nothing is called but the query.</summary>
    private static bool IsQueryOfMember(IInvocationOperation query) =>
        query.DescendantsAndSelf().All(static part =>
            part is not (IInvocationOperation { TargetMethod.ContainingType.Name: not "Enumerable" }
                or IObjectCreationOperation or ILocalReferenceOperation))
        && query.Descendants().Any(static part => IsMember(part));

    private static bool IsMember(IOperation value) =>
        value.Settled() is IFieldReferenceOperation or IPropertyReferenceOperation { Property.ContainingType.Name:
            not "Lazy" };
}
