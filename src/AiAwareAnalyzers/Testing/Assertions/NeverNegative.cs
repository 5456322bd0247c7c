using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>Comparisons with a number of what is never less than zero.</summary>
internal sealed class NeverNegative(Locals locals)
{
    private const string OfCount = "asks a count to be no less than zero";

    private const string OfTime = "asks a time that has passed to be no less than zero";

    private static readonly ImmutableHashSet<string> Counts = WordSet.Of("count counts");

    private static readonly ImmutableHashSet<string> Times = WordSet.Of("elapsed duration milliseconds ms");

    /// <summary>Why a comparison always holds, or never does; null where it may be either.</summary>
    public string? Observe(IBinaryOperation comparison, bool wanted)
    {
        var (left, right, kind) = (comparison.LeftOperand, comparison.RightOperand, comparison.OperatorKind);
        if (NumberIn(right) is null) (left, right, kind) = (right, left, Relations.Turned(kind));
        if (!wanted) kind = Relations.Opposite(kind);
        return NumberIn(right) is { } bound && Holds(kind, bound) ? What(left) : null;
    }

    /// <summary>Why a value is always at least a number.</summary>
    public string? Observe(IOperation value, BinaryOperatorKind kind, IOperation bound) =>
        NumberIn(bound) is { } number && Holds(kind, number) ? What(value) : null;

    public static bool IsGreatest(IOperation bound) =>
        bound.Unconverted().ConstantValue is { HasValue: true, Value: int.MaxValue or long.MaxValue };

    private static bool Holds(BinaryOperatorKind kind, long bound) => kind switch
    {
        BinaryOperatorKind.GreaterThanOrEqual => bound <= 0,
        BinaryOperatorKind.GreaterThan or BinaryOperatorKind.NotEquals => bound < 0,
        _ => false,
    };

    private static long? NumberIn(IOperation value) => value.Unconverted() switch
    {
        { ConstantValue: { HasValue: true, Value: int number } } => number,
        { ConstantValue: { HasValue: true, Value: long number } } => number,
        IFieldReferenceOperation { Field: { Name: nameof(TimeSpan.Zero), ContainingType.Name: nameof(TimeSpan) } } => 0,
        _ => null,
    };

    private string? What(IOperation value) => locals.Follow(value) switch
    {
        IPropertyReferenceOperation { Property.ContainingType.Name: "Stopwatch" } => OfTime,
        var number when IsCount(number) => OfCount,
        { Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double } number
            when Values.SymbolOf(number) is { } named => ByName(Words.Of(named.Name)),
        _ => null,
    };

    /// <summary>The size of a collection or of a text.</summary>
    private static bool IsCount(IOperation value) => value switch
    {
        IPropertyReferenceOperation { Property: { Name: "Length" or "LongLength" } property } =>
            property.ContainingType is null || Libraries.RootOf(property.ContainingType) == "System",
        IInvocationOperation { TargetMethod: { Name: "Count" or "LongCount", ContainingType.Name: var owner } } =>
            owner == nameof(Enumerable),
        _ => false,
    };

    private static string? ByName(ImmutableArray<string> words) =>
        words.IsEmpty ? null : Counts.Contains(words[^1]) ? OfCount : Times.Contains(words[^1]) ? OfTime : null;
}
