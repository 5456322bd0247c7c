using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace ValidCode.Disclosure;

public sealed record SignIn(string User, string Password);

public sealed class SignInLog(ILogger<SignInLog> logger, IConfiguration configuration)
{
    public void Write(SignIn request, string apiKey, string? refreshToken, CancellationToken cancellationToken)
    {
        logger.LogInformation(
            "{User} signs in with a password of {Length} characters", request.User, request.Password.Length);
        logger.LogDebug(
            "The key ends in {Suffix}, a refresh token is there: {HasToken}", apiKey[^4..], refreshToken is not null);
        logger.LogDebug("Key {Fingerprint}", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(apiKey)))[..8]);
        logger.LogDebug(
            "Issuer {Issuer}, {Token}, cancelled: {Cancelled}",
            configuration["Jwt:Issuer"],
            Mask(apiKey),
            cancellationToken.IsCancellationRequested);
    }

    private static string Mask(string text) => text.Length < 8 ? "***" : text[..2] + "***";
}
