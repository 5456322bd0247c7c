namespace AiAwareAnalyzers.Money.Arithmetic;

/// <summary>The ways in which code goes from decimal to floating point and back.</summary>
internal static class DecimalConversions
{
    /// <summary>
    /// The decimal that an operation turns into <c>double</c> or <c>float</c>; null if it does no such thing.
    /// </summary>
    public static IOperation? TurnedToFloat(IOperation operation) => operation switch
    {
        IConversionOperation { IsImplicit: false } cast when IsFloating(cast.Type) && IsDecimal(cast.Operand.Type) =>
            cast.Operand,
        IInvocationOperation call when IsConversionToFloat(call.TargetMethod)
            && IsDecimal(call.TargetMethod.Parameters[0].Type) => call.Arguments[0].Value,
        _ => null,
    };

    /// <summary>
    /// The floating-point value that an operation turns into <c>decimal</c>; null if it does no such thing.
    /// </summary>
    public static IOperation? TurnedToDecimal(IOperation operation) => operation switch
    {
        IConversionOperation { IsImplicit: false } cast when IsDecimal(cast.Type) && IsFloating(cast.Operand.Type) =>
            cast.Operand,
        IInvocationOperation call when MathCalls.Converts(call.TargetMethod, "ToDecimal")
            && IsFloating(call.TargetMethod.Parameters[0].Type) => call.Arguments[0].Value,
        IObjectCreationOperation { Arguments.Length: 1 } creation when IsDecimal(creation.Type)
            && IsFloating(creation.Arguments[0].Parameter?.Type) => creation.Arguments[0].Value,
        _ => null,
    };

    /// <summary>The operations that <see cref="TurnedToFloat"/> and <see cref="TurnedToDecimal"/> know.</summary>
    public static OperationKind[] Kinds =>
        [OperationKind.Conversion, OperationKind.Invocation, OperationKind.ObjectCreation];

    private static bool IsConversionToFloat(IMethodSymbol method) =>
        MathCalls.Converts(method, "ToDouble") || MathCalls.Converts(method, "ToSingle");

    private static bool IsFloating(ITypeSymbol? type) => Numbers.IsFloating(Numbers.Underlying(type));

    private static bool IsDecimal(ITypeSymbol? type) => Numbers.IsDecimal(Numbers.Underlying(type));
}
