using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Missing;

/// <summary>How many values a lambda takes, and how many it is handed.</summary>
internal static class LambdaShape
{
    /// <summary>The method that a delegate, or the tree of one, stands for; null where none is asked for.</summary>
    public static IMethodSymbol? AskedBy(ITypeSymbol type) =>
        (type is INamedTypeSymbol { Name: "Expression", TypeArguments: { Length: 1 } tree } ? tree[0] : type)
            is INamedTypeSymbol { DelegateInvokeMethod: { } invoke }
            ? invoke
            : null;

    /// <summary>Whether what is written is no lambda, or one that takes as much as it is handed.</summary>
    public static bool Fits(ExpressionSyntax passed, ITypeSymbol asked) =>
        CountOf(passed) is not { } taken
        || (AskedBy(asked) is { } invoke
            ? invoke.Parameters.Length == taken
            : asked is ITypeParameterSymbol
                or { SpecialType: SpecialType.System_Object or SpecialType.System_Delegate }
                or { TypeKind: TypeKind.Error });

    private static int? CountOf(ExpressionSyntax passed) => passed switch
    {
        SimpleLambdaExpressionSyntax => 1,
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters.Count,
        _ => null,
    };
}
