using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Disclosure.Secrets;

/// <summary>Two texts or two runs of bytes, compared in a way that stops at the first difference.</summary>
internal readonly struct Comparison(IOperation left, IOperation right, bool ofBytes)
{
    public IOperation Left { get; } = left;

    public IOperation Right { get; } = right;

    public bool IsOfBytes { get; } = ofBytes;

    /// <summary>The comparison that an operator or a call makes; null where it makes none that is ordinal.</summary>
    public static Comparison? In(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary =>
            OfTexts(binary.LeftOperand, binary.RightOperand),
        IInvocationOperation
            { TargetMethod: { Name: "Equals", ContainingType.SpecialType: SpecialType.System_String } } call =>
            OfCall(call),
        IInvocationOperation
            { TargetMethod: { Name: "SequenceEqual", ContainingType.Name: "Enumerable" or "MemoryExtensions" } } call =>
            OfSequences(call),
        _ => null,
    };

    private static Comparison? OfCall(IInvocationOperation call)
    {
        var arguments = call.Arguments.Select(argument => argument.Value).ToList();
        if (arguments.LastOrDefault()?.Type is { Name: "StringComparison" })
        {
            if (!IsOrdinal(arguments[^1])) return null;
            arguments.RemoveAt(arguments.Count - 1);
        }

        if (call.Instance is { } instance) arguments.Insert(0, instance);
        return arguments.Count == 2 ? OfTexts(arguments[0], arguments[1]) : null;
    }

    private static bool IsOrdinal(IOperation comparison) =>
        comparison.ConstantValue is { HasValue: true, Value: (int)StringComparison.Ordinal };

    private static Comparison? OfTexts(IOperation left, IOperation right)
    {
        if (IsReference(left) || IsReference(right)) return null;
        left = left.Unconverted();
        right = right.Unconverted();
        return IsText(left) && IsText(right) ? new Comparison(left, right, ofBytes: false) : null;
    }

    /// <summary><c>(object)a == b</c> looks at no character.</summary>
    private static bool IsReference(IOperation operand) =>
        operand is IConversionOperation { IsImplicit: false, Type.SpecialType: SpecialType.System_Object };

    private static bool IsText(IOperation operand) =>
        operand is { Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false }
            and not IFieldReferenceOperation { Field: { Name: "Empty", IsStatic: true } };

    private static Comparison? OfSequences(IInvocationOperation call)
    {
        if (call is not { TargetMethod.TypeArguments: { Length: 1 } element, Arguments.Length: 2 }
            || element[0].SpecialType != SpecialType.System_Byte)
            return null;
        return new Comparison(AsWritten(call.Arguments[0].Value), AsWritten(call.Arguments[1].Value), ofBytes: true);
    }

    /// <summary>An array that is passed as a span is still an array.</summary>
    private static IOperation AsWritten(IOperation operand) =>
        operand.Without(Wrappers.ImplicitConversions).Unconverted();
}
