using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Credentials;

/// <summary>Security tokens: what reads them, what validates them, and what a validation looks at.</summary>
internal sealed class Tokens
{
    /// <summary>Checks that are on unless somebody turns them off.</summary>
    private static readonly ImmutableHashSet<string> Checks = WordSet.Of(
        "RequireAudience RequireExpirationTime RequireSignedTokens ValidateAudience ValidateIssuer ValidateLifetime");

    private readonly INamedTypeSymbol? _parameters;
    private readonly ImmutableArray<INamedTypeSymbol> _handlers;
    private readonly ImmutableArray<INamedTypeSymbol> _tokens;

    private Tokens(Compilation compilation)
    {
        _parameters = compilation.GetTypeByMetadataName("Microsoft.IdentityModel.Tokens.TokenValidationParameters");
        _handlers = Known(
            compilation,
            "System.IdentityModel.Tokens.Jwt.JwtSecurityTokenHandler",
            "Microsoft.IdentityModel.JsonWebTokens.JsonWebTokenHandler",
            "Microsoft.IdentityModel.Tokens.ISecurityTokenValidator",
            "Microsoft.IdentityModel.Tokens.SecurityTokenHandler",
            "Microsoft.IdentityModel.Tokens.TokenHandler");
        _tokens = Known(
            compilation,
            "System.IdentityModel.Tokens.Jwt.JwtSecurityToken",
            "Microsoft.IdentityModel.JsonWebTokens.JsonWebToken");
    }

    public static Tokens Of(Compilation compilation) => Facts.Of(compilation, static c => new Tokens(c));

    /// <summary>Whether a compilation can validate tokens at all.</summary>
    public bool AreValidatedHere => _parameters is not null;

    /// <summary>Whether a compilation can read tokens with a library.</summary>
    public bool AreReadHere => !_handlers.IsEmpty || !_tokens.IsEmpty;

    /// <summary>A property of the parameters of a validation.</summary>
    public bool IsParameter(IPropertySymbol property) =>
        _parameters is not null && SymbolEqualityComparer.Default.Equals(property.ContainingType, _parameters);

    /// <summary>
    /// A parameter that is on by default and that protects: <c>ValidateAudience</c>, not <c>ValidateActor</c>.
    /// </summary>
    public bool IsCheck(IPropertySymbol property) => IsParameter(property) && Checks.Contains(property.Name);

    /// <summary>
    /// <c>ReadJwtToken</c> and kin, or a token made from a string: what it says is what the sender wrote.
    /// </summary>
    public bool IsRead(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "ReadJwtToken" or "ReadToken" or "ReadJsonWebToken" } method } =>
            IsHandler(method.ContainingType),
        IObjectCreationOperation { Type: INamedTypeSymbol type, Arguments: { Length: 1 } text } =>
            text[0].Parameter?.Type.SpecialType == SpecialType.System_String && IsToken(type),
        _ => false,
    };

    /// <summary>
    /// The middle part of a token, decoded by hand: <c>Convert.FromBase64String(token.Split('.')[1])</c>.
    /// </summary>
    public static bool IsDecodedByHand(IOperation operation) =>
        operation
            is IInvocationOperation { TargetMethod.Name: "FromBase64String" or "Base64UrlDecode" or "Decode"
                or "DecodeBytes" or "DecodeFromChars" }
        && operation.Syntax is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }
        && TokenUse.HomeOf(operation) is { } home
        && PresenceLooks.Evidence(arguments[0].Expression, home) is var evidence
        && evidence.Exists(TakesSecond) && evidence.Exists(SplitsAtDots);

    private static bool TakesSecond(ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf()
            .OfType<ElementAccessExpressionSyntax>()
            .Any(element => element.ArgumentList.ToString() == "[1]");

    private static bool SplitsAtDots(ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call =>
            Calls.NameOf(call) == "Split"
            && call.ArgumentList.Arguments.FirstOrDefault()?.Expression
                is LiteralExpressionSyntax { Token.ValueText: "." });

    /// <summary><c>ValidateToken</c> and <c>ValidateTokenAsync</c> of a handler.</summary>
    public bool IsValidation(IInvocationOperation invocation) =>
        invocation.TargetMethod.Name is "ValidateToken" or "ValidateTokenAsync"
        && IsHandler(invocation.TargetMethod.ContainingType);

    public bool IsToken(ITypeSymbol? type) => type.InheritsAny(_tokens) || type is { Name: "SecurityToken" };

    private bool IsHandler(ITypeSymbol type) => type.InheritsAny(_handlers);

    private static ImmutableArray<INamedTypeSymbol> Known(Compilation compilation, params string[] names) =>
        names.Select(compilation.GetTypeByMetadataName).OfType<INamedTypeSymbol>().ToImmutableArray();
}
