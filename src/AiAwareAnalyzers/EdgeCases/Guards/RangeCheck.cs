using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.EdgeCases.Guards;

/// <summary>A condition that refuses a floating-point number because it is below or above a limit.</summary>
internal sealed class RangeCheck
{
    private readonly IOperation _number;
    private readonly Place _place;

    private RangeCheck(IOperation number, Place place, bool isWhole, bool isOneSided)
    {
        _number = number;
        _place = place;
        IsWhole = isWhole;
        IsOneSided = isOneSided;
    }

    public string Name => Quote.Of(_number.Syntax);

    /// <summary>Whether the condition consists of the two comparisons alone.</summary>
    public bool IsWhole { get; }

    /// <summary>Whether only the lower limit is looked at.</summary>
    public bool IsOneSided { get; }

    /// <summary>
    /// Whether the number was made of text: by <c>double.TryParse</c>, or by the framework for a handler.
    /// </summary>
    public bool IsFromOutside => _number is ILocalReferenceOperation ? IsParsed : BoundNumbers.Contain(_number);

    private bool IsParsed => OperationTree.Around(_number).Any(operation => operation is IInvocationOperation
    {
        TargetMethod: { Name: "TryParse" or "Parse",
            ContainingType.SpecialType: SpecialType.System_Double or SpecialType.System_Single },
    } parse && IsFilledBy(parse));

    /// <summary>Whether anybody in the body asks about NaN or infinity.</summary>
    public bool IsAskedForNaN => OperationTree.Around(_number).Any(operation => operation switch
    {
        IInvocationOperation
            { TargetMethod: {
                Name: "IsNaN" or "IsFinite" or "IsInfinity" or "IsNormal" or "IsRealNumber" or "Clamp" } } question =>
            question.Arguments.Any(argument => _place.IsReadBy(argument.Value)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } comparison =>
            _place.IsReadBy(comparison.LeftOperand) && _place.IsReadBy(comparison.RightOperand),
        _ => false,
    });

    /// <summary>
    /// A lower limit of a number, or two limits joined by <c>||</c>, at the end of a longer condition perhaps; null for
    /// any other.
    /// </summary>
    public static RangeCheck? Of(IBinaryOperation condition)
    {
        if (condition.OperatorKind != BinaryOperatorKind.ConditionalOr && DirectionOf(condition.OperatorKind) is null)
            return null;
        var parts = Parts(condition).ToList();
        var sides = parts.Select(SideOf).Where(side => side is not null).Select(side => side!.Value).ToList();
        foreach (var (number, place, isLower) in sides)
            if (sides.Exists(other => other.Place.Is(place) && other.IsLower != isLower))
                return new(number, place, isWhole: parts.Count == 2, isOneSided: false);
        return sides.Count == 1 && sides[0].IsLower
            ? new(sides[0].Number, sides[0].Place, isWhole: false, isOneSided: true)
            : null;
    }

    /// <summary>Whether the body ends where a condition holds: what does not fulfil it is used.</summary>
    public static bool Refuses(IOperation condition) =>
        condition.Parent is IConditionalOperation { Type: null } choice
        && choice.Condition == condition
        && !Bodies.CanComplete(choice.WhenTrue);

    private static IEnumerable<IOperation> Parts(IOperation condition)
    {
        var open = new Stack<IOperation>();
        open.Push(condition);
        while (open.Count > 0)
        {
            var part = open.Pop().Bare();
            if (part is not IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either)
            {
                yield return part;
                continue;
            }

            open.Push(either.RightOperand);
            open.Push(either.LeftOperand);
        }
    }

    /// <summary>The number that a comparison speaks of, and whether it refuses what is lower.</summary>
    private static (IOperation Number, Place Place, bool IsLower)? SideOf(IOperation part)
    {
        if (part is not IBinaryOperation { OperatorKind: var kind } comparison || DirectionOf(kind) is not { } isLess)
            return null;
        if (NumberOf(comparison.LeftOperand) is { } left) return (left.Number, left.Place, isLess);
        return NumberOf(comparison.RightOperand) is { } right ? (right.Number, right.Place, !isLess) : null;
    }

    private static bool? DirectionOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual => true,
        BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => false,
        _ => null,
    };

    private static (IOperation Number, Place Place)? NumberOf(IOperation value)
    {
        var number = value.Bare();
        return number is ILocalReferenceOperation or IParameterReferenceOperation or IPropertyReferenceOperation
            && number.Type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single
            && Place.Of(number) is { } place
            ? (number, place)
            : null;
    }

    private bool IsFilledBy(IInvocationOperation parse) =>
        parse.TargetMethod.Name == "Parse"
        && Holder.Of(parse) is { } local
        && SymbolEqualityComparer.Default.Equals(local, _place.Root)
        || parse.Arguments.Any(argument =>
            argument.Parameter?.RefKind == RefKind.Out && _place.IsReadBy(OutOf(argument.Value)));

    private static IOperation OutOf(IOperation value) =>
        value is IDeclarationExpressionOperation declaration ? declaration.Expression : value;
}
