using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Library;

/// <summary>What happens at the desk.</summary>
public static class DeskEndpoints
{
    public static IEndpointRouteBuilder MapFines(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/fines", (Stock stock) => stock.Fines).RequireAuthorization("cashier");
        routes.MapPost("/fines", (Fine fine, Stock stock) => stock.Charge(fine)).RequireAuthorization("cashier");
        routes.MapDelete("/fines/{member}", (string member, Stock stock) => stock.Waive(member))
            .RequireAuthorization("cashier");
        return routes;
    }

    public static IEndpointRouteBuilder MapMembers(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/members", (Member member, Stock stock) => stock.Enrol(member))
            .RequireAuthorization("librarian");
        routes.MapDelete("/members/{name}", (string name, Stock stock) => stock.Strike(name))
            .RequireAuthorization("librarian");
        return routes;
    }
}
