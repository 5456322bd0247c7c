using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Materialization.Enumeration;

namespace AiAwareAnalyzers.Materialization.Queries;

/// <summary>What translates about a row, and about the rows that belong to it.</summary>
internal sealed class TranslatableRow(params ISymbol[] rows)
{
    public Translatable Of(IOperation operation)
    {
        if (CallStack.IsNearlyFull) return Translatable.Never;
        var value = operation.Bare();
        return value switch
        {
            { ConstantValue.HasValue: true } => Translatable.Surely,
            IParameterReferenceOperation or ILocalReferenceOperation => Translatable.Surely,
            IInstanceReferenceOperation or IDefaultValueOperation => Translatable.Surely,
            IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } => Translatable.Surely,
            IPropertyReferenceOperation property => OfProperty(property),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not => OfNegation(not),
            IBinaryOperation binary => OfBinary(binary),
            IIsPatternOperation pattern => OfPattern(pattern),
            IInvocationOperation call => OfCall(call),
            IAnonymousFunctionOperation lambda => OfLambda(lambda),
            IMethodReferenceOperation => Translatable.Never,
            IAnonymousObjectCreationOperation creation =>
                OfAll(creation.Initializers.Select(member => ((ISimpleAssignmentOperation)member).Value)),
            IObjectCreationOperation creation => OfCreation(creation),
            ICoalesceOperation or IConditionalOperation => Lower(Translatable.Perhaps, OfAll(value.ChildOperations)),
            IFieldReferenceOperation => Translatable.Never,
            _ => Mentions(value) ? Translatable.Never : Translatable.Perhaps,
        };
    }

    private Translatable OfProperty(IPropertyReferenceOperation property)
    {
        if (property.Arguments.Length > 0) return Mentions(property) ? Translatable.Never : Translatable.Perhaps;
        if (property.Instance is null) return IsClock(property.Property) ? Translatable.Perhaps : Translatable.Surely;
        if (!Mentions(property)) return Translatable.Surely;
        if (!IsRow(property.Instance))
            return IsNullable(property.Instance.Type) ? OfNullable(property)
                : ProgramCode.Holds(property.Property) ? OfPart(property, IsMapped(property.Property))
                : OfPart(property, ProviderLimits.CanRead(property));
        return !IsMapped(property.Property)
            ? Translatable.Never
            : IsScalar(property.Type) ? Translatable.Surely : Translatable.Perhaps;
    }

    private Translatable OfPart(IPropertyReferenceOperation property, bool isKnown) =>
        isKnown ? Lower(Translatable.Perhaps, Of(property.Instance!)) : Translatable.Never;

    /// <summary><c>row.Lines.Any(line => line.IsOpen)</c>: the rows that belong to it are asked as it is.</summary>
    private Translatable OfLambda(IAnonymousFunctionOperation lambda) =>
        lambda.Symbol.Parameters.Length == 1 && lambda.Result() is { } value
            ? new TranslatableRow([.. rows, lambda.Symbol.Parameters[0]]).Of(value)
            : Translatable.Never;

    /// <summary><c>HasValue</c> is a null check; <c>Value</c> throws in memory and not in a database.</summary>
    private Translatable OfNullable(IPropertyReferenceOperation property) =>
        Lower(
            property.Property.Name == "HasValue" ? Translatable.Surely : Translatable.Perhaps, Of(property.Instance!));

    /// <summary>What is neither greater nor known is not greater in memory, and unknown in SQL.</summary>
    private Translatable OfNegation(IUnaryOperation not) =>
        not.Operand.DescendantsAndSelf().Any(operation => operation is IBinaryOperation { IsLifted: true })
            ? Lower(Translatable.Perhaps, Of(not.Operand))
            : Of(not.Operand);

    private Translatable OfBinary(IBinaryOperation binary)
    {
        var parts = Lower(Of(binary.LeftOperand), Of(binary.RightOperand));
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr => parts,
            BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
                when IsNull(binary.LeftOperand) || IsNull(binary.RightOperand) => parts,
            BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals =>
                ComparesExactly(binary) ? parts : Lower(Translatable.Perhaps, parts),
            BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan
            or BinaryOperatorKind.GreaterThanOrEqual
                => !ProviderLimits.CanCompareBy(binary.LeftOperand.Bare())
                    ? Translatable.Never
                    : IsOrdered(binary.LeftOperand)
                    && IsOrdered(binary.RightOperand) ? parts : Lower(Translatable.Perhaps, parts),
            _ when Mentions(binary) && !FrameworkMembers.AreKnown(binary) => Translatable.Never,
            _ => Lower(Translatable.Perhaps, parts),
        };
    }

    private Translatable OfPattern(IIsPatternOperation pattern) => pattern.Pattern switch
    {
        IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } =>
            Lower(Translatable.Perhaps, Of(pattern.Value)),
        _ => Translatable.Never,
    };

    /// <summary>
    /// <c>keys.Contains(row.Id)</c> translates; another object of the program that is asked about the row does not.
    /// </summary>
    private Translatable OfCall(IInvocationOperation call)
    {
        if (!Mentions(call))
            return Lower(
                Translatable.Perhaps,
                ProgramCode.Holds(call.TargetMethod) ? Translatable.Perhaps : Translatable.Surely);
        if (ProgramCode.Holds(call.TargetMethod)
            || call.TargetMethod.MethodKind is MethodKind.DelegateInvoke or MethodKind.LocalFunction
            || call.Arguments.Any(argument => argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref })
            || !ProviderLimits.CanFold(call))
            return Translatable.Never;
        var values = call.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit)
            .Select(argument => argument.Value)
            .ToList();
        if (call.Instance is { } instance) values.Insert(0, instance);
        var isSearch = call.TargetMethod is { Name: "Contains", ContainingType.SpecialType: SpecialType.None }
            && values.Count == 2
            && !Mentions(values[0]);
        if (!isSearch
            && (!FrameworkMembers.AreKnown(call.TargetMethod)
                || (call.Instance is not null || call.TargetMethod.IsExtensionMethod)
                && !Mentions(values[0])
                && !IsScalar(values[0].Type)))
            return Translatable.Never;
        return isSearch
            ? Lower(IsExact(values[1]) ? Translatable.Surely : Translatable.Perhaps, Of(values[1]))
            : Lower(Translatable.Perhaps, OfAll(values));
    }

    private Translatable OfCreation(IObjectCreationOperation creation)
    {
        var members = creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty;
        return members.All(member => member is ISimpleAssignmentOperation)
            ? Lower(creation.Arguments.IsEmpty ? Translatable.Surely : Translatable.Perhaps,
                OfAll(members.Select(member => ((ISimpleAssignmentOperation)member).Value).Concat(creation.Arguments)))
            : Translatable.Never;
    }

    private Translatable OfAll(IEnumerable<IOperation> values) =>
        values.Aggregate(Translatable.Surely, (lowest, value) => Lower(lowest, Of(value)));

    private bool IsRow(IOperation operation) => operation.Bare() switch
    {
        IParameterReferenceOperation parameter => rows.Contains(parameter.Parameter, SymbolEqualityComparer.Default),
        ILocalReferenceOperation local => rows.Contains(local.Local, SymbolEqualityComparer.Default),
        _ => false,
    };

    private bool Mentions(IOperation operation) => operation.DescendantsAndSelf().Any(IsRow);

    private static Translatable Lower(Translatable one, Translatable other) => one < other ? one : other;

    private static bool IsNull(IOperation operation) =>
        operation.Bare().ConstantValue is { HasValue: true, Value: null };

    /// <summary>Text compares by the database's collation and floating-point numbers by its rounding.</summary>
    private static bool ComparesExactly(IBinaryOperation binary) =>
        IsExact(binary.LeftOperand) && IsExact(binary.RightOperand);

    private static bool IsExact(IOperation value) => IsOrdered(value) || IsOfType(value, type =>
        type.SpecialType == SpecialType.System_Boolean
        || type is { Name: "Guid" or "DateTimeOffset", ContainingNamespace.Name: "System" });

    private static bool IsOrdered(IOperation value) => IsOfType(value, type =>
        type.TypeKind == TypeKind.Enum
        || type.SpecialType is SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_Int32
            or SpecialType.System_Int64
            or SpecialType.System_Decimal or SpecialType.System_DateTime
        || type is { Name: "DateOnly" or "TimeOnly", ContainingNamespace.Name: "System" });

    private static bool IsOfType(IOperation value, Func<ITypeSymbol, bool> accepts) =>
        value.Bare().Type is { } type
        && accepts(type is INamedTypeSymbol { ConstructedFrom.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type);

    private static bool IsNullable(ITypeSymbol? type) =>
        type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static bool IsScalar(ITypeSymbol? type) =>
        type?.IsValueType == true || type?.SpecialType == SpecialType.System_String;

    private static bool IsClock(IPropertySymbol property) =>
        property.ContainingType is { Name: "DateTime" or "DateTimeOffset" or "Environment" };

    /// <summary>
    /// A property with a setter and no code of its own is taken for a column, unless it says it is none.
    /// </summary>
    private static bool IsMapped(IPropertySymbol property) =>
        property.SetMethod is not null
        && !property.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "NotMappedAttribute")
        && (IsOfForeignContract(property) || property.IsAutomatic());

    /// <summary>What stands behind it in another project is not seen.</summary>
    private static bool IsOfForeignContract(IPropertySymbol property) =>
        property.ContainingType.TypeKind == TypeKind.Interface && property.DeclaringSyntaxReferences.IsEmpty;
}
