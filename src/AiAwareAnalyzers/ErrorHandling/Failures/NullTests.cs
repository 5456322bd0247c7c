using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.ErrorHandling.Failures;

/// <summary>Questions for nothing but null.</summary>
internal static class NullTests
{
    /// <summary><c>rank is null</c>, <c>rank == null</c>.</summary>
    public static bool Is(IOperation question) => question.Settled() switch
    {
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } => IsNull(value),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, RightOperand: var value } => IsNull(value),
        _ => false,
    };

    private static bool IsNull(IOperation value) =>
        value.Settled().ConstantValue is { HasValue: true, Value: null };
}
