using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.Guards;

/// <summary>Whether a body makes sure of a number before it uses it.</summary>
internal static class NumberLooks
{
    /// <summary>A smaller constant in a comparison is a lower limit.</summary>
    private const double SmallestLimit = 1;

    /// <summary>
    /// Whether anything limits the number from above: a comparison, a pattern, <c>Math.Min</c>, a method that checks.
    /// </summary>
    public static bool LimitFromAbove(Place place, IOperation use) =>
        OperationTree.Around(use).Any(operation => operation switch
        {
            IBinaryOperation comparison => IsLimit(comparison, place),
            IIsPatternOperation match => place.IsReadBy(match.Value) && HasLimit(match.Pattern),
            ISwitchExpressionOperation choice => place.IsReadBy(choice.Value),
            ISwitchOperation choice => place.IsReadBy(choice.Value),
            IArgumentOperation argument => Limits(argument, place),
            _ => false,
        });

    /// <summary>
    /// Whether anything may limit the number from below: whatever looks at it but a question whether it is greater than
    /// an upper limit, <c>Math.Min</c>, and a guard against what is too great.
    /// </summary>
    public static bool LimitFromBelow(Place place, IOperation use) =>
        OperationTree.Around(use).Any(operation => operation switch
        {
            IBinaryOperation comparison => IsLowerLimit(comparison, place) || IsGreater(comparison, place, use),
            IIsPatternOperation match => place.IsReadBy(match.Value) && HasLowerLimit(match.Pattern),
            ISwitchExpressionOperation choice => place.IsReadBy(choice.Value),
            ISwitchOperation choice => place.IsReadBy(choice.Value),
            IArgumentOperation argument => LimitsBelow(argument, place),
            _ => false,
        });

    /// <summary>Whether the body looks at the number at all, or gives it to somebody who may.</summary>
    public static bool Exist(Place place, IOperation use) => OperationTree.Around(use).Any(operation =>
        IsComparison(operation, place)
        || operation is IArgumentOperation { Parent: IInvocationOperation call } argument
            && place.IsReadBy(argument.Value)
            && MayCheck(call.TargetMethod));

    /// <summary>Whether the body compares the number with another, or brings it into a range.</summary>
    public static bool Compare(Place place, IOperation use) => OperationTree.Around(use).Any(operation =>
        IsComparison(operation, place)
        || operation is IArgumentOperation { Parent: IInvocationOperation
            { TargetMethod.Name: "Clamp" or "Min" or "Max" or "Equals" } } argument
            && place.IsReadBy(argument.Value));

    private static bool IsComparison(IOperation operation, Place place) => operation switch
    {
        IBinaryOperation
            { OperatorKind: >= BinaryOperatorKind.Equals and <= BinaryOperatorKind.GreaterThan } comparison =>
            place.IsReadBy(comparison.LeftOperand) || place.IsReadBy(comparison.RightOperand),
        IIsPatternOperation match => place.IsReadBy(match.Value),
        ISwitchExpressionOperation choice => place.IsReadBy(choice.Value),
        ISwitchOperation choice => place.IsReadBy(choice.Value),
        _ => false,
    };

    private static bool IsLimit(IBinaryOperation comparison, Place place)
    {
        if (!IsOrder(comparison.OperatorKind) || IsOfLoop(comparison)) return false;
        return place.IsReadBy(comparison.LeftOperand) && IsHigh(comparison.RightOperand)
            || place.IsReadBy(comparison.RightOperand) && IsHigh(comparison.LeftOperand);
    }

    private static bool IsLowerLimit(IBinaryOperation comparison, Place place)
    {
        if (!IsOrder(comparison.OperatorKind) || IsOfLoop(comparison)) return false;
        return place.IsReadBy(comparison.LeftOperand)
                && (IsLess(comparison.OperatorKind) || !IsHigh(comparison.RightOperand))
            || place.IsReadBy(comparison.RightOperand)
                && (!IsLess(comparison.OperatorKind) || !IsHigh(comparison.LeftOperand));
    }

