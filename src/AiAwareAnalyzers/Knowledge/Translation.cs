using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>Whether a query provider can evaluate a function, with the same result as memory.</summary>
internal enum Translatable
{
    /// <summary>It calls code of the program, which no database knows.</summary>
    Never,

    /// <summary>It may translate, or mean something else there: text and culture, clocks, functions of the framework.</summary>
    Perhaps,

    /// <summary>Comparisons of mapped scalars, null checks, keys in a list.</summary>
    Surely,
}

/// <summary>What moves into a query without changing its meaning.</summary>
internal static class Translation
{
    /// <summary>Whether a condition or projection of one row translates; statements are no expression that a query could read.</summary>
    public static Translatable Of(IAnonymousFunctionOperation lambda) =>
        lambda.Symbol.Parameters.Length == 1
        && lambda.Syntax is not (LambdaExpressionSyntax { Body: BlockSyntax } or AnonymousMethodExpressionSyntax)
        && lambda.Result() is { } value
            ? new Row(lambda.Symbol.Parameters[0]).Of(value)
            : Translatable.Never;

    /// <summary>Whether a condition inside the body of a loop over rows translates.</summary>
    public static Translatable Of(IOperation condition, ILocalSymbol row) => new Row(row).Of(condition);

    /// <summary>Whether a function only reads its row: evaluated more often, less often or later, it gives the same.</summary>
    public static bool IsPure(IAnonymousFunctionOperation lambda) =>
        lambda.Result() is { } value && value.DescendantsAndSelf().All(IsHarmless);

    private static bool IsHarmless(IOperation operation) => operation switch
    {
        IAssignmentOperation { Parent: not IObjectOrCollectionInitializerOperation } or IIncrementOrDecrementOperation => false,
        IAwaitOperation or IThrowOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation => false,
        IBinaryOperation binary => binary.OperatorMethod is null or { ContainingType.SpecialType: not SpecialType.None }
            && (binary.OperatorKind is not (BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder) || binary.RightOperand.ConstantValue is { HasValue: true, Value: not 0 }),
        IInvocationOperation call => IsHarmless(call.TargetMethod),
        IArrayElementReferenceOperation or IPropertyReferenceOperation { Arguments.Length: > 0 } => false,
        IConversionOperation conversion => conversion.OperatorMethod is null or { ContainingType.SpecialType: not SpecialType.None },
        _ => true,
    };

    /// <summary>Methods of strings that neither change nor reject anything.</summary>
    private static bool IsHarmless(IMethodSymbol method) =>
        method.ContainingType.SpecialType == SpecialType.System_String
        && method.Name is "Contains" or "StartsWith" or "EndsWith" or "ToUpperInvariant" or "ToLowerInvariant" or "Trim" or "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "Equals";

    /// <summary>What translates about one row.</summary>
    private sealed class Row(ISymbol row)
    {
        public Translatable Of(IOperation operation)
        {
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
                IAnonymousObjectCreationOperation creation => OfAll(creation.Initializers.Select(member => ((ISimpleAssignmentOperation)member).Value)),
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
            if (!IsRow(property.Instance)) return IsNullable(property.Instance.Type) ? OfNullable(property) : Lower(Translatable.Perhaps, Of(property.Instance));
            return !IsMapped(property.Property) ? Translatable.Never : IsScalar(property.Type) ? Translatable.Surely : Translatable.Perhaps;
        }

        /// <summary><c>HasValue</c> is a null check; <c>Value</c> throws in memory and not in a database.</summary>
        private Translatable OfNullable(IPropertyReferenceOperation property) =>
            Lower(property.Property.Name == "HasValue" ? Translatable.Surely : Translatable.Perhaps, Of(property.Instance!));

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
                BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals when IsNull(binary.LeftOperand) || IsNull(binary.RightOperand) => parts,
                BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals => ComparesExactly(binary) ? parts : Lower(Translatable.Perhaps, parts),
                BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
                    => IsOrdered(binary.LeftOperand) && IsOrdered(binary.RightOperand) ? parts : Lower(Translatable.Perhaps, parts),
                _ => Lower(Translatable.Perhaps, parts),
            };
        }

        private Translatable OfPattern(IIsPatternOperation pattern) => pattern.Pattern switch
        {
            IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } => Lower(Translatable.Perhaps, Of(pattern.Value)),
            _ => Translatable.Never,
        };

        /// <summary><c>keys.Contains(row.Id)</c>.</summary>
        private Translatable OfCall(IInvocationOperation call)
        {
            if (!Mentions(call)) return Lower(Translatable.Perhaps, IsOurs(call.TargetMethod) ? Translatable.Perhaps : Translatable.Surely);
            if (IsOurs(call.TargetMethod) || call.TargetMethod.MethodKind is MethodKind.DelegateInvoke or MethodKind.LocalFunction) return Translatable.Never;
            var values = call.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).Select(argument => argument.Value).ToList();
            if (call.Instance is { } instance) values.Insert(0, instance);
            var isSearch = call.TargetMethod is { Name: "Contains", ContainingType.SpecialType: SpecialType.None } && values.Count == 2 && !Mentions(values[0]);
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
            IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, row),
            ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, row),
            _ => false,
        };

        private bool Mentions(IOperation operation) => operation.DescendantsAndSelf().Any(IsRow);
    }

    private static Translatable Lower(Translatable one, Translatable other) => one < other ? one : other;

    private static bool IsOurs(ISymbol symbol) => !symbol.DeclaringSyntaxReferences.IsEmpty;

    private static bool IsNull(IOperation operation) => operation.Bare().ConstantValue is { HasValue: true, Value: null };

    /// <summary>Text compares by the database's collation and floating-point numbers by its rounding.</summary>
    private static bool ComparesExactly(IBinaryOperation binary) => IsExact(binary.LeftOperand) && IsExact(binary.RightOperand);

    private static bool IsExact(IOperation value) => IsOrdered(value) || IsOfType(value, type =>
        type.SpecialType == SpecialType.System_Boolean || type is { Name: "Guid" or "DateTimeOffset", ContainingNamespace.Name: "System" });

    private static bool IsOrdered(IOperation value) => IsOfType(value, type =>
        type.TypeKind == TypeKind.Enum
        || type.SpecialType is SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64
            or SpecialType.System_Decimal or SpecialType.System_DateTime
        || type is { Name: "DateOnly" or "TimeOnly", ContainingNamespace.Name: "System" });

    private static bool IsOfType(IOperation value, Func<ITypeSymbol, bool> accepts) =>
        value.Bare().Type is { } type && accepts(type is INamedTypeSymbol { ConstructedFrom.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type);

    private static bool IsNullable(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static bool IsScalar(ITypeSymbol? type) => type?.IsValueType == true || type?.SpecialType == SpecialType.System_String;

    private static bool IsClock(IPropertySymbol property) => property.ContainingType is { Name: "DateTime" or "DateTimeOffset" or "Environment" };

    /// <summary>A property with a setter and no code of its own is taken for a column, unless it says it is none.</summary>
    private static bool IsMapped(IPropertySymbol property) =>
        property.SetMethod is not null
        && !property.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "NotMappedAttribute")
        && (property.DeclaringSyntaxReferences.IsEmpty || HasField(property));

    private static bool HasField(IPropertySymbol property) =>
        property.ContainingType.GetMembers().Any(member => member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
}
