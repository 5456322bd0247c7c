using AiAwareAnalyzers.EdgeCases.Guards;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Whether a body asks how long a text is, or whether it is one that it knows.</summary>
internal static class TextLooks
{
    public static bool Exist(Place place, IOperation use) => OperationTree.Around(use).Any(operation => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Length", Instance: { } measured } => place.IsReadBy(measured),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
            IsCompared(place, comparison.LeftOperand, comparison.RightOperand)
            || IsCompared(place, comparison.RightOperand, comparison.LeftOperand),
        IIsPatternOperation match => place.IsReadBy(match.Value)
            ? SaysMoreThanNull(match.Pattern)
            : NullLooks.MentionsPattern(match.Value, match.Pattern, place),
        ISwitchOperation choice => place.IsReadBy(choice.Value),
        ISwitchExpressionOperation choice => place.IsReadBy(choice.Value),
        ISimpleAssignmentOperation assignment => place.IsReadBy(assignment.Target),
        IArgumentOperation argument => place.IsReadBy(argument.Value) && IsAsked(argument),
        _ => false,
    });

    /// <summary>Compared with a text that is written here.</summary>
    private static bool IsCompared(Place place, IOperation text, IOperation other) =>
        other.ConstantValue is { HasValue: true, Value: string { Length: > 0 } } && place.IsReadBy(text);

    private static bool SaysMoreThanNull(IPatternOperation pattern) => OperationTree.Of(pattern).Any(part => part switch
    {
        IConstantPatternOperation constant => constant.Value.ConstantValue is { Value: not null },
        IPropertySubpatternOperation => true,
        _ => false,
    });

    /// <summary>A call that says no, or throws: but for one that asks only whether there is a text at all.</summary>
    private static bool IsAsked(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation { TargetMethod: var method }
        && (method.ReturnType.SpecialType == SpecialType.System_Boolean
                && method.Name is not ("IsNullOrEmpty" or "IsNullOrWhiteSpace")
            || IsCheck(method.Name));

    private static bool IsCheck(string name) =>
        name.IndexOf("Valid", StringComparison.Ordinal) >= 0
        || name.IndexOf("Length", StringComparison.Ordinal) >= 0
        || name.IndexOf("Truncat", StringComparison.Ordinal) >= 0
        || name.StartsWith("Ensure", StringComparison.Ordinal)
        || name.StartsWith("Check", StringComparison.Ordinal);
}
