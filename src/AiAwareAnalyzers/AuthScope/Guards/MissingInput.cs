using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.AuthScope.Guards;

/// <summary>What a gate finds to be missing: a dependency that would answer, or an input that it must have.</summary>
internal static class MissingInput
{
    /// <summary>What a condition finds to be null or empty; either side of <c>||</c> will do.</summary>
    public static IOperation? In(IOperation condition) => condition.Unconverted() switch
    {
        _ when CallStack.IsNearlyFull => null,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either =>
            In(either.LeftOperand) ?? In(either.RightOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality =>
            IsNull(equality.RightOperand) ? Known(equality.LeftOperand) : null,
        IIsPatternOperation { Pattern: IConstantPatternOperation pattern } match =>
            IsNull(pattern.Value) ? Known(match.Value) : null,
        IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace",
            ContainingType.SpecialType: SpecialType.System_String } } test =>
            Known(test.Arguments[0].Value),
        _ => null,
    };

    private static bool IsNull(IOperation operation) =>
        operation.Unconverted().ConstantValue is { HasValue: true, Value: null };

    private static IOperation? Known(IOperation operation)
    {
        var known = operation.Unconverted();
        return known is IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation
            ? known
            : null;
    }

    /// <summary>
    /// A dependency that answers, or an input of a gate that guards something; a demand may be missing.
    /// </summary>
    public static bool IsNeeded(IOperation missing, IMethodSymbol gate) => missing switch
    {
        IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } dependency =>
            !Gates.IsDemand(dependency.Member.Name, dependency.Type),
        IMemberReferenceOperation input =>
            !Gates.IsDemand(input.Member.Name, input.Type) && Gates.Guards(gate, input.Member.Name),
        IParameterReferenceOperation input =>
            !Gates.IsDemand(input.Parameter.Name, input.Type) && Gates.Guards(gate, input.Parameter.Name),
        _ => false,
    };
}
