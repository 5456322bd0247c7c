using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Governance.Zoning;

/// <summary>Code that signs people in, keeps secrets or takes money, by the types that it names.</summary>
internal static class RiskyCode
{
    /// <summary>What a file imports, what it names then, and what it is about.</summary>
    private static readonly ImmutableArray<(string Import, ImmutableHashSet<string> Types, string Work)> Signs =
        ImmutableArray.Create(
            Sign(
                "Microsoft.AspNetCore.Identity",
                "SignInManager PasswordHasher IPasswordHasher IUserStore IUserTwoFactorTokenProvider",
                "signs people in"),
            Sign(
                "Microsoft.AspNetCore.Authentication",
                "AuthenticationHandler IAuthenticationHandler AuthenticateResult IClaimsTransformation",
                "signs people in"),
            Sign(
                "Microsoft.IdentityModel.Tokens",
                "TokenValidationParameters SigningCredentials SymmetricSecurityKey RsaSecurityKey",
                "issues or checks tokens"),
            Sign(
                "System.IdentityModel.Tokens.Jwt",
                "JwtSecurityTokenHandler JwtSecurityToken",
                "issues or checks tokens"),
            Sign(
                "System.Security.Cryptography",
                "Aes AesGcm RSA ECDsa Rfc2898DeriveBytes HMACSHA256 HMACSHA512 ProtectedData RandomNumberGenerator",
                "keeps or makes secrets"),
            Sign(
                "Microsoft.AspNetCore.DataProtection",
                "IDataProtector IDataProtectionProvider",
                "keeps or makes secrets"),
            Sign(
                "Stripe",
                "PaymentIntentService ChargeService RefundService CustomerService SessionService EventUtility",
                "takes money"),
            Sign("Stripe.Checkout", "SessionService SessionCreateOptions", "takes money"),
            Sign("Braintree", "BraintreeGateway IBraintreeGateway TransactionRequest", "takes money"));

    /// <summary>The first name in a file that tells what its code is about; null where none does.</summary>
    public static (SimpleNameSyntax Name, string Work)? In(SyntaxNode root)
    {
        var imports = root
            .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
            .Select(static import => import.Name?.ToString())
            .ToList();
        var signs = Signs.Where(sign => imports.Contains(sign.Import)).ToList();
        if (signs.Count == 0) return null;

        foreach (var name in root.DescendantNodes(static node => node is not UsingDirectiveSyntax)
            .OfType<SimpleNameSyntax>())
            foreach (var sign in signs)
                if (sign.Types.Contains(name.Identifier.ValueText)) return (name, sign.Work);
        return null;
    }

    private static (string, ImmutableHashSet<string>, string) Sign(string import, string types, string work) =>
        (import, WordSet.Of(types), work);
}
