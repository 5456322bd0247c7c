using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Parcels;

/// <summary>Endpoints for dispatchers; whoever maps them decides what they demand.</summary>
public static class DriverEndpoints
{
    public static RouteGroupBuilder MapDrivers(this RouteGroupBuilder group)
    {
        group.MapGet("/", (Depot depot) => depot.Drivers);
        group.MapPost("/", Hire);
        group.MapPut("/{id}/area", Assign);
        group.MapDelete(
            "/{id}", (string id, Depot depot) => depot.Dismiss(id) ? Results.NoContent() : Results.NotFound());
        return group;
    }

    private static IResult Hire(Driver driver, Depot depot) =>
        Results.Created($"/drivers/{driver.Id}", depot.Hire(driver));

    private static IResult Assign(string id, string area, Depot depot) =>
        depot.Assign(id, area) ? Results.NoContent() : Results.NotFound();
}
