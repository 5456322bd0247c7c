namespace AiAwareAnalyzers.Knowledge.Frameworks;

/// <summary>What a task is, and what is inside.</summary>
internal static class Tasks
{
    /// <summary>
    /// The <c>T</c> of <c>Task&lt;T&gt;</c> and <c>ValueTask&lt;T&gt;</c>; every other type as it is.
    /// </summary>
    public static ITypeSymbol Unwrap(ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 1 } task && IsTask(task) ? task.TypeArguments[0] : type;

    /// <summary><c>Task</c>, <c>ValueTask</c>, and both with a result.</summary>
    public static bool IsTask(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask" } task && IsInTasksNamespace(task);

    /// <summary>A task without a result.</summary>
    public static bool IsBareTask(ITypeSymbol? type) => IsTask(type) && ((INamedTypeSymbol)type!).Arity == 0;

    private static bool IsInTasksNamespace(ITypeSymbol type) =>
        type.ContainingNamespace is
        {
            Name: "Tasks",
            ContainingNamespace: { Name: "Threading",
                ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
        };
}
