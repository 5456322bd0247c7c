namespace AiAwareAnalyzers.Knowledge.Frameworks;

/// <summary>The token by which a caller ends a piece of work, and the exceptions that it ends with.</summary>
internal static class Cancellations
{
    public static bool IsToken(ITypeSymbol? type) => type is { Name: "CancellationToken" };

    /// <summary><c>OperationCanceledException</c>, or what tasks make of it.</summary>
    public static bool IsException(ITypeSymbol? type) =>
        type is { Name: "OperationCanceledException" or "TaskCanceledException" };

    /// <summary>Whether an operation asks a token, or a source of tokens, if it is over.</summary>
    public static bool IsAskedBy(IOperation operation) =>
        operation is IMemberReferenceOperation { Member.Name: "IsCancellationRequested" };
}
