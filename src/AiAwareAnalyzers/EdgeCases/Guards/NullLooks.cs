using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.Guards;

/// <summary>Whether some code asks if a value is there before it is used, in whatever spelling.</summary>
internal static class NullLooks
{
    /// <summary>
    /// Whether the body that a use stands in looks at a place anywhere: what it does then is its own business.
    /// </summary>
    public static bool Exist(Place place, IOperation use) =>
        OperationTree.Around(use).Any(operation => LooksAt(operation, place, use));

    /// <summary>Whether a local or a parameter is given whole to a call that may check it.</summary>
    public static bool AskAbout(ISymbol root, IOperation use) => OperationTree.Around(use).Any(operation =>
        operation is IArgumentOperation argument
        && IsAsked(argument)
        && Place.At(root).IsReadBy(argument.Value)
        && !use.IsInside(argument));

    private static bool LooksAt(IOperation operation, Place place, IOperation use) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
            place.IsReadBy(comparison.LeftOperand) || place.IsReadBy(comparison.RightOperand),
        IIsPatternOperation match => place.IsReadBy(match.Value) || MentionsPattern(match.Value, match.Pattern, place),
        IIsTypeOperation match => place.IsReadBy(match.ValueOperand),
        IConditionalAccessOperation access => place.IsReadBy(access.Operation),
        ICoalesceOperation choice => place.IsReadBy(choice.Value),
        ICoalesceAssignmentOperation assignment => place.IsReadBy(assignment.Target),
        ISimpleAssignmentOperation assignment => place.IsReadBy(assignment.Target) && !use.IsInside(assignment),
        ISwitchOperation choice => place.IsReadBy(choice.Value),
        ISwitchExpressionOperation choice => place.IsReadBy(choice.Value),
        IArgumentOperation argument => place.IsReadBy(argument.Value) && IsAsked(argument),
        _ => false,
    };

    /// <summary>
    /// A call that may check what it is given: one of the program without a result, one that answers yes or no.
    /// </summary>
    private static bool IsAsked(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation { TargetMethod: var method }
        && (method.ReturnsVoid && !IsOfFramework(method)
            || method.ReturnType.SpecialType == SpecialType.System_Boolean
            || IsCheck(method.Name));

    private static bool IsOfFramework(IMethodSymbol method) =>
        method.ContainingNamespace.ToDisplayString() is var space
        && (space.StartsWith("System", StringComparison.Ordinal)
            || space.StartsWith("Microsoft", StringComparison.Ordinal));

    private static bool IsCheck(string name) =>
        name.StartsWith("ThrowIf", StringComparison.Ordinal)
        || name.StartsWith("Ensure", StringComparison.Ordinal)
        || name.StartsWith("Require", StringComparison.Ordinal)
        || name.StartsWith("NotNull", StringComparison.Ordinal)
        || name.StartsWith("Validate", StringComparison.Ordinal);

    /// <summary>A pattern that goes into the members of a value: <c>answer is { Items: not null }</c>.</summary>
    public static bool MentionsPattern(IOperation value, IPatternOperation pattern, Place place) =>
        Place.Of(value) is { } start && start.LeadsTo(place) && !start.Is(place)
        && OperationTree.Of(pattern).OfType<IPropertySubpatternOperation>().Any(part =>
            part.Member is IMemberReferenceOperation member && start.Member(member.Member.Name).LeadsTo(place));
}
