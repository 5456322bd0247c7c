using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace AuthScope;

/// <summary>Policies that compare what a caller may do, and claims whose presence is the point.</summary>
public static class Policies
{
    public static void AddPolicies(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .AddPolicy("member", policy => policy
            .RequireClaim("sub")
            .RequireAssertion(context => context.User.HasScope("berths.book")))
        .AddPolicy("office", policy => policy.RequireClaim("office", "north", "south"))
        .AddPolicy("master", policy => policy.RequireClaim("scope").RequireAssertion(IsMaster))
        .AddPolicy("AnyScope", policy => policy.RequireClaim("scope"));

    private static bool IsMaster(AuthorizationHandlerContext context) =>
        context.User.FindAll("scope").Any(claim => claim.Value.Split(' ').Contains("harbour.manage"));
}
