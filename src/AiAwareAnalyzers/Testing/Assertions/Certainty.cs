using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>Why an assertion holds whatever happens.</summary>
/// <remarks>
/// What the analyzers of NUnit and MSTest say by default about constants and equal arguments is left to them.
/// </remarks>
internal sealed class Certainty(TestBody test)
{
    /// <summary>Words of tests that compare a thing with itself on purpose.</summary>
    private static readonly ImmutableHashSet<string> AboutSameness = WordSet.Of(
        "equal equals equality same itself self reflexive identity identical compare compares comparer comparison hash",
        "hashcode operator operators");

    private readonly Echoes _echoes = new(test.Body, test.Locals);
    private readonly NeverNegative _neverNegative = new(test.Locals);

    /// <summary>What the assertion does, as a part of a sentence; null where it can fail.</summary>
    public string? Of(Assertion assertion) => assertion switch
    {
        { Actual: null } => null,
        { Claim: Claim.True, Actual: var condition } => OfCondition(condition, wanted: true, assertion),
        { Claim: Claim.False, Actual: var condition } => OfCondition(condition, wanted: false, assertion),
        { Claim: Claim.Equal or Claim.Same, Expected.Length: 1 } => OfPair(assertion),
        { Claim: Claim.NotNull, Actual: var value } => OfNull(value),
        { Claim: Claim.Type } => IsNewOfThatType(assertion) ? "asks 'new' which type it has made" : null,
        { Expected: { IsEmpty: false } bounds, Actual: var value } => OfNumber(assertion.Claim, value, bounds),
        _ => null,
    };

    /// <summary>Whether it reads from an object what the test itself has put there.</summary>
    public bool IsEcho(Assertion assertion) => assertion switch
    {
        { Claim: Claim.Equal or Claim.Same, Actual: { } actual, Expected: { Length: 1 } expected } =>
            IsEcho(actual, expected[0]) || IsEcho(expected[0], actual),
        { Claim: Claim.True or Claim.False, Actual: { } flag } => WrittenTo(flag)?.ConstantValue.HasValue == true,
        _ => false,
    };

    /// <summary>Whether no code under test has had a hand in anything that it looks at.</summary>
    public bool IsOwn(Assertion assertion) => new OwnValues(test, _echoes).AreAllOf(assertion.Call);

    private bool IsEcho(IOperation read, IOperation expected) =>
        WrittenTo(read) is { } written
        && (SameValue.Are(written, expected, test.Locals) || AreEqualLiterals(written, expected));

    private IOperation? WrittenTo(IOperation read) =>
        test.Locals.Follow(read) is IPropertyReferenceOperation property
            ? _echoes.Behind(property, Trail.Start)
            : null;

    private static bool AreEqualLiterals(IOperation one, IOperation other) =>
        one.Bare() is { ConstantValue: { HasValue: true, Value: var left } }
        && other.Bare() is { ConstantValue: { HasValue: true, Value: var right } }
        && SameValue.AreWrittenAlike(one, other)
        && Equals(left, right);

    private string? OfCondition(IOperation condition, bool wanted, Assertion assertion)
    {
        var parts = (wanted ? Values.Disjuncts(condition) : Values.Conjuncts(condition)).ToList();
        for (var at = 1; wanted && at < parts.Count; at++)
            if (Opposites.Are(parts[at - 1], parts[at])) return "is content with a condition and with its opposite";
        return parts.Select(part => OfPart(part, wanted, assertion)).FirstOrDefault(static why => why is not null);
    }

    private string? OfPart(IOperation condition, bool wanted, Assertion assertion) =>
        test.Locals.Follow(condition).Unconverted() switch
        {
            { ConstantValue: { HasValue: true, Value: bool constant } } value =>
                constant == wanted && IsWrittenHere(value) && !IsSaidByMsTest(assertion)
                    ? "looks at a constant"
                    : null,
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: IBinaryOperation denied } =>
                _neverNegative.Observe(denied, !wanted),
            var part when Opposites.AboutNull(part) is var (value, isNull) => isNull != wanted ? OfNull(value) : null,
            IBinaryOperation comparison => _neverNegative.Observe(comparison, wanted),
            _ => null,
        };

    private string? OfNull(IOperation value) =>
        Made.How(_echoes.Origin(value, Trail.Start)) is { } how ? "asks for null " + how : null;

    private string? OfNumber(Claim claim, IOperation value, ImmutableArray<IOperation> bounds) => claim switch
    {
        Claim.AtLeast => _neverNegative.Observe(value, BinaryOperatorKind.GreaterThanOrEqual, bounds[0]),
        Claim.MoreThan => _neverNegative.Observe(value, BinaryOperatorKind.GreaterThan, bounds[0]),
        Claim.NotEqual => _neverNegative.Observe(value, BinaryOperatorKind.NotEquals, bounds[0]),
        Claim.InRange when bounds.Length == 2 && NeverNegative.IsGreatest(bounds[1]) =>
            _neverNegative.Observe(value, BinaryOperatorKind.GreaterThanOrEqual, bounds[0]),
        _ => null,
    };

    private string? OfPair(Assertion assertion)
    {
        if (Libraries.RootOf(assertion.Call.TargetMethod.ContainingType) is "NUnit") return null;

        var (actual, expected) = (assertion.Actual!, assertion.Expected[0]);
        if (actual.ConstantValue.HasValue || expected.ConstantValue.HasValue)
            return AreEqualConstants(actual, expected) && !IsSaidByMsTest(assertion) ? "compares constants" : null;
        return SameValue.Are(actual, expected, test.Locals) && !test.Words.Any(AboutSameness.Contains)
            ? "compares a value with itself"
            : null;
    }

    private bool AreEqualConstants(IOperation one, IOperation other) =>
        one.Bare() is { ConstantValue.HasValue: true } left
        && other.Bare() is { ConstantValue.HasValue: true } right
        && Equals(left.ConstantValue.Value, right.ConstantValue.Value)
        && IsWrittenHere(left)
        && IsWrittenHere(right);

    /// <summary>A constant of the code under test is worth a test: it pins down what others rely on.</summary>
    private bool IsWrittenHere(IOperation constant) => constant.DescendantsAndSelf().All(part =>
        part is not INameOfOperation
        && (part is not IFieldReferenceOperation { Field.ContainingType: var owner }
            || SymbolEqualityComparer.Default.Equals(owner, test.Method.ContainingType)));

    private static bool IsSaidByMsTest(Assertion assertion) =>
        Libraries.RootOf(assertion.Call.TargetMethod.ContainingType) == "Microsoft";

    /// <summary>Where the assertion gives the object as what it is, it is wanted for that.</summary>
    private bool IsNewOfThatType(Assertion assertion) =>
        assertion.Call.Parent is IExpressionStatementOperation
        && test.Locals.Follow(assertion.Actual!) is IObjectCreationOperation { Type: { } made }
        && SymbolEqualityComparer.Default.Equals(made, TypeAskedFor(assertion));

    private static ITypeSymbol? TypeAskedFor(Assertion assertion)
    {
        var method = assertion.Call.TargetMethod;
        if (method.TypeArguments.Length == 1) return method.TypeArguments[0];
        return assertion.Call.Arguments.Select(static argument => argument.Value.Unconverted())
            .OfType<ITypeOfOperation>()
            .FirstOrDefault()?.TypeOperand;
    }
}
