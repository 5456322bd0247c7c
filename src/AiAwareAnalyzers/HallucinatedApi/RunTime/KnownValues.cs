using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>Values that can only be one: a name, flags, a type, the types of parameters.</summary>
internal static class KnownValues
{
    /// <summary>How many steps lead to a type: from a member to its owner, from a name to what it names.</summary>
    private const int Patience = 7;

    /// <summary>A constant, or a local or read-only field that only ever holds one.</summary>
    public static object? ConstantOf(IOperation value, Compilation compilation) =>
        Only(value, compilation).ConstantValue is { HasValue: true, Value: var constant } ? constant : null;

    /// <summary>Also the name of a type that is known.</summary>
    public static string? TextOf(IOperation value, Compilation compilation) =>
        TextOf(value, compilation, Trail.OfSteps(Patience));

    public static string? TextOf(IOperation value, Compilation compilation, Trail trail) =>
        Only(value, compilation) switch
        {
            { ConstantValue: { HasValue: true, Value: var constant } } => constant as string,
            IPropertyReferenceOperation { Property: { Name: "Name", ContainingType.Name: "MemberInfo" or "Type" },
                Instance: { Type.Name: "Type" } type } =>
                TypeOf(type, compilation, trail)?.MetadataName,
            _ => null,
        };

    /// <summary>The type that an expression of type <c>Type</c> stands for, where it can be no other.</summary>
    public static ITypeSymbol? TypeOf(IOperation value, Compilation compilation) =>
        TypeOf(value, compilation, Trail.OfSteps(Patience));

    public static ITypeSymbol? TypeOf(IOperation value, Compilation compilation, Trail trail) =>
        trail.IsOver ? null : Only(value, compilation) switch
        {
            ITypeOfOperation { TypeOperand: { } type } => Known(type),
            IInvocationOperation { TargetMethod: { Name: "GetType",
                ContainingType.SpecialType: SpecialType.System_Object,
                Parameters.IsEmpty: true }, Instance: { } instance } =>
                ExactTypeOf(instance, compilation),
            IInvocationOperation { TargetMethod: { Name: "GetTypeInfo",
                ContainingType.Name: "IntrospectionExtensions" }, Arguments.Length: 1 } info =>
                TypeOf(info.Arguments[0].Value, compilation, trail.Deeper()),
            IInvocationOperation { TargetMethod: { Name: "AsType" or "GetTypeInfo", ContainingType.Name: "TypeInfo" },
                Instance: { } info } =>
                TypeOf(info, compilation, trail.Deeper()),
            IInvocationOperation
                { TargetMethod: { Name: "MakeGenericType", ContainingType.Name: "Type" }, Instance: { } definition } =>
                TypeOf(definition, compilation, trail.Deeper())?.OriginalDefinition,
            IInvocationOperation { TargetMethod: { Name: "GetType" or "GetNestedType",
                ContainingType.Name: "Type" or "Assembly" } } asked =>
                TypeNameCalls.FoundBy(asked, compilation, trail.Deeper()),
            IPropertyReferenceOperation { Property: { Name: "PropertyType" or "FieldType" or "ReturnType" },
                Instance: IInvocationOperation member } =>
                ReflectionCalls.ValueTypeOf(member, compilation, trail.Deeper()) is { } type ? Known(type) : null,
            IPropertyReferenceOperation
                { Property: { Name: "BaseType", ContainingType.Name: "Type" or "TypeInfo" }, Instance: { } derived } =>
                TypeOf(derived, compilation, trail.Deeper())?.BaseType,
            _ => null,
        };

    /// <summary>
    /// The type of an object, where it can be no other: made here, or of a type that nothing derives from.
    /// </summary>
    public static ITypeSymbol? ExactTypeOf(IOperation value, Compilation compilation)
    {
        var origin = Only(value, compilation);
        if (origin is IObjectCreationOperation { Type: { } made }) return Known(made);
        var type = origin is { ConstantValue: { HasValue: true, Value: not null }, Type: { } constant }
            ? constant
            : origin.Type ?? value.Type;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        return type is INamedTypeSymbol { IsSealed: true } or INamedTypeSymbol { IsValueType: true }
            ? Known(type)
            : null;
    }

