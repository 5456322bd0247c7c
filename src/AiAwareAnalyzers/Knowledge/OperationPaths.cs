namespace AiAwareAnalyzers.Knowledge;

/// <summary>A value in an operation tree, seen without what stands between it and the one who uses it.</summary>
internal static class OperationPaths
{
    /// <summary>The value inside conversions, delegates, awaits, <c>ConfigureAwait</c> and query syntax.</summary>
    public static IOperation Bare(this IOperation operation) =>
        operation.Peeled(Skin.Parentheses | Skin.Conversions | Skin.Delegates | Skin.Awaits | Skin.Arguments | Skin.Queries);

    /// <summary>The same value on its way out: behind implicit conversions, <c>ConfigureAwait</c> and await.</summary>
    public static IOperation Outermost(this IOperation operation)
    {
        while (operation.Parent is { } parent && Passes(parent, operation)) operation = parent;
        return operation;
    }

    /// <summary>Whether the value is awaited where it is made.</summary>
    public static bool IsAwaited(this IOperation operation)
    {
        for (var value = operation; value.Parent is { } parent && Passes(parent, value); value = parent)
            if (parent is IAwaitOperation) return true;
        return false;
    }

    /// <summary>The operation that uses the value, whatever stands between: a call whose argument or receiver it is, a loop, a return.</summary>
    public static IOperation? User(this IOperation operation) =>
        operation.Outermost().Parent is IArgumentOperation argument ? argument.Parent : operation.Outermost().Parent;

    /// <summary>The whole body, initializer or attribute that an operation stands in.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent) operation = parent;
        return operation;
    }

    /// <summary>The statement that an operation belongs to.</summary>
    public static IOperation? Statement(this IOperation operation)
    {
        var statement = operation;
        while (statement is not null && statement.Parent is not (IBlockOperation or ISwitchCaseOperation or null)) statement = statement.Parent;
        return statement;
    }

    public static IEnumerable<IOperation> Ancestors(this IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent) yield return parent;
    }

    public static bool IsInside(this IOperation operation, IOperation outer) =>
        outer.Syntax.SyntaxTree == operation.Syntax.SyntaxTree && outer.Syntax.Span.Contains(operation.Syntax.Span);

    /// <summary>The lambda in a value, as delegate or as expression tree.</summary>
    public static IAnonymousFunctionOperation? Lambda(this IOperation operation) => operation.Bare() as IAnonymousFunctionOperation;

    /// <summary>The expression that a lambda consists of; null where it has statements.</summary>
    public static IOperation? Result(this IAnonymousFunctionOperation lambda) =>
        lambda.Body.Operations.FirstOrDefault() is IReturnOperation { ReturnedValue: { } value } ? value : null;

    private static bool Passes(IOperation parent, IOperation value) => parent switch
    {
        IConversionOperation { OperatorMethod: null or { ContainingType.Name: "ReadOnlyMemory" or "ReadOnlySpan" or "Memory" or "Span" } } conversion => conversion.IsImplicit,
        IParenthesizedOperation or IAwaitOperation or ITranslatedQueryOperation => true,
        IInvocationOperation call => call.Instance == value && Peeling.Is(call, Skin.Awaits),
        _ => false,
    };
}
