using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Reach;

/// <summary>The function that answers an endpoint: what it takes, and what it does.</summary>
internal readonly struct HandlerFunction(IMethodSymbol method, IOperation body)
{
    public IMethodSymbol Method { get; } = method;

    public IOperation Body { get; } = body;

    /// <summary>Null where an endpoint is answered elsewhere, or by nothing that binds.</summary>
    public static HandlerFunction? Of(Endpoint endpoint, Compilation compilation) =>
        endpoint.Handler is { } handler ? Of(handler, compilation) : null;

    public static HandlerFunction? Of(SyntaxNode handler, Compilation compilation) =>
        Semantics.Of(compilation).ModelOf(handler.SyntaxTree) is not { } model ? null : handler switch
        {
            MethodDeclarationSyntax method =>
                model.GetDeclaredSymbol(method) is { } symbol && ReturnValues.BodyOf(symbol, compilation) is { } body
                    ? new HandlerFunction(symbol, body)
                    : null,
            _ => Of(model.GetOperation(handler)),
        };

    private static HandlerFunction? Of(IOperation? function) => function?.Bare() switch
    {
        IAnonymousFunctionOperation lambda => new HandlerFunction(lambda.Symbol, lambda.Body),
        ILocalFunctionOperation { Body: { } body } local => new HandlerFunction(local.Symbol, body),
        _ => null,
    };
}
