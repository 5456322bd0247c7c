using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;

namespace Clinic;

public static class Policies
{
    public const string ManagePatients = "patients";
    public const string ManageAppointments = "appointments";
    public const string Prescribe = "prescribe";
    public const string EditDocument = "document";
    public const string ReceptionDesk = "reception";
}

/// <summary>Demands one scope of the access token.</summary>
public sealed class RequireScopeAttribute : AuthorizeAttribute
{
    public RequireScopeAttribute(string scope) => Policy = "scope:" + scope;
}

public sealed class DocumentAuthorRequirement : IAuthorizationRequirement
{
}

public sealed class DocumentAuthorHandler : AuthorizationHandler<DocumentAuthorRequirement, Document>
{
    protected override Task HandleRequirementAsync(
        AuthorizationHandlerContext context,
        DocumentAuthorRequirement requirement,
        Document document)
    {
        if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) == document.AuthorId
            || context.User.IsInRole("Archivist"))
            context.Succeed(requirement);

        return Task.CompletedTask;
    }
}

/// <summary>Whether a laboratory signed what it posts.</summary>
public sealed class SignatureCheck
{
    private readonly byte[] _key;

    public SignatureCheck(IConfiguration configuration) =>
        _key = Encoding.UTF8.GetBytes(configuration["Laboratory:Key"]!);

    public bool Matches(string payload, string? signature)
    {
        if (string.IsNullOrEmpty(signature)) return false;

        var expected = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(payload));
        return CryptographicOperations.FixedTimeEquals(expected, Convert.FromHexString(signature));
    }
}
