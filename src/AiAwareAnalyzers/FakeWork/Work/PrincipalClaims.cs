using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>Places where a value is said to be somebody, and reaches something that counts on it.</summary>
internal static class PrincipalClaims
{
    /// <summary>Who is said to be whom: a name of a principal, and the value that it gets.</summary>
    public static (string Name, PrincipalMeaning Meaning, IOperation Value)? In(IOperation operation, ISymbol member) =>
        operation switch
        {
            IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer =>
                Claim(declarator.Symbol.Name, initializer.Value, value => IsUsed(declarator, value)),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation or IFieldReferenceOperation } assignment =>
                Claim(((IMemberReferenceOperation)assignment.Target).Member.Name, assignment.Value),
            IArgumentOperation { IsImplicit: false, ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter,
                Parent: IInvocationOperation or IObjectCreationOperation } argument =>
                Claim(parameter.Name, argument.Value),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality => ClaimInEquality(equality),
            IReturnOperation { ReturnedValue: { } value } =>
                Claim(OwnName(member), value, static _ => true, PrincipalMeaning.Current),
            IFieldInitializerOperation { InitializedFields: { Length: > 0 } fields } initializer when fields[0].IsConst
                || fields[0].IsReadOnly =>
                Claim(fields[0].Name, initializer.Value, static _ => true, PrincipalMeaning.Current),
            IPropertyInitializerOperation { InitializedProperties: { Length: > 0 } properties } initializer
                when properties[0].SetMethod is null =>
                Claim(properties[0].Name, initializer.Value, static _ => true, PrincipalMeaning.Current),
            _ => null,
        };

    private static (string, PrincipalMeaning, IOperation)? Claim(
        string name,
        IOperation value,
        Func<IOperation, bool>? counts = null,
        PrincipalMeaning least = PrincipalMeaning.Owner) =>
        IsWrittenDown(value)
        && PrincipalNames.MeaningOf(name) is var meaning
        && meaning >= least
        && (counts is null || counts(value)) ? (name, meaning, value) : null;

    private static (string, PrincipalMeaning, IOperation)? ClaimInEquality(IBinaryOperation equality)
    {
        var (left, right) = (equality.LeftOperand.Settled(), equality.RightOperand.Settled());
        return left is IPropertyReferenceOperation property
            ? Claim(property.Property.Name, equality.RightOperand, _ => IsInQuery(equality))
            : right is IPropertyReferenceOperation other
                ? Claim(other.Property.Name, equality.LeftOperand, _ => IsInQuery(equality))
            : null;
    }

    /// <summary>A getter or a method that says who it is: <c>GetCurrentUserId</c>.</summary>
    private static string OwnName(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } property } => property.Name,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method => method.Name,
        _ => "",
    };

    /// <summary>A cheap look before names are split.</summary>
    private static bool IsWrittenDown(IOperation value) => value.Settled() switch
    {
        ILiteralOperation { ConstantValue: { HasValue: true, Value: string or int or long } } => true,
        IObjectCreationOperation { Type.Name: "Guid", Arguments.Length: 1 } => true,
        IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType.Name: "Guid" } } => true,
        IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.Name: "Guid" } } => true,
        IPropertyReferenceOperation { Property: { Name: "UserName", ContainingType.Name: "Environment" } } => true,
        _ => false,
    };

    /// <summary>A local that keeps its value, and reaches a query, a call or something that is stored.</summary>
    private static bool IsUsed(IVariableDeclaratorOperation declarator, IOperation value)
    {
        var references = declarator.Root().DescendantsAndSelf()
            .OfType<ILocalReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, declarator.Symbol))
            .ToList();
        return !references.Exists(IsWritten) && (references.Exists(IsInQuery) || EscapingValues.Leaves(value));
    }

    private static bool IsWritten(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } => true,
        IIncrementOrDecrementOperation => true,
        _ => false,
    };

    /// <summary>In a lambda that is handed to a call.</summary>
    private static bool IsInQuery(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
            if (outer is IAnonymousFunctionOperation lambda)
                return lambda.Parent is IDelegateCreationOperation or IConversionOperation or IArgumentOperation;
            else if (outer is IBlockOperation { Parent: not IAnonymousFunctionOperation }) return false;
        return false;
    }
}
