using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>Arguments whose type leaves no doubt which parameter is meant.</summary>
internal static class Distinct
{
    /// <summary>
    /// The argument is just what the parameter takes, and no other parameter of any overload takes that.
    /// </summary>
    public static bool IsMeant(ExpressionSyntax value, ISymbol? called, string parameter, SemanticModel model) =>
        model.GetTypeInfo(value).Type is { } type
        && IsTelling(type)
        && called?.ContainingType is { } owner
        && ParametersOf(owner, called.Name, type).ToList() is { Count: > 0 } taking
        && taking.All(name => name == parameter);

    /// <summary>Numbers, text, flags and dates mean many things; an option or a token means one.</summary>
    private static bool IsTelling(ITypeSymbol type) =>
        type.SpecialType == SpecialType.None && type.TypeKind is TypeKind.Enum or TypeKind.Class or TypeKind.Struct
        && type.Name is not ("TimeSpan" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "Guid" or "Type" or "Uri");

    private static IEnumerable<string> ParametersOf(INamedTypeSymbol owner, string name, ITypeSymbol type) =>
        from method in owner.GetMembers(name).OfType<IMethodSymbol>()
        from parameter in method.Parameters
        where SymbolEqualityComparer.Default.Equals(Unwrapped(parameter.Type), type)
        select parameter.Name;

    private static ITypeSymbol Unwrapped(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
}
