using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Parsers of dates and of numbers with decimals that read them as the host's culture writes them.</summary>
internal static class CulturedParsers
{
    /// <summary>
    /// The text that a call reads without being told how, the call as one would write it, and whether it reads a date;
    /// null for any other call.
    /// </summary>
    public static (IOperation Text, string Name, bool IsOfDate)? Read(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!method.IsStatic) return null;
        var isOfDate = MakesDate(method);
        ITypeSymbol? type = isOfDate || MakesDecimals(method)
            ? method.ContainingType
            : GenericParsers.TypeOf(call, HaveDecimals);
        if (type is null || call.Arguments.Any(TellsCulture)) return null;
        if (isOfDate && call.Arguments.Any(TellsFormat)) return null;
        return call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value is { } text
            ? (text, $"{NameOf(type)}.{method.Name}", isOfDate)
            : null;
    }

    /// <summary>A format that is the same in all cultures: <c>"O"</c>, or the style that reads it back.</summary>
    private static bool TellsFormat(IArgumentOperation argument) => argument.Parameter?.Type switch
    {
        { SpecialType: SpecialType.System_String } =>
            argument.Parameter.Ordinal > 0 && argument.Value.ConstantText() is "O" or "o" or "R" or "r" or "s" or "u",
        { Name: "DateTimeStyles" } =>
            argument.Value.Bare() is IFieldReferenceOperation { Field.Name: "RoundtripKind" },
        _ => false,
    };

    private static bool MakesDate(IMethodSymbol method) =>
        method.ContainingType is { Name: var type, ContainingNamespace.Name: "System" }
        && (type is "DateTime" or "DateTimeOffset" or "DateOnly"
            ? method.Name is "Parse" or "TryParse" or "ParseExact" or "TryParseExact"
            : type == "Convert" && method.Name == "ToDateTime")
        && IsText(method);

    /// <summary>Whether a type keeps decimals, which one culture writes with a dot and another with a comma.</summary>
    public static bool HaveDecimals(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        return type?.SpecialType
            is SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single;
    }

    /// <summary>A culture that somebody wrote; none at all is that of the host.</summary>
    public static bool TellsCulture(IArgumentOperation argument) =>
        argument.ArgumentKind == ArgumentKind.Explicit
        && IsCulture(argument.Parameter?.Type)
        && argument.Value.ConstantValue is not { HasValue: true, Value: null };

    private static bool IsCulture(ITypeSymbol? type) => type?.Name is "IFormatProvider" or "CultureInfo"
        or "NumberFormatInfo" or "DateTimeFormatInfo";

    private static bool MakesDecimals(IMethodSymbol method) => method.Name switch
    {
        "Parse" or "TryParse" => HaveDecimals(method.ContainingType) && IsText(method),
        "ToDecimal" or "ToDouble" or "ToSingle" =>
            method.ContainingType is { Name: "Convert", ContainingNamespace.Name: "System" } && IsText(method),
        _ => false,
    };

    private static bool IsText(IMethodSymbol method) =>
        method.Parameters.FirstOrDefault()?.Type is { } type
        && (type.SpecialType == SpecialType.System_String
            || type is INamedTypeSymbol
                { Name: "ReadOnlySpan", TypeArguments: [{ SpecialType: SpecialType.System_Char }] });

    private static string NameOf(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
