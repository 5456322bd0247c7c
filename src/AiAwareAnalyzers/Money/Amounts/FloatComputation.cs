using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Money.Arithmetic;

namespace AiAwareAnalyzers.Money.Amounts;

/// <summary>An expression that computes in floating point, seen as a whole from one of its parts.</summary>
internal sealed class FloatComputation
{
    /// <summary>How deep a computation is looked into.</summary>
    private const int Depth = 24;

    private FloatComputation(IOperation whole, bool computes)
    {
        Whole = whole;
        Computes = computes;
    }

    /// <summary>The outermost operation that still computes.</summary>
    public IOperation Whole { get; }

    /// <summary>Whether anything is computed at all, and not only converted.</summary>
    public bool Computes { get; }

    /// <summary>The computation that a part belongs to: signs, arithmetic, rounding and limits around it.</summary>
    public static FloatComputation Around(IOperation part)
    {
        var (whole, computes) = (part, false);
        while (Next(whole) is { } outer)
        {
            computes |= outer is not IUnaryOperation;
            whole = outer;
        }

        return new(whole, computes);
    }

    /// <summary>
    /// The first amount of decimal money in it that is turned into floating point: the one that speaks for all.
    /// </summary>
    public IOperation? FirstTurned(MoneyFacts money) =>
        Whole.DescendantsAndSelf()
            .Where(part => DecimalConversions.TurnedToFloat(part) is { } amount && money.Is(amount))
            .OrderBy(part => part.Syntax.SpanStart)
            .FirstOrDefault();

    /// <summary>
    /// Whether all its parts are money, whole numbers and literals, so that nothing in it has to be floating point.
    /// </summary>
    public bool IsSelfContained => IsPlain(Whole, Depth);

    private static bool IsPlain(IOperation part, int depth) => depth > 0 && part.AsWritten() switch
    {
        IBinaryOperation binary => IsPlain(binary.LeftOperand, depth - 1) && IsPlain(binary.RightOperand, depth - 1),
        IUnaryOperation unary => IsPlain(unary.Operand, depth - 1),
        IInvocationOperation call when MathCalls.KeepsUnit(call.TargetMethod) =>
            call.Arguments.All(argument => IsPlain(argument.Value, depth - 1)),
        ILiteralOperation => true,
        { ConstantValue.HasValue: true } => true,
        var other => Numbers.IsInteger(other.Type) || DecimalConversions.TurnedToFloat(other) is { },
    };

    private static IOperation? Next(IOperation whole) => Values.UserOf(whole) switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract
            or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder } binary
            when Numbers.IsFloating(binary.Type) => binary,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus or UnaryOperatorKind.Minus } unary => unary,
        IArgumentOperation { Parent: IInvocationOperation call } when MathCalls.KeepsUnit(call.TargetMethod) => call,
        _ => null,
    };
}
