using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>The outcomes that one assertion accepts, where they are more than one.</summary>
/// <param name="Named">How a message speaks of them.</param>
/// <param name="AreOpposite">Whether one is a success and another a failure.</param>
internal sealed record Alternatives(string Named, bool AreOpposite)
{
    private const int LeastFailure = 400;
    private const int LeastSuccess = 200;

    /// <summary>
    /// Of each two the second tells less or more of the same refusal: who may not see a thing is told so, or that there
    /// is none.
    /// </summary>
    private static readonly ImmutableHashSet<(int, int)> SameRefusals =
        ImmutableHashSet.Create((401, 403), (403, 404), (404, 405));

    private static readonly ImmutableHashSet<string> Succeeding = WordSet.Of(
        "success succeeded successful successfully ok valid completed passed");

    private static readonly ImmutableHashSet<string> Failing = WordSet.Of(
        "failure failed error errors fault faulted invalid exception rejected");

    /// <summary>Where the code runs decides, not what it does.</summary>
    private static readonly ImmutableHashSet<string> OfThePlatform = WordSet.Of(
        "environment platform os windows linux mac runtime architecture culture encoding newline");

    /// <summary>Null where one outcome is meant, or where that is a property of every element.</summary>
    public static Alternatives? Of(Assertion assertion)
    {
        if (assertion.Actual is null || IsAboutEachElement(assertion.Call)) return null;

        var parts = PartsOf(assertion).ToList();
        if (parts.Count < 2 || parts.Exists(static part => IsOfThePlatform(part))) return null;
        if (AreSuccessAndFailure(parts, IsAboutStatus(assertion))) return new("success as well as with failure", true);
        if (AreOneRefusal(parts, IsAboutStatus(assertion))) return null;
        return AreValuesOfOne(parts) || assertion.Claim == Claim.OneOf
            ? new($"{parts.Count} different outcomes", false)
            : null;
    }

    /// <summary>In a loop, in a lambda: what holds of an element may well be one of two things.</summary>
    private static bool IsAboutEachElement(IOperation call) =>
        call.Ancestors().Any(static around =>
            around is ILoopOperation or IAnonymousFunctionOperation { Symbol.Parameters.IsEmpty: false });

    private static IEnumerable<IOperation> PartsOf(Assertion assertion) => assertion.Claim switch
    {
        Claim.OneOf => assertion.Expected,
        Claim.True => Disjuncts(assertion.Actual!),
        _ => [],
    };

    /// <summary>The parts of a condition one of which has to hold, those of patterns among them.</summary>
    private static IEnumerable<IOperation> Disjuncts(IOperation condition)
    {
        var open = new Stack<IOperation>();
        open.Push(condition);
        while (open.Count > 0)
            switch (open.Pop().Unconverted())
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either:
                    open.Push(either.RightOperand);
                    open.Push(either.LeftOperand);
                    break;
                case IIsPatternOperation
                    { Pattern: IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } choice }:
                    open.Push(choice);
                    break;
                case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either:
                    open.Push(either.RightPattern);
                    open.Push(either.LeftPattern);
                    break;
                case var part:
                    yield return part;
                    break;
            }
    }

    private static bool IsOfThePlatform(IOperation part) =>
        part.DescendantsAndSelf().Any(static inner => Values.SymbolOf(inner) is { } symbol
            && Words.Of(symbol.Name).Concat(Words.Of(symbol.ContainingType?.Name ?? "")).Any(OfThePlatform.Contains));

    private static bool AreSuccessAndFailure(List<IOperation> parts, bool areNumbersCodes) =>
        (parts.Exists(part => StatusIn(part, areNumbersCodes) is >= LeastSuccess and < LeastFailure)
            && parts.Exists(part => StatusIn(part, areNumbersCodes) is >= LeastFailure))
        || (parts.Exists(static part => Tells(part, Succeeding)) && parts.Exists(static part => Tells(part, Failing)));

    private static bool AreOneRefusal(List<IOperation> parts, bool areNumbersCodes)
    {
        var codes = parts.Select(part => StatusIn(part, areNumbersCodes)).OrderBy(static code => code).ToList();
        return codes.Zip(codes.Skip(1), static (one, next) => (one, next)).All(SameRefusals.Contains);
    }

    /// <summary>The code of HTTP that a part accepts; 0 where it names none.</summary>
    private static int StatusIn(IOperation part, bool areNumbersCodes) => ConstantIn(part) switch
    {
        { Type.Name: "HttpStatusCode", ConstantValue.Value: int status } => status,
        { ConstantValue.Value: int status } when areNumbersCodes => status,
        _ => 0,
    };

    private static bool IsAboutStatus(Assertion assertion) =>
        assertion.Call.Syntax.ToString().IndexOf("status", StringComparison.OrdinalIgnoreCase) >= 0;

    private static IOperation? ConstantIn(IOperation part) => part.Unconverted() switch
    {
        { ConstantValue.HasValue: true } constant => constant,
        IConstantPatternOperation { Value: var value } => value.Unconverted(),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison =>
            ConstantIn(comparison.RightOperand) ?? ConstantIn(comparison.LeftOperand),
        _ => null,
    };

    /// <summary>A flag that is asked as it is, or a list or a text of failures that is there.</summary>
    private static bool Tells(IOperation part, ImmutableHashSet<string> words) => part.Unconverted() switch
    {
        IPropertyReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } flag =>
            Words.Of(flag.Property.Name).Any(words.Contains),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals, LeftOperand: var value } comparison
            when comparison.RightOperand.ConstantValue is { HasValue: true, Value: null } =>
            NameOf(value).Any(words.Contains),
        IIsPatternOperation { Value: var value, Pattern: INegatedPatternOperation } =>
            NameOf(value).Any(words.Contains),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var denied } when words == Failing =>
            Tells(denied, Succeeding),
        _ => false,
    };

    private static ImmutableArray<string> NameOf(IOperation value) =>
        Values.SymbolOf(value) is { } symbol ? Words.Of(symbol.Name) : ImmutableArray<string>.Empty;

    /// <summary>Each compares the same value with another constant.</summary>
    private static bool AreValuesOfOne(List<IOperation> parts) =>
        parts.TrueForAll(static part => ConstantIn(part) is { ConstantValue.Value: not null })
        && parts.Select(SubjectOf).ToList() is var subjects
        && subjects.TrueForAll(subject => AreAlike(subject, subjects[0]));

    private static IOperation? SubjectOf(IOperation part) =>
        part is IBinaryOperation { LeftOperand: var left, RightOperand: var right }
            ? left.ConstantValue.HasValue ? right : left
            : null;

    private static bool AreAlike(IOperation? one, IOperation? other) =>
        one is null || other is null ? one == other : SameValue.AreWrittenAlike(one, other);
}
