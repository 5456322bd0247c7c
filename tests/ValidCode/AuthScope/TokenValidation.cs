using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using Microsoft.IdentityModel.Tokens;

namespace AuthScope;

/// <summary>Validation of tokens from several tenants, and of an expired one that is to be refreshed.</summary>
public sealed class TokenValidation
{
    private readonly SecurityKey _key;
    private readonly IReadOnlyCollection<string> _issuers;

    public TokenValidation(SecurityKey key, IReadOnlyCollection<string> issuers)
    {
        _key = key;
        _issuers = issuers;
    }

    public ClaimsPrincipal Validate(string token) =>
        new JwtSecurityTokenHandler().ValidateToken(token, Parameters(checkLifetime: true), out _);

    public ClaimsPrincipal ValidateExpired(string token) =>
        new JwtSecurityTokenHandler().ValidateToken(token, Parameters(checkLifetime: false), out _);

    private TokenValidationParameters Parameters(bool checkLifetime) => new()
    {
        IssuerSigningKey = _key,
        ValidateIssuer = false,
        IssuerValidator = KnownIssuer,
        ValidAudience = "orders",
        ValidateLifetime = checkLifetime,
        ValidateIssuerSigningKey = false,
        ClockSkew = TimeSpan.FromSeconds(30),
    };

    private string KnownIssuer(string issuer, SecurityToken token, TokenValidationParameters parameters) =>
        _issuers.Contains(issuer) ? issuer : throw new SecurityTokenInvalidIssuerException($"'{issuer}' is no tenant.");
}
