namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Parsers of numbers with decimals that read them as the host's culture writes them.</summary>
internal static class CulturedParsers
{
    /// <summary>
    /// The text that a call reads without being told how, and the call as one would write it; null for any other call.
    /// </summary>
    public static (IOperation Text, string Name)? Read(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!method.IsStatic) return null;
        ITypeSymbol? type = MakesDecimals(method)
            ? method.ContainingType
            : GenericParsers.TypeOf(call, HaveDecimals);
        return type is not null
            && !call.Arguments.Any(TellsCulture)
            && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value is { } text
                ? (text, $"{NameOf(type)}.{method.Name}")
                : null;
    }

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
        or "NumberFormatInfo";

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
