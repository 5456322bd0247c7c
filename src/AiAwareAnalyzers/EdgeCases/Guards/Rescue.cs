using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.EdgeCases.Guards;

/// <summary>Whether somebody turns a failure into an answer: in the same function, or in those that call it.</summary>
internal static class Rescue
{
    /// <summary>A failure that travels further up than this is expected by nobody.</summary>
    private const int MaxCallers = 4;

    /// <summary>
    /// Whether an operation stands in a <c>try</c> that catches such an exception, by its name or a more general one.
    /// </summary>
    public static bool Surrounds(IOperation operation, params string[] exceptions) => operation.Ancestors()
        .OfType<ITryOperation>()
        .Any(attempt => operation.IsInside(attempt.Body) && attempt.Catches.Any(handler => IsAny(handler, exceptions)));

    /// <summary>As above, or every call in this project by which one gets there does; asked only after a hit.</summary>
    public static bool IsOnEveryWay(IOperation operation, Compilation compilation, params string[] exceptions) =>
        IsOnEveryWay(
            operation, compilation, exceptions, new(SymbolEqualityComparer.Default), Trail.OfSteps(MaxCallers));

    /// <summary>A function that calls itself is left by the ways of its first callers.</summary>
    private static bool IsOnEveryWay(
        IOperation operation, Compilation compilation, string[] exceptions, HashSet<ISymbol> seen, Trail trail)
    {
        if (Surrounds(operation, exceptions)) return true;
        if (FunctionAround(operation) is not { } function) return false;
        if (!seen.Add(function)) return true;
        if (!trail.TryPass(function, out var further)) return false;
        var calls = Passed.CallsOf(function, compilation);
        return !calls.IsEmpty && calls.All(call => IsOnEveryWay(call, compilation, exceptions, seen, further));
    }

    /// <summary>The named function that an operation runs in; null in a lambda that is called later.</summary>
    private static IMethodSymbol? FunctionAround(IOperation operation)
    {
        foreach (var outer in operation.Ancestors())
            if (outer is ILocalFunctionOperation local) return local.Symbol;
            else if (outer is IAnonymousFunctionOperation lambda && !RunsAtOnce(lambda)) return null;
        var symbol = operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction }) symbol = symbol.ContainingSymbol;
        return symbol as IMethodSymbol;
    }

    /// <summary>An argument of an operator of LINQ, or of a call that is waited for.</summary>
    private static bool RunsAtOnce(IAnonymousFunctionOperation lambda) =>
        lambda.Parent?.Parent is IArgumentOperation { Parent: IInvocationOperation call }
        && (Sequences.IsOperator(call.TargetMethod) || call.IsAwaited());

    private static bool IsAny(ICatchClauseOperation handler, string[] exceptions) =>
        handler.ExceptionType is not { } type
        || type.Name is "Exception" or "Object" or "SystemException"
        || Array.IndexOf(exceptions, type.Name) >= 0;
}
