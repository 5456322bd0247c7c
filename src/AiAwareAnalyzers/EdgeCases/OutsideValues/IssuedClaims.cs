using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>
/// The claims that every token of a program carries: it issues them itself, and nobody else does, so that whoever is
/// signed in has them.
/// </summary>
internal sealed class IssuedClaims
{
    private static readonly ImmutableArray<string> Issuing = ImmutableArray.Create(
        "JwtSecurityToken", "SecurityTokenDescriptor");

    /// <summary>Sign-ins whose claims somebody else writes.</summary>
    private static readonly ImmutableArray<string> Foreign = ImmutableArray.Create(
        "AddMicrosoftIdentityWeb", "AddOpenIdConnect", "AddGoogle", "AddMicrosoftAccount", "AddFacebook", "AddGitHub",
        "AddCookie", "AddCertificate", "AddNegotiate", "Authority");

    private readonly Lazy<ImmutableHashSet<string>> _types;
    private readonly Compilation _compilation;

    private IssuedClaims(Compilation compilation)
    {
        _compilation = compilation;
        _types = new(() => TypesIn(Issuers()));
    }

    public static IssuedClaims Of(Compilation compilation) => Facts.Of(compilation, static c => new IssuedClaims(c));

    /// <summary>Whether a call asks a signed-in caller for a claim that each of them has.</summary>
    public bool Contain(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "FindFirst" or "FindFirstValue" }, Instance.Type.Name: "ClaimsPrincipal" }
        && call.Arguments.FirstOrDefault()?.Value.ConstantValue is { HasValue: true, Value: string type }
        && _types.Value.Contains(Known(type))
        && call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart) is IMethodSymbol method
        && IsSignedIn(method);

    /// <summary>The endpoint, or all that call a private helper, let nobody in who has no token.</summary>
    private bool IsSignedIn(IMethodSymbol method)
    {
        if (Has(method, "AllowAnonymousAttribute")) return false;
        if (Has(method, "AuthorizeAttribute") || Has(method.ContainingType, "AuthorizeAttribute")) return true;
        return method.DeclaredAccessibility == Accessibility.Private
            && Passed.CallsOf(method, _compilation) is { IsEmpty: false } calls
            && calls.All(static call =>
                call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart) is { } caller
                && Has(caller, "AuthorizeAttribute"));
    }

    private static bool Has(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Any(given => given.AttributeClass?.Name == attribute);

    private ImmutableHashSet<string> TypesIn(List<BaseMethodDeclarationSyntax> issuers) =>
        issuers.Count == 0 || _compilation.SyntaxTrees.Any(IsForeign)
            ? ImmutableHashSet<string>.Empty
            : issuers.Select(issuer => TypesIn(issuer).ToImmutableHashSet())
                .Aggregate(static (all, next) => all.Intersect(next));

    private static bool IsForeign(SyntaxTree tree) => Foreign.Any(word => Calls.AreMentioned(tree, word));

    private List<BaseMethodDeclarationSyntax> Issuers() => _compilation.SyntaxTrees
        .Where(static tree => Calls.AreMentioned(tree, Issuing))
        .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<ObjectCreationExpressionSyntax>())
        .Where(static made => Issuing.Contains(made.Type.GetLastToken().ValueText))
        .Select(static made => made.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>())
        .OfType<BaseMethodDeclarationSyntax>()
        .Distinct()
        .ToList();

    /// <summary>The types of the claims that an issuer writes whatever it is given.</summary>
    private IEnumerable<string> TypesIn(BaseMethodDeclarationSyntax issuer) => issuer.DescendantNodes()
        .OfType<BaseObjectCreationExpressionSyntax>()
        .Where(made => !IsConditional(made, issuer) && made.ArgumentList is { Arguments.Count: > 1 })
        .Select(TypeOf)
        .OfType<string>()
        .Select(Known);

    private string? TypeOf(BaseObjectCreationExpressionSyntax made) =>
        Semantics.Of(_compilation).ModelOf(made.SyntaxTree)?.GetOperation(made)
            is IObjectCreationOperation { Type.Name: "Claim" } claim
            ? claim.Arguments[0].Value.ConstantValue.Value as string
            : null;

    private static bool IsConditional(SyntaxNode made, SyntaxNode issuer) => made.Ancestors()
        .TakeWhile(around => around != issuer)
        .Any(static around => around is IfStatementSyntax or ConditionalExpressionSyntax or SwitchStatementSyntax
            or SwitchExpressionSyntax or CommonForEachStatementSyntax or AnonymousFunctionExpressionSyntax);

    /// <summary>What a token calls <c>sub</c> is read by its long name.</summary>
    private static string Known(string type) => type switch
    {
        "sub" or "nameid" => "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier",
        "email" => "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        "unique_name" => "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name",
        _ => type,
    };
}
