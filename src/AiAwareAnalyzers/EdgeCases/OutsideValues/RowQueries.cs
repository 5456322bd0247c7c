using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Queries for one row, and what the row is asked for.</summary>
internal static class RowQueries
{
    private const string Async = "Async";

    /// <summary>Whether a query throws where it finds nothing.</summary>
    public static bool Demand(IInvocationOperation call) => call.TargetMethod is
    {
        Name: "First" or "Single" or "FirstAsync" or "SingleAsync",
        ContainingType.Name: "Queryable" or "EntityFrameworkQueryableExtensions",
    };

    /// <summary>The sibling that answers null: <c>FirstOrDefaultAsync</c>.</summary>
    public static string LenientOf(string name) => name.EndsWith(Async, StringComparison.Ordinal)
        ? name[..^Async.Length] + "OrDefault" + Async
        : name + "OrDefault";

    /// <summary>
    /// The values that the row must have, in the predicate of the query itself or of a <c>Where</c> before it.
    /// </summary>
    public static IEnumerable<IOperation> KeysOf(IInvocationOperation call)
    {
        IOperation? step = call;
        while (step is IInvocationOperation query && (Demand(query) || Sequences.IsOperator(query.TargetMethod)))
        {
            if (PredicateOf(query) is { } condition)
                foreach (var part in Values.Conjuncts(condition))
                    if (ValueOf(part) is { } value)
                        yield return value;
            step = Sequences.SourceOf(query)?.Bare();
        }
    }

    private static IOperation? PredicateOf(IInvocationOperation query) =>
        query.TargetMethod.Name is "Where" || Demand(query)
            ? query.Arguments
                .Select(argument => argument.Value.Lambda()?.Result())
                .FirstOrDefault(result => result is not null)
            : null;

    /// <summary>The side of an equality that is not of the row.</summary>
    private static IOperation? ValueOf(IOperation condition)
    {
        if (condition is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality) return null;
        if (IsOfRow(equality.LeftOperand)) return equality.RightOperand;
        return IsOfRow(equality.RightOperand) ? equality.LeftOperand : null;
    }

    private static bool IsOfRow(IOperation side)
    {
        var value = side.Bare();
        while (value is IPropertyReferenceOperation { Instance: { } instance }) value = instance.Bare();
        return value is IParameterReferenceOperation
            { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } };
    }
}
