using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Parcels;

public static class DepotEndpoints
{
    private const string Policy = "depots";

    public static void MapDepots(this IEndpointRouteBuilder routes)
    {
        var depots = routes.ForOperations("/depots");

        depots.MapGet("/", (Depot depot) => depot.Bays);
        depots.MapPut("/{name}/bays", SetBays);
        depots.MapDelete(
            "/{name}", (string name, Depot depot) => depot.Close(name) ? Results.NoContent() : Results.NotFound());
    }

    private static IResult SetBays(string name, int bays, Depot depot)
    {
        if (bays is < 0 or > 400) return Results.BadRequest();

        depot.SetBays(name, bays);
        return Results.NoContent();
    }

    /// <summary>A group that only people of the operations department enter.</summary>
    private static RouteGroupBuilder ForOperations(this IEndpointRouteBuilder routes, string prefix) =>
        routes.MapGroup(prefix).RequireAuthorization(Policy).WithTags("operations");
}
