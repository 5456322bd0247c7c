using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using Microsoft.IdentityModel.Tokens;

namespace AuthScope;

/// <summary>A client that looks when its token ends, and a service that validates before it believes.</summary>
public sealed class TokenReading
{
    private readonly TokenValidationParameters _parameters;

    public TokenReading(TokenValidationParameters parameters) => _parameters = parameters;

    public bool MustRefresh(string token) =>
        new JwtSecurityTokenHandler().ReadJwtToken(token).ValidTo < DateTime.UtcNow.AddMinutes(2);

    public string? KeyOf(string token) => new JwtSecurityTokenHandler().ReadJwtToken(token).Header.Kid;

    public string? UserOf(string token)
    {
        var handler = new JwtSecurityTokenHandler();
        if (!handler.CanReadToken(token)) return null;

        return handler.ValidateToken(token, _parameters, out _).FindFirst(ClaimTypes.NameIdentifier)?.Value;
    }
}
