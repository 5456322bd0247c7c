using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>What may leave nothing of a sequence.</summary>
/// <param name="Name">How one speaks of it.</param>
/// <param name="Filter">The call that leaves some elements out; null for a table.</param>
internal sealed record Emptier(string Name, IInvocationOperation? Filter)
{
    /// <summary>The method whose answer it makes, where that is another one.</summary>
    public string? Finder { get; init; }

    /// <summary>When nothing is left.</summary>
    public string Cause =>
        Finder is not null ? $"'{Finder}' finds nothing"
        : Filter is null ? "the table is empty"
        : $"'{Name}' leaves nothing";

    /// <summary><c>others.Where(other => other.Id != own)</c>: all but one, and there mostly are more.</summary>
    public bool TakesOneOut =>
        Filter is { TargetMethod.Name: "Where", Arguments: { Length: > 0 } arguments }
        && arguments[^1].Value.Lambda() is { Symbol.Parameters: [var element] } predicate
        && predicate.Result()?.Bare() is IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } difference
        && (IsOther(difference.LeftOperand, difference.RightOperand, element)
            || IsOther(difference.RightOperand, difference.LeftOperand, element));

    private static bool IsOther(IOperation one, IOperation other, IParameterSymbol element) =>
        IsIdentityOf(one.Bare(), element)
        && other.Bare() is not { ConstantValue.HasValue: true }
        && !other.DescendantsAndSelf().Any(part => IsElement(part, element));

    /// <summary>The element itself, or its <c>Id</c>.</summary>
    private static bool IsIdentityOf(IOperation value, IParameterSymbol element) =>
        IsElement(value, element)
        || (value is IMemberReferenceOperation { Instance: { } owner, Member.Name: var name }
            && name.EndsWith("Id", StringComparison.Ordinal)
            && IsElement(owner.Bare(), element));

    private static bool IsElement(IOperation value, IParameterSymbol element) =>
        value is IParameterReferenceOperation { Parameter: var read }
        && SymbolEqualityComparer.Default.Equals(read, element);
}
