using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Testing.Assertions;

namespace AiAwareAnalyzers.Testing.Edges;

/// <summary>Reads what a condition or a pattern asks about parameters.</summary>
internal static class Questions
{
    /// <summary>The parts of a condition that ask about one parameter each; what else it asks is left out.</summary>
    public static ImmutableArray<Question> In(IOperation condition) => condition.Bare() switch
    {
        _ when CallStack.IsNearlyFull => ImmutableArray<Question>.Empty,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var denied } =>
            In(denied).Select(static question => question.Denied).ToImmutableArray(),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } pair => InChain(pair, Question.Any),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } pair => InChain(pair, Question.All),
        var part => Of(part) is { } question ? ImmutableArray.Create(question) : ImmutableArray<Question>.Empty,
    };

    /// <summary>What a pattern asks about what it is given.</summary>
    public static Question? Of(IPatternOperation pattern, Measure value) => pattern switch
    {
        _ when CallStack.IsNearlyFull => null,
        IConstantPatternOperation { Value: var constant } => Of(value, BinaryOperatorKind.Equals, constant),
        INegatedPatternOperation { Pattern: var denied } => Of(denied, value)?.Denied,
        IRelationalPatternOperation relation => Of(value, relation.OperatorKind, relation.Value),
        IBinaryPatternOperation pair => Of(pair, value),
        IListPatternOperation { Patterns.IsEmpty: true } => Question.All([IsThere(value), IsEmpty(value.About)]),
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true } parts => OfParts(parts, value),
        _ => null,
    };

    /// <summary>Whether a value is a constant.</summary>
    public static Question? IsConstant(Measure value, IOperation constant) =>
        Of(value, BinaryOperatorKind.Equals, constant);

    public static Question IsNull(Measure value) => new(
        value.About,
        static fed => fed.IsNull,
        value.IsNeverNull ? null : new Edge($"'{value.Name}'", "null", "null"),
        IfFalse: null);

    /// <summary><c>string.Empty</c>, which is no constant.</summary>
    public static bool IsEmptyText(IOperation constant) =>
        constant.Bare() is IFieldReferenceOperation
        {
            Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String },
        };

    private static Question IsThere(Measure value) => IsNull(value).Denied;

    private static Question IsEmpty(IParameterSymbol parameter) =>
        Bounds.Ask(Measure.SizeOf(parameter, "Length"), BinaryOperatorKind.Equals, 0);

    /// <summary>
    /// Each operand is asked once, and not the pairs in which a long chain stands: those are as deep as it is long.
    /// </summary>
    private static ImmutableArray<Question> InChain(
        IBinaryOperation chain, Func<IReadOnlyList<Question>, Question> join)
    {
        var operands = OperandsOf(chain);
        var asked = operands.Select(In).Where(static questions => !questions.IsEmpty).ToList();
        var alike = asked
            .TakeWhile(questions =>
                questions.Length == 1
                && SymbolEqualityComparer.Default.Equals(questions[0].About, asked[0][0].About))
            .Select(static questions => questions[0])
            .ToList();
        if (alike.Count == operands.Count) return ImmutableArray.Create(join(alike));

        var all = asked.Skip(alike.Count).SelectMany(static questions => questions);
        if (alike.Count > 0) all = all.Prepend(join(alike));
        return chain.OperatorKind == BinaryOperatorKind.ConditionalOr
            ? all.Select(static question => question with { IfFalse = null }).ToImmutableArray()
            : all.ToImmutableArray();
    }

    /// <summary>In the order of the text.</summary>
    private static Stack<IOperation> OperandsOf(IBinaryOperation chain)
    {
        var operands = new Stack<IOperation>();
        IOperation first = chain;
        while (first is IBinaryOperation pair && pair.OperatorKind == chain.OperatorKind)
        {
            operands.Push(pair.RightOperand);
            first = pair.LeftOperand.Bare();
        }

        operands.Push(first);
        return operands;
    }

    private static Question? Of(IOperation part) => part switch
    {
        IIsPatternOperation { Value: var value, Pattern: var pattern } =>
            Measure.Of(value) is { } measure ? Of(pattern, measure) : null,
        IBinaryOperation { OperatorKind: var relation } comparison when IsRelation(relation) =>
            Of(comparison.LeftOperand, relation, comparison.RightOperand)
            ?? Of(comparison.RightOperand, Relations.Turned(relation), comparison.LeftOperand),
        IInvocationOperation { Arguments.IsEmpty: false } call
            when Measure.Of(call.Arguments[0].Value) is { IsSize: false } value => Of(call, value),
        IPropertyReferenceOperation { Property.Name: "HasValue", Instance: { } owner }
            when Measure.Of(owner) is { IsSize: false } value => IsThere(value),
        IPropertyReferenceOperation { Property.Name: "IsEmpty", Instance: { } owner }
            when Measure.Of(owner) is { IsSize: false } value => IsEmpty(value.About),
        _ => null,
    };

    private static bool IsRelation(BinaryOperatorKind relation) => relation
        is BinaryOperatorKind.Equals
        or BinaryOperatorKind.NotEquals
        or BinaryOperatorKind.LessThan
        or BinaryOperatorKind.LessThanOrEqual
        or BinaryOperatorKind.GreaterThan
        or BinaryOperatorKind.GreaterThanOrEqual;

    private static Question? Of(IInvocationOperation call, Measure value) =>
        (call.TargetMethod.ContainingType.SpecialType, call.TargetMethod.Name) switch
        {
            (SpecialType.System_String, "IsNullOrEmpty") =>
                new(value.About, static fed => fed.IsEmpty, Bounds.Empty(value.About), IfFalse: null),
            (SpecialType.System_String, "IsNullOrWhiteSpace") => new(
                value.About,
                static fed => fed.IsBlank,
                new Edge($"'{value.Name}'", "blank", "a blank text"),
                IfFalse: null),
            (SpecialType.System_Object, "ReferenceEquals") => Of(value, BinaryOperatorKind.Equals, call.Arguments[1]),
            (_, "Any") when call.Arguments.Length == 1 && Measure.IsOfLinq(call) => IsEmpty(value.About).Denied,
            _ => null,
        };

    private static Question? Of(IOperation value, BinaryOperatorKind relation, IOperation constant) =>
        Measure.Of(value) is { } measure ? Of(measure, relation, constant) : null;

    private static Question? Of(Measure value, BinaryOperatorKind relation, IOperation constant)
    {
        if (IsEmptyText(constant)) return OfEquality(relation, IsText(value, ""));
        var known = constant.ConstantValue.HasValue ? constant.ConstantValue : constant.Bare().ConstantValue;
        if (!known.HasValue) return null;

        return known.Value switch
        {
            null => value.IsSize ? null : OfEquality(relation, IsNull(value)),
            string text => OfEquality(relation, IsText(value, text)),
            var number when value.IsNumber && Measure.NumberIn(number) is { } bound =>
                Bounds.Ask(value, relation, bound),
            var other => OfEquality(relation, Is(value, other)),
        };
    }

    private static Question? OfEquality(BinaryOperatorKind relation, Question equality) => relation switch
    {
        BinaryOperatorKind.Equals => equality,
        BinaryOperatorKind.NotEquals => equality.Denied,
        _ => null,
    };

    private static Question IsText(Measure value, string text) => text.Length > 0
        ? Is(value, text)
        : new(
            value.About,
            static fed => fed.IsNull ? false : fed.IsEmpty,
            Bounds.Empty(value.About),
            IfFalse: null);

    /// <summary>One of many values, and no edge.</summary>
    private static Question Is(Measure value, object constant) => new(
        value.About,
        fed => fed.IsNull ? false : fed.Constant is { } known ? Equals(known, constant) : null,
        IfTrue: null,
        IfFalse: null);

    private static Question? Of(IBinaryPatternOperation pair, Measure value)
    {
        if (Of(pair.LeftPattern, value) is not { } left || Of(pair.RightPattern, value) is not { } right) return null;

        return pair.OperatorKind == BinaryOperatorKind.Or ? Question.Any([left, right]) : Question.All([left, right]);
    }

    /// <summary><c>{ }</c> and <c>{ Length: 0 }</c>.</summary>
    private static Question? OfParts(IRecursivePatternOperation parts, Measure value)
    {
        if (!SymbolEqualityComparer.Default.Equals(parts.MatchedType, parts.InputType)) return null;
        if (parts.PropertySubpatterns.IsEmpty) return IsThere(value);

        return parts.PropertySubpatterns is { Length: 1 } only
            && only[0].Member is IPropertyReferenceOperation { Property.Name: "Length" or "Count" } size
            && Of(only[0].Pattern, Measure.SizeOf(value.About, size.Property.Name)) is { } counted
                ? Question.All([IsThere(value), counted])
                : null;
    }
}
