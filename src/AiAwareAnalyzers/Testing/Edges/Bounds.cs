using AiAwareAnalyzers.Testing.Assertions;

namespace AiAwareAnalyzers.Testing.Edges;

/// <summary>Comparisons of a number or a size with a bound.</summary>
internal static class Bounds
{
    public static Question Ask(Measure measure, BinaryOperatorKind relation, decimal bound) => new(
        measure.About,
        fed => Holds(measure, fed, relation, bound),
        EdgeOf(measure, relation, bound),
        EdgeOf(measure, Relations.Opposite(relation), bound));

    public static Edge Empty(IParameterSymbol parameter) =>
        new($"'{parameter.Name}'", "empty", IsText(parameter) ? "an empty text" : "an empty list");

    /// <summary>Null is neither below nor above anything, and equal to no number.</summary>
    private static bool? Holds(Measure measure, Fed fed, BinaryOperatorKind relation, decimal bound)
    {
        if (fed.IsNull) return measure.IsSize ? null : relation == BinaryOperatorKind.NotEquals;
        if (measure.In(fed) is not { } number)
            return measure.IsSize && fed.HasWords ? HoldsForSome(relation, bound) : null;

        return relation switch
        {
            BinaryOperatorKind.LessThan => number < bound,
            BinaryOperatorKind.LessThanOrEqual => number <= bound,
            BinaryOperatorKind.GreaterThan => number > bound,
            BinaryOperatorKind.GreaterThanOrEqual => number >= bound,
            BinaryOperatorKind.Equals => number == bound,
            _ => number != bound,
        };
    }

    /// <summary>Of one letter at least, nothing is known but that it is more than none.</summary>
    private static bool? HoldsForSome(BinaryOperatorKind relation, decimal bound) => (relation, bound) switch
    {
        (BinaryOperatorKind.LessThan, <= 1) or (BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.Equals, < 1) =>
            false,
        (BinaryOperatorKind.GreaterThanOrEqual, <= 1)
            or (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.NotEquals, < 1) => true,
        _ => null,
    };

    private static Edge? EdgeOf(Measure measure, BinaryOperatorKind relation, decimal bound) =>
        measure.IsSize ? EdgeOfSize(measure, relation, bound) : EdgeOfNumber(measure, relation, bound);

    private static Edge? EdgeOfSize(Measure measure, BinaryOperatorKind relation, decimal bound) =>
        (relation, bound) switch
        {
            (BinaryOperatorKind.LessThan, 1) or (BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.Equals, 0) =>
                Empty(measure.About),
            (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.NotEquals, 0)
                or (BinaryOperatorKind.GreaterThanOrEqual, <= 1) => null,
            _ => new(
                $"'{measure.Name}'",
                InWords(relation, bound),
                IsText(measure.About) ? "such a text" : "such a list"),
        };

    /// <summary>Most numbers are above zero, and equal to no other.</summary>
    private static Edge? EdgeOfNumber(Measure measure, BinaryOperatorKind relation, decimal bound) =>
        (relation, bound) switch
        {
            (BinaryOperatorKind.Equals, 0) => new($"'{measure.Name}'", "0", "0"),
            (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, _)
                or (BinaryOperatorKind.GreaterThan, 0)
                or (BinaryOperatorKind.GreaterThanOrEqual, 0 or 1) => null,
            (BinaryOperatorKind.LessThan, 0) => new($"'{measure.Name}'", "negative", "a negative number"),
            _ => new($"'{measure.Name}'", InWords(relation, bound), "such a number"),
        };

    private static bool IsText(IParameterSymbol parameter) => parameter.Type.SpecialType == SpecialType.System_String;

    private static string InWords(BinaryOperatorKind relation, decimal bound) => relation switch
    {
        BinaryOperatorKind.LessThan => FormattableString.Invariant($"below {bound}"),
        BinaryOperatorKind.LessThanOrEqual => FormattableString.Invariant($"{bound} or less"),
        BinaryOperatorKind.GreaterThan => FormattableString.Invariant($"above {bound}"),
        BinaryOperatorKind.GreaterThanOrEqual => FormattableString.Invariant($"{bound} or more"),
        BinaryOperatorKind.Equals => FormattableString.Invariant($"{bound}"),
        _ => FormattableString.Invariant($"not {bound}"),
    };
}
