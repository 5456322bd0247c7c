using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Money.Arithmetic;

namespace AiAwareAnalyzers.Money.Amounts;

/// <summary>Values: what is read from money, or computed from it and still is money.</summary>
internal sealed partial class MoneyFacts
{
    /// <summary>How far a value is followed; who computes longer than this has lost the reader too.</summary>
    private const int Depth = 12;

    /// <summary>Whether a value is an amount of money. Money divided by money is none.</summary>
    public bool Is(IOperation? value) => Is(value, Trail.OfSteps(Depth));

    /// <summary>Whether a text, such as the name of a column, speaks of money.</summary>
    public bool Is(string name) => _terms.Of(name) is MoneyMeaning.Strong or MoneyMeaning.Weak;

    /// <summary>Whether a name says that it is something else: a rate, a count, a score.</summary>
    public bool Excludes(string name) => _terms.Of(name) == MoneyMeaning.Excluded;

    /// <summary>
    /// The declaration that takes a value, or a sum that the value is an amount in. What multiplies money is no amount.
    /// </summary>
    public ISymbol? TakerOf(IOperation value)
    {
        while (SumAround(value) is { } sum) value = sum;
        return Values.TakerOf(value);
    }

    /// <summary>Whether a value is read from, or computed with, a declaration that AIA0201 speaks about.</summary>
    public bool ComesFromFloatMoney(IOperation value) =>
        value.DescendantsAndSelf().Any(part =>
            part is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation
                or IInvocationOperation
            && IsKeptInFloat(Values.SymbolOf(part)));

    private bool Is(IOperation? value, Trail trail) => !trail.IsOver && value switch
    {
        null => false,
        IConversionOperation conversion => Is(conversion.Operand, trail.Deeper()),
        IParenthesizedOperation inner => Is(inner.Operand, trail.Deeper()),
        IAwaitOperation wait => Is(wait.Operation, trail.Deeper()),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus or UnaryOperatorKind.Minus } unary =>
            Is(unary.Operand, trail.Deeper()),
        IConditionalOperation choice => Is(choice.WhenTrue, trail.Deeper()) || Is(choice.WhenFalse, trail.Deeper()),
        ICoalesceOperation choice => Is(choice.Value, trail.Deeper()) || Is(choice.WhenNull, trail.Deeper()),
        ISwitchExpressionOperation choice => choice.Arms.Any(arm => Is(arm.Value, trail.Deeper())),
        IConditionalAccessOperation access => Is(access.WhenNotNull, trail.Deeper()),
        IBinaryOperation binary => IsSum(binary, trail.Deeper()),
        ILocalReferenceOperation reference =>
            Is(reference.Local)
            || (!Excludes(reference.Local.Name) && Is(trail.InitialValueOf(reference, out var further), further)),
        IArrayElementReferenceOperation element => Is(element.ArrayReference, trail.Deeper()),
        IPropertyReferenceOperation { Property.IsIndexer: true } element => Is(element.Instance, trail.Deeper()),
        IPropertyReferenceOperation { Property.Name: "Value", Instance: { } nullable }
            when Numbers.IsNullable(nullable.Type) => Is(nullable, trail.Deeper()),
        IParameterReferenceOperation reference => Is(reference.Parameter),
        IMemberReferenceOperation reference => Is(reference.Member),
        IInvocationOperation call => IsResult(call, trail.Deeper()),
        _ => false,
    };

    private IOperation? SumAround(IOperation value) => Values.UserOf(value) switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum => sum,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product when !Is(product.LeftOperand)
            && !Is(product.RightOperand) => product,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } share when !Is(share.RightOperand)
            && share.LeftOperand.Syntax.Span.Contains(value.Syntax.Span) => share,
        IUnaryOperation unary => unary,
        IArgumentOperation { Parent: IInvocationOperation call } when MathCalls.KeepsUnit(call.TargetMethod) => call,
        _ => null,
    };

    private bool IsSum(IBinaryOperation binary, Trail trail) => binary.OperatorKind switch
    {
        BinaryOperatorKind.Add or BinaryOperatorKind.Subtract =>
            Is(binary.LeftOperand, trail) || Is(binary.RightOperand, trail),
        BinaryOperatorKind.Multiply => Is(binary.LeftOperand, trail) || Is(binary.RightOperand, trail),
        BinaryOperatorKind.Divide => Is(binary.LeftOperand, trail) && !Is(binary.RightOperand, trail),
        BinaryOperatorKind.Remainder => Is(binary.LeftOperand, trail),
        _ => false,
    };

    private bool IsResult(IInvocationOperation call, Trail trail)
    {
        var method = call.TargetMethod;
        if (MathCalls.KeepsUnit(method)
            || DecimalConversions.TurnedToFloat(call) is not null
            || DecimalConversions.TurnedToDecimal(call) is not null)
            return call.Arguments.Any(argument => Is(argument.Value, trail));
        if (MathCalls.PicksFromSequence(method))
            return call.Arguments.Any(argument => Is(ResultOf(argument.Value), trail));
        return method.Name == "GetValueOrDefault" ? Is(call.Instance, trail) : Is(method);
    }

    /// <summary>What a selector selects; any other value is itself.</summary>
    private static IOperation ResultOf(IOperation argument) =>
        argument.DescendantsAndSelf().OfType<IAnonymousFunctionOperation>().FirstOrDefault() is { } selector
            ? selector.Body.Operations.OfType<IReturnOperation>().FirstOrDefault()?.ReturnedValue ?? argument
            : argument;
}
