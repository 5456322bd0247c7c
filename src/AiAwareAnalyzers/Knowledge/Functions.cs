using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>The function that an operation stands in, how a message speaks of it, and the parts that every kind of function has.</summary>
internal static class Functions
{
    /// <summary>The innermost lambda or local function, or else the body of the member.</summary>
    public static IOperation Around(IOperation operation)
    {
        var outer = operation;
        while (outer.Parent is { } parent)
        {
            outer = parent;
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation) break;
        }

        return outer;
    }

    public static string Named(IOperation function, ISymbol member) => function switch
    {
        IAnonymousFunctionOperation => "the lambda",
        ILocalFunctionOperation local => $"'{local.Symbol.Name}'",
        _ => member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => "the constructor",
            IMethodSymbol { Name: WellKnownMemberNames.TopLevelStatementsEntryPointMethodName } => "the program",
            IMethodSymbol { AssociatedSymbol: { } owner } => $"'{owner.Name}'",
            _ => $"'{member.Name}'",
        },
    };

    /// <summary>The parameters of a method, a local function or a lambda that states their types.</summary>
    public static IEnumerable<ParameterSyntax> ParametersOf(SyntaxNode handler) => handler switch
    {
        BaseMethodDeclarationSyntax method => method.ParameterList.Parameters,
        LocalFunctionStatementSyntax function => function.ParameterList.Parameters,
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters,
        _ => Enumerable.Empty<ParameterSyntax>(),
    };

    /// <summary>The block or the expression; null where there is neither.</summary>
    public static SyntaxNode? BodyOf(SyntaxNode handler) => handler switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
        LocalFunctionStatementSyntax function => (SyntaxNode?)function.Body ?? function.ExpressionBody,
        AnonymousFunctionExpressionSyntax lambda => lambda.Body,
        _ => null,
    };
}
