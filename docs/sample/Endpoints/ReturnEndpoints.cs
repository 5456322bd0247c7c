using System.Security.Claims;
using Shop.Services;

namespace Shop.Endpoints;

public record ReturnRequest(int OrderId, string Reason);

public static class ReturnEndpoints
{
    public static void MapReturns(this IEndpointRouteBuilder app)
    {
        var returns = app.MapGroup("/returns");

        returns.MapPost("/", async (HttpContext context, ReturnRequest request, ReturnService service) =>
        {
            if (!context.Request.Headers.ContainsKey("Authorization"))
            {
                return Results.Unauthorized();
            }

            await service.OpenAsync(request.OrderId, request.Reason);
            return Results.Accepted();
        });

        returns.MapPost("/{orderId:int}/approval", async (int orderId, ClaimsPrincipal user, ReturnService service) =>
        {
            var scope = user.FindFirst("scope")?.Value ?? "";
            if (!scope.Contains("returns"))
            {
                return Results.Forbid();
            }

            await service.ApproveAsync(orderId);
            return Results.NoContent();
        });

        returns.MapDelete("/{orderId:int}", async (int orderId, ReturnService service) =>
        {
            await service.WithdrawAsync(orderId);
            return Results.NoContent();
        });
    }
}
