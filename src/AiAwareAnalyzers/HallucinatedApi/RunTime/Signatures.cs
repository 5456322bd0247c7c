using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>Whether a member takes values of certain types, by the rules of the default binder.</summary>
internal static class Signatures
{
    /// <summary>Also true where it cannot be known. An unknown type stands as null.</summary>
    public static bool MayTake(RunTimeMember member, ImmutableArray<ITypeSymbol?> types, Compilation compilation) =>
        member.Parameters.Length == types.Length
        && !member.Parameters.Where((parameter, at) => !MayTake(parameter, types[at], compilation)).Any();

    /// <summary>The types of a list as a message says them: <c>(int, string)</c>.</summary>
    public static string Shown(ImmutableArray<ITypeSymbol?> types) =>
        $"({string.Join(", ", types.Select(type => type is null ? "?" : TypeNames.Written(type)))})";

    public static bool AreSame(RunTimeMember one, RunTimeMember other) =>
        one.Parameters.Length == other.Parameters.Length
        && one.Parameters.Zip(other.Parameters, (a, b) => a.RefKind == RefKind.None == (b.RefKind == RefKind.None)
            && SymbolEqualityComparer.Default.Equals(a.Type, b.Type))
            .All(same => same);

    private static bool MayTake(IParameterSymbol parameter, ITypeSymbol? passed, Compilation compilation)
    {
        if (passed is null
            || parameter.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer
            || IsBroken(parameter.Type)
            || IsBroken(passed))
            return true;
        if (parameter.RefKind != RefKind.None) return false;
        if (MentionsParameterOf(parameter.Type, TypeParameterKind.Type)
            || MentionsParameterOf(passed, TypeParameterKind.Type)
            || MentionsParameterOf(passed, TypeParameterKind.Method))
            return true;
        if (MentionsParameterOf(parameter.Type, TypeParameterKind.Method)) return false;
        return MayTake(parameter.Type, passed, compilation);
    }

    private static bool MayTake(ITypeSymbol wanted, ITypeSymbol passed, Compilation compilation)
    {
        if (wanted.SpecialType == SpecialType.System_Object
            || (wanted is IArrayTypeSymbol && passed is IArrayTypeSymbol))
            return true;
        if (wanted is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            && SymbolEqualityComparer.Default.Equals(nullable.TypeArguments[0], passed))
            return true;
        var conversion = compilation.ClassifyCommonConversion(passed, wanted);
        if (conversion.IsIdentity
            || (conversion is { IsImplicit: true, IsReference: true })
            || IsBoxing(passed, wanted, conversion))
            return true;
        return IsPrimitive(wanted) && Widens(passed, wanted, compilation);
    }

    private static bool IsBoxing(
        ITypeSymbol passed, ITypeSymbol wanted, Microsoft.CodeAnalysis.Operations.CommonConversion conversion) =>
        conversion is { IsImplicit: true, IsUserDefined: false } && passed.IsValueType && wanted.IsReferenceType;

    /// <summary>An enum counts as the number under it; of all numbers only a byte may become a character.</summary>
    private static bool Widens(ITypeSymbol passed, ITypeSymbol wanted, Compilation compilation)
    {
        var from = passed is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying : passed;
        if (!IsPrimitive(from)) return false;
        if (wanted.SpecialType == SpecialType.System_Char)
            return from.SpecialType is SpecialType.System_Byte or SpecialType.System_Char;
        return compilation.ClassifyCommonConversion(from, wanted) is { IsImplicit: true };
    }

    private static bool IsPrimitive(ITypeSymbol type) =>
        type.SpecialType
            is >= SpecialType.System_Boolean and <= SpecialType.System_Double and not SpecialType.System_Decimal;

    /// <summary>A type that does not bind may be any.</summary>
    private static bool IsBroken(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => IsBroken(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsBroken),
        _ => false,
    };

    private static bool MentionsParameterOf(ITypeSymbol type, TypeParameterKind kind) => type switch
    {
        ITypeParameterSymbol parameter => parameter.TypeParameterKind == kind,
        IArrayTypeSymbol array => MentionsParameterOf(array.ElementType, kind),
        INamedTypeSymbol named => named.TypeArguments.Any(argument => MentionsParameterOf(argument, kind)),
        _ => false,
    };
}
