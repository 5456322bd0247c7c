using AiAwareAnalyzers.HallucinatedApi.Documents;
using AiAwareAnalyzers.HallucinatedApi.Requests;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.HallucinatedApi.Agreement;

/// <summary>What a type of the code is in JSON.</summary>
internal static class WireTypes
{
    private const WireKinds AnyNumber = WireKinds.Integer | WireKinds.Number;

    private static readonly ImmutableHashSet<string> Texts = WordSet.Of(
        "Guid DateTimeOffset DateOnly TimeOnly TimeSpan Uri Version");

    private static readonly ImmutableHashSet<string> Integers = WordSet.Of("Int128 UInt128");

    private static readonly ImmutableHashSet<string> Dictionaries = WordSet.Of(
        "IDictionary IReadOnlyDictionary");

    /// <summary>A value without the null that it may be.</summary>
    public static ITypeSymbol Bare(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    /// <summary>None where nobody knows: a converter, an interface, whatever may be anything.</summary>
    public static WireKinds KindsOf(ITypeSymbol type, ISymbol? member, Serialization serialization)
    {
        var bare = Bare(type);
        if ((ConverterOf(member) ?? ConverterOf(bare)) is { } converter)
            return bare.TypeKind == TypeKind.Enum && converter.Contains("StringEnumConverter")
                ? WireKinds.Text
                : WireKinds.None;
        var kinds = Plain(bare, serialization);
        return (kinds & AnyNumber) != 0 && (Has(member, "JsonNumberHandling") || Has(bare, "JsonNumberHandling"))
            ? kinds | WireKinds.Text
            : kinds;
    }

    /// <summary>Of which type the elements of a sequence are; null where it is none.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type) => Bare(type) switch
    {
        { SpecialType: SpecialType.System_String } => null,
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } one =>
            one.TypeArguments[0],
        var other => other.AllInterfaces.FirstOrDefault(contract =>
            contract.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            ?.TypeArguments[0],
    };

    public static bool IsStringEnum(ITypeSymbol type, ISymbol? member) =>
        Bare(type).TypeKind == TypeKind.Enum
        && (ConverterOf(member) ?? ConverterOf(Bare(type)))?.Contains("StringEnumConverter") == true;

    public static bool Has(ISymbol? symbol, string attribute) =>
        symbol?.GetAttributes().Any(each => each.AttributeClass?.Name == attribute + "Attribute") == true;

    private static WireKinds Plain(ITypeSymbol type, Serialization serialization) => type.SpecialType switch
    {
        SpecialType.System_String or SpecialType.System_Char or SpecialType.System_DateTime => WireKinds.Text,
        SpecialType.System_Boolean => WireKinds.Boolean,
        >= SpecialType.System_SByte and <= SpecialType.System_UInt64 => WireKinds.Integer,
        SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => AnyNumber,
        SpecialType.System_Object => WireKinds.None,
        _ => type switch
        {
            IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => WireKinds.Text,
            IArrayTypeSymbol => WireKinds.Array,
            { TypeKind: TypeKind.Enum } =>
                serialization == Serialization.Unknown ? WireKinds.None : WireKinds.Integer,
            INamedTypeSymbol named => Named(named),
            _ => WireKinds.None,
        },
    };

    private static WireKinds Named(INamedTypeSymbol type)
    {
        if (IsOfSystem(type) && Texts.Contains(type.Name)) return WireKinds.Text;
        if (IsOfSystem(type) && Integers.Contains(type.Name)) return WireKinds.Integer;
        if (type.AllInterfaces.Concat([type]).Any(contract => Dictionaries.Contains(contract.Name)))
            return WireKinds.Object;
        if (ElementOf(type) is not null) return WireKinds.Array;
        return type.TypeKind is TypeKind.Class or TypeKind.Struct && !type.IsAbstract && !IsOfSystem(type)
            ? WireKinds.Object
            : WireKinds.None;
    }

    public static bool IsOfSystem(ITypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() is { } space
        && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal)
            || space.StartsWith("Microsoft.", StringComparison.Ordinal));

    private static string? ConverterOf(ISymbol? symbol) => symbol?.GetAttributes()
        .FirstOrDefault(attribute => attribute.AttributeClass?.Name.EndsWith(
            "ConverterAttribute", StringComparison.Ordinal) == true) is { } found
        ? found.ConstructorArguments.Select(argument => (argument.Value as ITypeSymbol)?.Name).FirstOrDefault() ?? "?"
        : null;
}
