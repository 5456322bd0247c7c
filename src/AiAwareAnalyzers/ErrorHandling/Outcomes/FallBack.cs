using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.ErrorHandling.Outcomes;

/// <summary>What takes the place of a value that is null.</summary>
/// <param name="Subject">What may be null.</param>
/// <param name="Value">What is taken then; null where that is the default of its type.</param>
/// <param name="Side">What runs then, where that is more than an expression.</param>
internal sealed record FallBack(IOperation Subject, IOperation? Value, IOperation? Side = null)
{
    /// <summary>
    /// <c>rate ?? 1m</c>, <c>quote is null ? 1m : quote.Rate</c>, <c>if (quote is null) return 1m;</c>; null for
    /// anything else.
    /// </summary>
    public static FallBack? In(IOperation operation) => operation switch
    {
        ICoalesceOperation coalesce => new(coalesce.Value, coalesce.WhenNull),
        ICoalesceAssignmentOperation assignment => new(assignment.Target, assignment.Value),
        IConditionalOperation choice => OfChoice(choice),
        ISwitchExpressionOperation choice => OfSwitch(choice),
        IInvocationOperation { TargetMethod.Name: "GetValueOrDefault", Instance: { } maybe } call
            when maybe.Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T =>
            new(maybe, call.Arguments.FirstOrDefault()?.Value),
        _ => null,
    };

    /// <summary>What a question for nothing but null asks, and whether it holds where there is nothing.</summary>
    public static (IOperation Subject, bool HoldsForNull)? Question(IOperation condition)
    {
        switch (condition.Settled())
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand }
                when !CallStack.IsNearlyFull && Question(operand) is var (denied, holds):
                return (denied, !holds);
            case IIsPatternOperation { Value: var subject, Pattern: var pattern } when Takes(pattern) is { } takesNull:
                return (subject, takesNull);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison
                when NotNullIn(comparison) is { } compared:
                return (compared, true);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } comparison
                when NotNullIn(comparison) is { } compared:
                return (compared, false);
            case IPropertyReferenceOperation { Property.Name: "HasValue", Instance: { } maybe }:
                return (maybe, false);
            default:
                return null;
        }
    }

    /// <summary>What a comparison compares with null.</summary>
    private static IOperation? NotNullIn(IBinaryOperation comparison) =>
        IsNull(comparison.RightOperand) ? comparison.LeftOperand
        : IsNull(comparison.LeftOperand) ? comparison.RightOperand
        : null;

    private static FallBack? OfChoice(IConditionalOperation choice)
    {
        if (Question(choice.Condition) is not var (subject, holdsForNull)) return null;
        var side = holdsForNull ? choice.WhenTrue : choice.WhenFalse ?? Following(choice);
        return side is null ? null
            : choice.Type is not null ? new(subject, side)
            : ReturnValues.Given(side) is { } value ? new(subject, value, side)
            : null;
    }

    /// <summary><c>if (quote is { } known) return known.Rate; return 1m;</c>.</summary>
    private static IOperation? Following(IConditionalOperation choice) =>
        choice.Parent is IBlockOperation block && !Bodies.CanComplete(choice.WhenTrue)
            ? Bodies.Behind(choice, block).FirstOrDefault()
            : null;

    /// <summary><c>null => 1m</c>, or what is left behind <c>{ } quote => quote.Rate</c>.</summary>
    private static FallBack? OfSwitch(ISwitchExpressionOperation choice)
    {
        var left = choice.Arms.FirstOrDefault(static arm => Takes(arm.Pattern) == true)
            ?? (choice.Arms.Any(static arm => arm.Guard is null && Takes(arm.Pattern) == false)
                ? choice.Arms.FirstOrDefault(static arm => arm.Pattern is IDiscardPatternOperation)
                : null);
        return left is null ? null : new(choice.Value, left.Value);
    }

    /// <summary>Whether a pattern takes null and nothing else, or all but null; null where it says more.</summary>
    private static bool? Takes(IPatternOperation pattern) => pattern switch
    {
        _ when CallStack.IsNearlyFull => null,
        IConstantPatternOperation { Value: var value } => IsNull(value) ? true : null,
        INegatedPatternOperation { Pattern: var denied } => !Takes(denied),
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } =>
            false,
        IDeclarationPatternOperation => false,
        _ => null,
    };

    private static bool IsNull(IOperation value) => value.Settled().ConstantValue is { HasValue: true, Value: null };
}
