using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Governance.Zoning;

/// <summary>What is of a high risk by the types that it uses: what a file imports, and what it names then.</summary>
/// <param name="Import">The namespace.</param>
/// <param name="Names">Types of it, and methods that extend others.</param>
/// <param name="Work">What code with them does.</param>
internal sealed record RiskSign(string Import, ImmutableHashSet<string> Names, string Work);

/// <summary>The signs that are known.</summary>
internal static class RiskSigns
{
    private const string SignsIn = "signs people in";
    private const string Decides = "decides who may do what";
    private const string Tokens = "issues or checks tokens";
    private const string Sessions = "keeps sessions";
    private const string Secrets = "keeps or makes secrets";
    private const string Money = "takes money";

    /// <summary>By the namespace that a file imports.</summary>
    public static ILookup<string, RiskSign> ByImport { get; } =
        Access().Concat(Secrecy()).Concat(Payment()).ToLookup(static sign => sign.Import, StringComparer.Ordinal);

    /// <summary>Every name of every sign: most names in code are none of them.</summary>
    public static ImmutableHashSet<string> Names { get; } =
        ByImport.SelectMany(static signs => signs).SelectMany(static sign => sign.Names).ToImmutableHashSet();

    private static IEnumerable<RiskSign> Access()
    {
        yield return Sign(
            "Microsoft.AspNetCore.Identity",
            SignsIn,
            "SignInManager PasswordHasher IPasswordHasher IPasswordValidator IUserStore IUserPasswordStore",
            "IUserTwoFactorTokenProvider");
        yield return Sign(
            "Microsoft.AspNetCore.Authentication",
            SignsIn,
            "AuthenticationHandler RemoteAuthenticationHandler IAuthenticationHandler AuthenticateResult",
            "IClaimsTransformation SignInAsync");
        yield return Sign("Fido2NetLib", SignsIn, "Fido2 IFido2");
        yield return Sign("OtpNet", SignsIn, "Totp Hotp");
        yield return Sign(
            "Microsoft.AspNetCore.Authorization",
            Decides,
            "AuthorizationHandler IAuthorizationHandler IAuthorizationPolicyProvider",
            "IAuthorizationMiddlewareResultHandler");
        yield return Sign(
            "Microsoft.IdentityModel.Tokens",
            Tokens,
            "TokenValidationParameters SecurityTokenDescriptor ISecurityTokenValidator TokenHandler SigningCredentials",
            "SymmetricSecurityKey RsaSecurityKey ECDsaSecurityKey X509SecurityKey JsonWebKey");
        yield return Sign("Microsoft.IdentityModel.JsonWebTokens", Tokens, "JsonWebTokenHandler JsonWebToken");
        yield return Sign("System.IdentityModel.Tokens.Jwt", Tokens, "JwtSecurityTokenHandler JwtSecurityToken");
        yield return Sign("Microsoft.AspNetCore.Authentication.JwtBearer", Tokens, "JwtBearerEvents");
        yield return Sign("Microsoft.AspNetCore.Authentication.OpenIdConnect", Tokens, "OpenIdConnectEvents");
        yield return Sign("Duende.IdentityServer.Services", Tokens, "IProfileService ITokenService");
        yield return Sign("Duende.IdentityServer.Validation", Tokens, "IResourceOwnerPasswordValidator");
        yield return Sign("OpenIddict.Abstractions", Tokens, "OpenIddictRequest IOpenIddictApplicationManager");
        yield return Sign("Microsoft.AspNetCore.Http", Sessions, "ISession");
        yield return Sign("Microsoft.AspNetCore.Session", Sessions, "ISessionStore DistributedSession");
        yield return Sign(
            "Microsoft.AspNetCore.Authentication.Cookies", Sessions, "ITicketStore CookieAuthenticationEvents");
    }

    private static IEnumerable<RiskSign> Secrecy()
    {
        yield return Sign(
            "System.Security.Cryptography",
            Secrets,
            "Aes AesManaged AesGcm AesCcm AesCryptoServiceProvider ChaCha20Poly1305 TripleDES DES RijndaelManaged",
            "SymmetricAlgorithm CryptoStream RSA RSACryptoServiceProvider DSA ECDsa ECDiffieHellman MLKem MLDsa",
            "HMACMD5 HMACSHA1 HMACSHA256 HMACSHA384 HMACSHA512 HKDF Rfc2898DeriveBytes CryptographicOperations",
            "ProtectedData RandomNumberGenerator RNGCryptoServiceProvider");
        yield return Sign("System.Security.Cryptography.X509Certificates", Secrets, "CertificateRequest");
        yield return Sign(
            "Microsoft.AspNetCore.DataProtection",
            Secrets,
            "IDataProtector ITimeLimitedDataProtector IDataProtectionProvider");
        yield return Sign("BCrypt.Net", Secrets, "BCrypt");
        yield return Sign("Konscious.Security.Cryptography", Secrets, "Argon2id Argon2i Argon2d");
        yield return Sign("Isopoh.Cryptography.Argon2", Secrets, "Argon2");
        yield return Sign("Sodium", Secrets, "PasswordHash SecretBox PublicKeyBox");
        yield return Sign("Azure.Security.KeyVault.Secrets", Secrets, "SecretClient");
        yield return Sign("Azure.Security.KeyVault.Keys", Secrets, "KeyClient");
        yield return Sign("Azure.Security.KeyVault.Keys.Cryptography", Secrets, "CryptographyClient");
        yield return Sign("Amazon.KeyManagementService", Secrets, "IAmazonKeyManagementService");
        yield return Sign("Amazon.SecretsManager", Secrets, "IAmazonSecretsManager");
    }

    private static IEnumerable<RiskSign> Payment()
    {
        yield return Sign(
            "Stripe",
            Money,
            "PaymentIntentService SetupIntentService PaymentMethodService ChargeService RefundService PayoutService",
            "TransferService CustomerService SubscriptionService InvoiceService SessionService EventUtility",
            "StripeClient IStripeClient");
        yield return Sign("Stripe.Checkout", Money, "SessionService SessionCreateOptions");
        yield return Sign("Braintree", Money, "BraintreeGateway IBraintreeGateway TransactionRequest");
        yield return Sign("Adyen.Service.Checkout", Money, "PaymentsService IPaymentsService ModificationsService");
        yield return Sign("Mollie.Api.Client", Money, "PaymentClient RefundClient OrderClient");
        yield return Sign("Mollie.Api.Client.Abstract", Money, "IPaymentClient IRefundClient IOrderClient");
        yield return Sign("PayPalCheckoutSdk.Orders", Money, "OrdersCreateRequest OrdersCaptureRequest");
        yield return Sign("PayPalCheckoutSdk.Payments", Money, "CapturesRefundRequest");
        yield return Sign("Razorpay.Api", Money, "RazorpayClient");
        yield return Sign("Square", Money, "SquareClient ISquareClient");
    }

    private static RiskSign Sign(string import, string work, params string[] names) =>
        new(import, WordSet.Of(names), work);
}