    /// <summary>
    /// The types in a list of types, null for each that is unknown; nothing where the list itself is unknown.
    /// </summary>
    public static ImmutableArray<ITypeSymbol?>? TypesIn(IOperation list, Compilation compilation, Trail trail) =>
        Only(list, compilation) switch
        {
            IFieldReferenceOperation { Field: { Name: "EmptyTypes", ContainingType.Name: "Type" } } =>
                ImmutableArray<ITypeSymbol?>.Empty,
            IInvocationOperation
                { TargetMethod: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_Array } } =>
                ImmutableArray<ITypeSymbol?>.Empty,
            IArrayCreationOperation { Initializer: { } initializer } =>
                Each(initializer.ElementValues, compilation, trail),
            IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes }
                when sizes[0].ConstantValue is { HasValue: true, Value: 0 } => ImmutableArray<ITypeSymbol?>.Empty,
            { Kind: NewerSyntax.CollectionExpression } collection
                when collection.ChildOperations.All(child => child.Kind != NewerSyntax.Spread) =>
                Each(collection.ChildOperations, compilation, trail),
            _ => null,
        };

    /// <summary>The elements of a list of values that is written out; nothing where it comes from elsewhere.</summary>
    public static IReadOnlyList<IOperation>? ElementsOf(IOperation list, Compilation compilation) =>
        Only(list, compilation) switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes }
                when sizes[0].ConstantValue is { HasValue: true, Value: 0 } => [],
            IInvocationOperation
                { TargetMethod: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_Array } } => [],
            { Kind: NewerSyntax.CollectionExpression } collection
                when collection.ChildOperations.All(child => child.Kind != NewerSyntax.Spread) =>
                [.. collection.ChildOperations],
            _ => null,
        };

    /// <summary>Follows a value to the only place where it can come from.</summary>
    public static IOperation Only(IOperation value, Compilation compilation)
    {
        var origin = Unwrapped(value);
        for (var steps = 0; steps < 4; steps++)
        {
            var known = origin switch
            {
                _ when origin.ConstantValue.HasValue => null,
                ILocalReferenceOperation local => Locals.Around(local, compilation).OnlyValueOf(local.Local),
                IFieldReferenceOperation { Field: { IsReadOnly: true } field } => OnlyValueOf(field, compilation),
                IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: null } property } =>
                    OnlyValueOf(property, compilation),
                _ => null,
            };
            if (known is null) return origin;
            origin = Unwrapped(known);
        }

        return origin;
    }

    /// <summary>Inside what leaves the value what it is. A text may become a span.</summary>
    private static IOperation Unwrapped(IOperation value) =>
        value.Without(Wrappers.Parentheses | Wrappers.ReferenceConversions | Wrappers.Arguments);

    private static ITypeSymbol? Known(ITypeSymbol type) =>
        type is ITypeParameterSymbol
            or { TypeKind: TypeKind.Error or TypeKind.Dynamic or TypeKind.Pointer or TypeKind.FunctionPointer }
            ? null
            : type;

    private static ImmutableArray<ITypeSymbol?> Each(
        IEnumerable<IOperation> elements, Compilation compilation, Trail trail) =>
        elements.Select(element =>
            TypeOf(element, compilation, trail) is { } type and not INamedTypeSymbol { IsUnboundGenericType: true }
                ? type
                : null).ToImmutableArray();

    private static IOperation? OnlyValueOf(IFieldSymbol field, Compilation compilation) =>
        field.DeclaringSyntaxReferences.FirstOrDefault()
            ?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
        && !IsSetInConstructor(field)
            ? Semantics.Of(compilation).ModelOf(value.SyntaxTree)?.GetOperation(value)
            : null;

    private static IOperation? OnlyValueOf(IPropertySymbol property, Compilation compilation) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()
            ?.GetSyntax() is PropertyDeclarationSyntax { ExpressionBody.Expression: var value }
            ? Semantics.Of(compilation).ModelOf(value.SyntaxTree)?.GetOperation(value)
            : null;

    private static bool IsSetInConstructor(IFieldSymbol field) =>
        field.ContainingType.DeclaringSyntaxReferences
            .SelectMany(reference => reference.GetSyntax().ChildNodes().OfType<ConstructorDeclarationSyntax>())
            .SelectMany(constructor => constructor.DescendantNodes().OfType<AssignmentExpressionSyntax>())
            .Any(assignment =>
                (assignment.Left as IdentifierNameSyntax
                    ?? (assignment.Left as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText == field.Name);
}
