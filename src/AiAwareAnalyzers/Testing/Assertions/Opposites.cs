using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>Whether of two conditions one always holds.</summary>
internal static class Opposites
{
    public static bool Are(IOperation one, IOperation other) =>
        IsNegationOf(one, other)
        || IsNegationOf(other, one)
        || AreOppositeComparisons(one.Unconverted(), other.Unconverted())
        || (AboutNull(one) is var (value, isNull)
            && AboutNull(other) is var (same, isNullToo)
            && isNull != isNullToo
            && SameValue.AreWrittenAlike(value, same));

    /// <summary>The value that is asked for null, and whether it has to be; null for other questions.</summary>
    public static (IOperation Value, bool IsNull)? AboutNull(IOperation condition) => condition.Unconverted() switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison when IsNull(comparison.RightOperand) =>
            (comparison.LeftOperand, true),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } comparison
            when IsNull(comparison.RightOperand) => (comparison.LeftOperand, false),
        IIsPatternOperation { Value: var value, Pattern: IConstantPatternOperation { Value: var constant } }
            when IsNull(constant) => (value, true),
        IIsPatternOperation
        {
            Value: var value,
            Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } },
        } when IsNull(constant) => (value, false),
        _ => null,
    };

    private static bool IsNull(IOperation value) =>
        value.Unconverted().ConstantValue is { HasValue: true, Value: null };

    private static bool IsNegationOf(IOperation negation, IOperation condition) =>
        negation.Unconverted() is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var denied }
        && SameValue.AreWrittenAlike(denied, condition);

    private static bool AreOppositeComparisons(IOperation one, IOperation other) =>
        one is IBinaryOperation left
        && other is IBinaryOperation right
        && Relations.Opposite(left.OperatorKind) == right.OperatorKind
        && SameValue.AreWrittenAlike(left.LeftOperand, right.LeftOperand)
        && SameValue.AreWrittenAlike(left.RightOperand, right.RightOperand);
}
