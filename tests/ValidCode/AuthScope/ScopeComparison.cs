using System.Security.Claims;

namespace AuthScope;

/// <summary>Scopes, roles and permissions compared as whole values.</summary>
public static class ScopeComparison
{
    private static readonly HashSet<string> Staff = new(StringComparer.Ordinal) { "clerk", "manager" };

    public static bool HasScope(this ClaimsPrincipal user, string scope) =>
        user.FindAll("scope").SelectMany(claim => claim.Value.Split(' ')).Contains(scope, StringComparer.Ordinal);

    public static bool IsStaff(this ClaimsPrincipal user) =>
        user.FindAll(ClaimTypes.Role).Any(claim => Staff.Contains(claim.Value));

    /// <summary>A permission such as <c>orders:*</c> covers all that begin like it.</summary>
    public static bool Covers(this IEnumerable<string> permissions, string wanted) => permissions.Any(permission =>
        permission == wanted
        || (permission.EndsWith(":*") && wanted.StartsWith(permission.TrimEnd('*'), StringComparison.Ordinal)));

    public static string Resource(string permission) =>
        permission.IndexOf(':') is > 0 and var colon ? permission.Substring(0, colon) : permission;
}
