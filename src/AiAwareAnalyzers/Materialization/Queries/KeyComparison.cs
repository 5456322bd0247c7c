using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Materialization.Queries;

/// <summary>
/// A predicate that compares a property of each element with something else: <c>c => c.Id == order.CustomerId</c>.
/// </summary>
internal sealed record KeyComparison(
    IAnonymousFunctionOperation Predicate, IBinaryOperation Equality, IPropertyReferenceOperation Key)
{
    /// <summary>The comparison that a call is given; null where its predicate is anything else.</summary>
    public static KeyComparison? Of(IInvocationOperation call)
    {
        var predicate = call.Arguments.Select(argument => argument.Value.Lambda())
            .FirstOrDefault(lambda => lambda is not null);
        if (predicate?.Result()?.Bare() is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality)
            return null;
        var (left, right) = (KeyOn(equality.LeftOperand, predicate), KeyOn(equality.RightOperand, predicate));
        return left is null != right is null ? new(predicate, equality, (left ?? right)!) : null;
    }

    /// <summary>
    /// Whether a lookup by the key finds what the comparison finds: both sides have one type whose equality, operator
    /// and hash agree.
    /// </summary>
    public bool IsReliable =>
        Hashes.AreReliable(Key.Type)
        && SymbolEqualityComparer.Default.Equals(Equality.LeftOperand.Type, Equality.RightOperand.Type)
        && SymbolEqualityComparer.Default.Equals(Key.Type, Equality.LeftOperand.Type)
        && Translation.IsPure(Predicate);

    private static IPropertyReferenceOperation? KeyOn(IOperation side, IAnonymousFunctionOperation predicate) =>
        side.Bare() is IPropertyReferenceOperation { Arguments.IsEmpty: true, Instance: { } instance } key
        && instance.Bare() is IParameterReferenceOperation parameter
        && SymbolEqualityComparer.Default.Equals(parameter.Parameter, predicate.Symbol.Parameters[0])
            ? key
            : null;
}
