using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>
/// Values of an enum that a request may bring, though the enum does not have them: minimal APIs and JSON take every
/// number, while the binder of controllers and pages refuses it.
/// </summary>
internal sealed class OpenEnums
{
    private readonly Lazy<bool> _readsNamesOnly;

    private OpenEnums(Compilation compilation) => _readsNamesOnly = new(() => ReadsNamesOnly(compilation));

    public static OpenEnums Of(Compilation compilation) => Facts.Of(compilation, static c => new OpenEnums(c));

    /// <summary>
    /// The enum that a value has; null for flags, of which every sum may be meant, and for all other types.
    /// </summary>
    public static INamedTypeSymbol? TypeOf(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable =>
            TypeOf(nullable.TypeArguments[0]),
        INamedTypeSymbol { TypeKind: TypeKind.Enum } known when !IsFlags(known) => known,
        _ => null,
    };

    public static bool IsFlags(INamedTypeSymbol type) =>
        type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "FlagsAttribute");

    /// <summary>Whether nothing has refused what the enum does not have before the handler gets it.</summary>
    public bool Contain(RequestNumber value) =>
        value.Method.MethodKind == MethodKind.AnonymousFunction
        && TypeOf(value.Type) is not null
        && (value.Name.IndexOf('.') < 0 || !_readsNamesOnly.Value);

    /// <summary>Whether some converter of the project is told not to read numbers.</summary>
    private static bool ReadsNamesOnly(Compilation compilation) => compilation.SyntaxTrees
        .Where(static tree => Calls.AreMentioned(tree, "JsonStringEnumConverter"))
        .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<ObjectCreationExpressionSyntax>())
        .Any(static creation => creation.Type.ToString().Contains("JsonStringEnumConverter")
            && creation.ArgumentList?.Arguments.Any(static argument =>
                argument.Expression.IsKind(SyntaxKind.FalseLiteralExpression)) == true);
}
