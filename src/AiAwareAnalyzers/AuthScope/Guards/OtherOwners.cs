using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.AuthScope.Guards;

/// <summary>Choices of rows that have no owner to compare: those of everybody, those of another owner.</summary>
internal static class OtherOwners
{
    /// <summary>Words of flags by which a row says that it is for everybody.</summary>
    private static readonly ImmutableHashSet<string> ForEverybody = WordSet.Of("global public shared system template");

    /// <summary>Those who own things together.</summary>
    private static readonly ImmutableHashSet<string> Groups = WordSet.Of(
        "alliance clan club crew department division family group guild league party squad team");

    private static readonly ImmutableHashSet<string> People = WordSet.Of(
        "account login member owner person principal subject user");

    /// <summary>
    /// <c>plan.Id == id &amp;&amp; plan.IsPublic</c>, or <c>cell.AllianceId == allianceId</c> with a parameter of the
    /// method.
    /// </summary>
    public static bool AreMeant(IAnonymousFunctionOperation predicate, IMethodSymbol method) =>
        DemandsOf(predicate).Any(demand => IsForEverybody(demand) || IsOfGroup(demand, method));

    /// <summary>
    /// <c>memberships.Where(m => m.UserId == user.Id).Select(m => m.OrganizationId)</c>: what is read of the rows that
    /// one person has.
    /// </summary>
    public static IPropertySymbol? LearnedFrom(IAnonymousFunctionOperation predicate) =>
        predicate.Ancestors().OfType<IInvocationOperation>().FirstOrDefault() is { TargetMethod.Name: "Where" } choice
        && DemandsOf(predicate).Any(static demand => Compared(demand)?.Property is { } key && IsOfPerson(key))
        && choice.Outermost().Parent is IArgumentOperation
            { Parent: IInvocationOperation { TargetMethod.Name: "Select", Arguments: { Length: 2 } given } }
        && given[1].Value.Unconverted() is IAnonymousFunctionOperation reading
        && reading.Result()?.Bare() is IPropertyReferenceOperation { Property: var learned }
            ? learned
            : null;

    private static bool IsOfPerson(IPropertySymbol key) => Words.StemsOf(key.Name).Any(People.Contains);

    /// <summary>What has to be true together.</summary>
    private static IEnumerable<IOperation> DemandsOf(IAnonymousFunctionOperation predicate)
    {
        var open = new Stack<IOperation>();
        if (predicate.Result() is { } result) open.Push(result);
        while (open.Count > 0)
            if (open.Pop().Unconverted() is var demand
                && demand is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both)
            {
                open.Push(both.LeftOperand);
                open.Push(both.RightOperand);
            }
            else
            {
                yield return demand;
            }
    }

    private static bool IsForEverybody(IOperation demand) =>
        demand is IPropertyReferenceOperation
            { Property: { Type.SpecialType: SpecialType.System_Boolean, Name: var flag }, Instance: { } row }
        && row.Unconverted() is IParameterReferenceOperation
        && Words.StemsOf(flag) is { Length: <= 2 } words
        && ForEverybody.Contains(words[^1]);

    private static bool IsOfGroup(IOperation demand, IMethodSymbol method) =>
        Compared(demand) is var (key, value)
        && Words.StemsOf(key.Name).Any(Groups.Contains)
        && value.Unconverted() is IParameterReferenceOperation { Parameter: var given }
        && SymbolEqualityComparer.Default.Equals(given.ContainingSymbol, method);

    /// <summary>The id of a row that has to be a value.</summary>
    private static (IPropertySymbol Property, IOperation Value)? Compared(IOperation demand) =>
        demand is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison
            ? KeyIn(comparison.LeftOperand, comparison.RightOperand)
                ?? KeyIn(comparison.RightOperand, comparison.LeftOperand)
            : null;

    private static (IPropertySymbol Property, IOperation Value)? KeyIn(IOperation operand, IOperation value) =>
        operand.Unconverted() is IPropertyReferenceOperation
            { Property: { Name: { Length: > 2 } name } property, Instance: { } row }
        && row.Unconverted() is IParameterReferenceOperation
        && name.EndsWith("Id", StringComparison.Ordinal)
            ? (property, value)
            : null;
}
