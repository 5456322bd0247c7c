using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.Guards;

/// <summary>Whether somebody in the same function turns a failure into an answer.</summary>
internal static class Rescue
{
    /// <summary>
    /// Whether an operation stands in a <c>try</c> that catches such an exception, by its name or a more general one.
    /// </summary>
    public static bool Surrounds(IOperation operation, params string[] exceptions) => operation.Ancestors()
        .OfType<ITryOperation>()
        .Any(attempt => operation.IsInside(attempt.Body) && attempt.Catches.Any(handler => IsAny(handler, exceptions)));

    private static bool IsAny(ICatchClauseOperation handler, string[] exceptions) =>
        handler.ExceptionType is not { } type
        || type.Name is "Exception" or "Object" or "SystemException"
        || Array.IndexOf(exceptions, type.Name) >= 0;
}
