using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Money.Arithmetic;

/// <summary>Kinds of number types, and the declared types that carry numbers.</summary>
internal static class Numbers
{
    /// <summary>
    /// Whether a compilation has the type that money belongs in; one without its base library does not.
    /// </summary>
    public static bool HaveDecimal(Compilation compilation) =>
        compilation.GetSpecialType(SpecialType.System_Decimal).TypeKind == TypeKind.Struct;

    /// <summary>Whether a type is <c>double</c>, <c>float</c> or <c>Half</c>.</summary>
    public static bool IsFloating(ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single || IsHalf(type);

    public static bool IsDouble(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Double;

    public static bool IsDecimal(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Decimal;

    public static bool IsInteger(ITypeSymbol? type) =>
        type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    /// <summary>The type without its question mark.</summary>
    public static ITypeSymbol? Underlying(ITypeSymbol? type) =>
        IsNullable(type) ? ((INamedTypeSymbol)type!).TypeArguments[0] : type;

    public static bool IsNullable(ITypeSymbol? type) =>
        type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>
    /// The number that a type carries: <c>double</c> for <c>double?</c>, <c>double[]</c>, <c>List&lt;double&gt;</c> and
    /// <c>Task&lt;double&gt;</c>.
    /// </summary>
    public static ITypeSymbol? CarriedBy(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => CarriedBy(array.ElementType),
        INamedTypeSymbol
            { IsTupleType: false, TypeKind: not TypeKind.Delegate, TypeArguments: { Length: > 0 } arguments } generic
            when !IsMathematical(generic) =>
            CarriedBy(arguments[^1]),
        INamedTypeSymbol number when IsFloating(number) || IsDecimal(number) || IsInteger(number) => number,
        _ => null,
    };

    /// <summary>The named elements of every tuple inside a type.</summary>
    public static IEnumerable<IFieldSymbol> TupleElements(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => TupleElements(array.ElementType),
        INamedTypeSymbol { IsTupleType: true } tuple =>
            tuple.TupleElements.Where(element => element.IsExplicitlyNamedTupleElement)
                .Concat(tuple.TupleElements.SelectMany(element => TupleElements(element.Type))),
        INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments } => arguments.SelectMany(TupleElements),
        _ => [],
    };

    /// <summary>How a type is written once the number it carries is a <c>decimal</c>.</summary>
    public static string InDecimal(ITypeSymbol type) =>
        string.Concat(type.ToDisplayParts(SymbolDisplayFormat.MinimallyQualifiedFormat)
            .Select(part => IsFloatingName(part) ? "decimal" : part.ToString()));

    /// <summary>How a type is written, without namespaces.</summary>
    public static string AsWritten(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static bool IsFloatingName(SymbolDisplayPart part) =>
        part.ToString() is "double" or "float" || (part.Symbol is ITypeSymbol type && IsHalf(type));

    private static bool IsHalf(ITypeSymbol? type) =>
        type is { Name: "Half", TypeKind: TypeKind.Struct,
            ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Vectors, matrices and tensors hold coordinates and features, not amounts.</summary>
    private static bool IsMathematical(INamedTypeSymbol type) =>
        Words.Of(type.Name).Any(word => word is "vector" or "matrix" or "tensor" or "point" or "complex");
}
