namespace AiAwareAnalyzers.Knowledge;

/// <summary>Values: what is read from money, or computed from it and still is money.</summary>
internal sealed partial class MoneyFacts
{
    /// <summary>How far a value is followed; who computes longer than this has lost the reader too.</summary>
    private const int Depth = 12;

    /// <summary>Whether a value is an amount of money. Money divided by money is none.</summary>
    public bool Is(IOperation? value) => Is(value, Depth);

    /// <summary>Whether a text, such as the name of a column, speaks of money.</summary>
    public bool Is(string name) => _terms.Of(name) is MoneyMeaning.Strong or MoneyMeaning.Weak;

    /// <summary>Whether a name says that it is something else: a rate, a count, a score.</summary>
    public bool Excludes(string name) => _terms.Of(name) == MoneyMeaning.Excluded;

    /// <summary>The declaration that takes a value, or a sum that the value is an amount in. What multiplies money is no amount.</summary>
    public ISymbol? TakerOf(IOperation value)
    {
        while (SumAround(value) is { } sum) value = sum;
        return Values.TakerOf(value);
    }

    /// <summary>Whether a value is read from, or computed with, a declaration that AIA0201 speaks about.</summary>
    public bool ComesFromFloatMoney(IOperation value) =>
        value.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation or IInvocationOperation && IsKeptInFloat(Values.SymbolOf(part)));

    private bool Is(IOperation? value, int depth) => depth > 0 && value switch
    {
        null => false,
        IConversionOperation conversion => Is(conversion.Operand, depth - 1),
        IParenthesizedOperation inner => Is(inner.Operand, depth - 1),
        IAwaitOperation wait => Is(wait.Operation, depth - 1),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus or UnaryOperatorKind.Minus } unary => Is(unary.Operand, depth - 1),
        IConditionalOperation choice => Is(choice.WhenTrue, depth - 1) || Is(choice.WhenFalse, depth - 1),
        ICoalesceOperation choice => Is(choice.Value, depth - 1) || Is(choice.WhenNull, depth - 1),
        ISwitchExpressionOperation choice => choice.Arms.Any(arm => Is(arm.Value, depth - 1)),
        IConditionalAccessOperation access => Is(access.WhenNotNull, depth - 1),
        IBinaryOperation binary => IsSum(binary, depth - 1),
        ILocalReferenceOperation reference => Is(reference.Local) || (!Excludes(reference.Local.Name) && Is(Values.InitialValueOf(reference), depth - 1)),
        IArrayElementReferenceOperation element => Is(element.ArrayReference, depth - 1),
        IPropertyReferenceOperation { Property.IsIndexer: true } element => Is(element.Instance, depth - 1),
        IPropertyReferenceOperation { Property.Name: "Value", Instance: { } nullable } when Numbers.IsNullable(nullable.Type) => Is(nullable, depth - 1),
        IParameterReferenceOperation reference => Is(reference.Parameter),
        IMemberReferenceOperation reference => Is(reference.Member),
        IInvocationOperation call => IsResult(call, depth - 1),
        _ => false,
    };

    private IOperation? SumAround(IOperation value) => Values.UserOf(value) switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum => sum,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product when !Is(product.LeftOperand) && !Is(product.RightOperand) => product,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } share when !Is(share.RightOperand) && share.LeftOperand.Syntax.Span.Contains(value.Syntax.Span) => share,
        IUnaryOperation unary => unary,
        IArgumentOperation { Parent: IInvocationOperation call } when MathCalls.KeepsUnit(call.TargetMethod) => call,
        _ => null,
    };

    private bool IsSum(IBinaryOperation binary, int depth) => binary.OperatorKind switch
    {
        BinaryOperatorKind.Add or BinaryOperatorKind.Subtract => Is(binary.LeftOperand, depth) || Is(binary.RightOperand, depth),
        BinaryOperatorKind.Multiply => Is(binary.LeftOperand, depth) || Is(binary.RightOperand, depth),
        BinaryOperatorKind.Divide => Is(binary.LeftOperand, depth) && !Is(binary.RightOperand, depth),
        BinaryOperatorKind.Remainder => Is(binary.LeftOperand, depth),
        _ => false,
    };

    private bool IsResult(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (MathCalls.KeepsUnit(method) || DecimalConversions.TurnedToFloat(call) is not null || DecimalConversions.TurnedToDecimal(call) is not null)
            return call.Arguments.Any(argument => Is(argument.Value, depth));
        if (MathCalls.PicksFromSequence(method))
            return call.Arguments.Any(argument => Is(ResultOf(argument.Value), depth));
        return method.Name == "GetValueOrDefault" ? Is(call.Instance, depth) : Is(method);
    }

    /// <summary>What a selector selects; any other value is itself.</summary>
    private static IOperation ResultOf(IOperation argument) =>
        argument.DescendantsAndSelf().OfType<IAnonymousFunctionOperation>().FirstOrDefault() is { } selector
            ? selector.Body.Operations.OfType<IReturnOperation>().FirstOrDefault()?.ReturnedValue ?? argument
            : argument;
}
