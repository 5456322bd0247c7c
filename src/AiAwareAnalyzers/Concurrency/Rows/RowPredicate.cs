using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency.Rows;

/// <summary>
/// Which values a row must have for a predicate: <c>u => u.Email == email &amp;&amp; !u.IsDeleted</c>.
/// </summary>
internal static class RowPredicate
{
    /// <summary>What may be done to a text before it is compared.</summary>
    private static readonly ImmutableHashSet<string> Foldings = WordSet.Of(
        "ToLower ToLowerInvariant ToUpper ToUpperInvariant Trim");

    private static readonly ImmutableHashSet<string> Comparers = WordSet.Of("Equals Like ILike");

    /// <summary>
    /// The members that have to equal something of the caller, and whether two more have to overlap with a time or a
    /// range of the caller; null where the predicate asks for anything else but these and fixed states.
    /// </summary>
    public static (ImmutableArray<string> Members, bool Overlaps, Narrowing Narrowing)? MembersIn(
        IAnonymousFunctionOperation predicate)
    {
        if (predicate.Result() is not { } result || predicate.Symbol.Parameters.Length != 1) return null;

        var row = predicate.Symbol.Parameters[0];
        var members = ImmutableArray.CreateBuilder<string>();
        var limits = new List<(string Member, bool IsUpper)>();
        var narrowing = Narrowing.None;
        foreach (var part in Values.Conjuncts(result))
            if (ComparedIn(part, row) is { } compared && !LeadsToOther(part, row)) members.Add(compared);
            else if (LimitIn(part, row) is { } limit) limits.Add(limit);
            else if (IsState(part, row) || ComparedIn(part, row) is not null) narrowing = Further(narrowing, part, row);
            else return null;
        if (limits.Count == 0) return (members.ToImmutable(), false, narrowing);
        return AreOverlap(limits) ? (members.ToImmutable(), true, narrowing) : null;
    }

    private static Narrowing Further(Narrowing narrowing, IOperation part, IParameterSymbol row) =>
        LeadsToOther(part, row) || narrowing == Narrowing.OtherRow ? Narrowing.OtherRow : Narrowing.State;

    /// <summary><c>u.Rank.Name</c>: by way of a row of its own, which has a key.</summary>
    private static bool LeadsToOther(IOperation part, IParameterSymbol row) =>
        part.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().Any(step =>
            step.Instance?.Bare() is IPropertyReferenceOperation { Type: { } other, Instance: { } owner }
            && owner.Bare() is IParameterReferenceOperation { Parameter: var parameter }
            && SymbolEqualityComparer.Default.Equals(parameter, row)
            && step.Property.Name is not "Id"
            && !other.GetMembers("Id").IsEmpty);

    /// <summary><c>r.From &lt; to &amp;&amp; r.To &gt; from</c>: two ends, each on its own side.</summary>
    private static bool AreOverlap(IReadOnlyList<(string Member, bool IsUpper)> limits) =>
        limits.Count == 2 && limits[0].Member != limits[1].Member && limits[0].IsUpper != limits[1].IsUpper;

    /// <summary>The member that a part keeps below or above a value that only the caller knows.</summary>
    private static (string Member, bool IsUpper)? LimitIn(IOperation part, IParameterSymbol row)
    {
        if (part is not IBinaryOperation { OperatorKind: var kind } comparison) return null;
        var isLess = kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;
        if (!isLess && kind is not (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual))
            return null;
        if (IsOfCaller(comparison.RightOperand, row))
            return MemberOn(comparison.LeftOperand, row) is { } left ? (left, isLess) : null;
        return IsOfCaller(comparison.LeftOperand, row) && MemberOn(comparison.RightOperand, row) is { } right
            ? (right, !isLess)
            : null;
    }

    /// <summary>The member that a part compares with a value that only the caller knows.</summary>
    private static string? ComparedIn(IOperation part, IParameterSymbol row) => part switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality =>
            Compared(equality.LeftOperand, equality.RightOperand, row),
        IInvocationOperation call when Comparers.Contains(call.TargetMethod.Name) =>
            TextsOf(call).Take(2).ToList() is { Count: 2 } sides ? Compared(sides[0], sides[1], row) : null,
        _ => null,
    };

    /// <summary>
    /// The two sides of <c>a.Equals(b)</c>, <c>string.Equals(a, b)</c>, <c>EF.Functions.Like(a, b)</c>.
    /// </summary>
    private static IEnumerable<IOperation> TextsOf(IInvocationOperation call)
    {
        if (call.Instance is { } instance) yield return instance;
        foreach (var argument in call.Arguments)
            if (argument.Value.Bare().Type?.Name != "DbFunctions") yield return argument.Value;
    }

    private static string? Compared(IOperation left, IOperation right, IParameterSymbol row) =>
        IsOfCaller(right, row) ? MemberOn(left, row) : IsOfCaller(left, row) ? MemberOn(right, row) : null;

    private static bool IsOfCaller(IOperation value, IParameterSymbol row) =>
        !value.Bare().ConstantValue.HasValue && !Mentions(value, row);

    /// <summary>A part that is true of many rows: a flag, a comparison with a constant, a pattern.</summary>
    private static bool IsState(IOperation part, IParameterSymbol row) => part switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation => MemberOn(negation.Operand, row) is not null,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality =>
            equality.LeftOperand.Bare().ConstantValue.HasValue || equality.RightOperand.Bare().ConstantValue.HasValue,
        IPropertyReferenceOperation flag => MemberOn(flag, row) is not null,
        IIsPatternOperation => true,
        _ => false,
    };

    /// <summary>The member of the row that a value is read from, however deep: <c>u.Email.Value</c>.</summary>
    private static string? MemberOn(IOperation value, IParameterSymbol row)
    {
        for (var inner = value.Bare(); inner is not null; inner = OwnerOf(inner)?.Bare())
            if (inner is IPropertyReferenceOperation { Instance: { } owner } property
                && owner.Bare() is IParameterReferenceOperation { Parameter: var parameter }
                && SymbolEqualityComparer.Default.Equals(parameter, row))
                return property.Property.Name;
        return null;
    }

    private static IOperation? OwnerOf(IOperation value) => value switch
    {
        IPropertyReferenceOperation property => property.Instance,
        IInvocationOperation call when Foldings.Contains(call.TargetMethod.Name) => call.Instance,
        _ => null,
    };

    private static bool Mentions(IOperation value, IParameterSymbol row) =>
        value.DescendantsAndSelf().Any(part =>
            part is IParameterReferenceOperation { Parameter: var parameter }
            && SymbolEqualityComparer.Default.Equals(parameter, row));
}