    /// <summary><c>if (rows.Count &lt; size)</c> around the use: it is greater than something there.</summary>
    private static bool IsGreater(IBinaryOperation comparison, Place place, IOperation use) =>
        IsOrder(comparison.OperatorKind)
        && place.IsReadBy(IsLess(comparison.OperatorKind) ? comparison.RightOperand : comparison.LeftOperand)
        && comparison.Ancestors().OfType<IConditionalOperation>().FirstOrDefault() is { } choice
        && comparison.IsInside(choice.Condition)
        && use.IsInside(choice.WhenTrue);

    private static bool HasLowerLimit(IPatternOperation pattern) =>
        OperationTree.Of(pattern).Any(static part =>
            part is IRelationalPatternOperation relation
            && (IsLess(relation.OperatorKind) || !IsHigh(relation.Value)));

    private static bool IsLess(BinaryOperatorKind kind) =>
        kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;

    private static bool IsOrder(BinaryOperatorKind kind) =>
        kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan
            or BinaryOperatorKind.GreaterThanOrEqual;

    /// <summary>The condition of a loop uses the number as its bound.</summary>
    private static bool IsOfLoop(IBinaryOperation comparison) => comparison.Parent switch
    {
        IForLoopOperation loop => loop.Condition == comparison,
        IWhileLoopOperation loop => loop.Condition == comparison,
        _ => false,
    };

    private static bool HasLimit(IPatternOperation pattern) => OperationTree.Of(pattern).Any(part => part switch
    {
        IRelationalPatternOperation relation => IsHigh(relation.Value),
        IConstantPatternOperation constant =>
            IsHigh(constant.Value) && constant.Value.ConstantValue is { Value: not null },
        _ => false,
    });

    private static bool IsHigh(IOperation limit) =>
        limit.ConstantValue is not { HasValue: true, Value: IConvertible value }
        || value is not (string or char)
            && value.ToDouble(System.Globalization.CultureInfo.InvariantCulture) > SmallestLimit;

    private static bool Limits(IArgumentOperation argument, Place place) =>
        argument.Parent is IInvocationOperation { TargetMethod: var method }
        && (method is { Name: "Min" or "Clamp" }
            ? IsIn(argument, place)
            : place.IsReadBy(argument.Value) && MayCheck(method) && !ChecksFromBelow(method.Name));

    private static bool LimitsBelow(IArgumentOperation argument, Place place) =>
        argument.Parent is IInvocationOperation { TargetMethod: var method }
        && (method is { Name: "Max" or "Clamp" or "Abs" }
            ? IsIn(argument, place)
            : place.IsReadBy(argument.Value) && MayCheck(method) && !ChecksFromAbove(method.Name));

    /// <summary><c>Math.Min(Math.Max(size, 1), 50)</c>: what is computed of a number is limited with it.</summary>
    private static bool IsIn(IArgumentOperation argument, Place place) =>
        OperationTree.Of(argument.Value).Any(place.IsReadBy);

    /// <summary>
    /// A call that may throw, answer no, or correct: it is named after what it does, or has no other use.
    /// </summary>
    private static bool MayCheck(IMethodSymbol method) =>
        method.ReturnType.SpecialType == SpecialType.System_Boolean
        || method.ReturnsVoid && method.ContainingType.SpecialType == SpecialType.None
        || Checking.Any(word => method.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static readonly ImmutableArray<string> Checking = ImmutableArray.Create(
        "Valid", "Ensure", "Check", "Clamp", "Limit", "Normal", "Sanit", "Bound", "Cap", "Restrict", "ThrowIf", "Guard",
        "IsDefined");

    private static bool ChecksFromBelow(string name) =>
        name is "ThrowIfNegative" or "ThrowIfNegativeOrZero" or "ThrowIfZero" or "ThrowIfLessThan"
            or "ThrowIfLessThanOrEqual";

    private static bool ChecksFromAbove(string name) =>
        name is "ThrowIfGreaterThan" or "ThrowIfGreaterThanOrEqual";
}
