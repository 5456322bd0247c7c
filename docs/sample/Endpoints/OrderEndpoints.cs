using Shop.Models;
using Shop.Services;

namespace Shop.Endpoints;

public static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder app)
    {
        var orders = app.MapGroup("/orders");

        orders.MapPost("/", async (string customerId, Cart cart, CheckoutService checkout, CancellationToken cancellationToken) =>
        {
            var order = await checkout.PlaceOrderAsync(customerId, cart, cancellationToken);
            return Results.Created($"/orders/{order.Id}", order);
        });

        orders.MapPost("/{id:int}/refunds", async (int id, string amount, RefundService refunds, CancellationToken cancellationToken) =>
            Results.Ok(await refunds.RefundAsync(id, amount, cancellationToken)));

        orders.MapGet("/report", async (DateOnly day, SalesReport report, CancellationToken cancellationToken) =>
        {
            var (count, revenue) = await report.ForDayAsync(day, cancellationToken);
            return Results.Ok(new { day, count, revenue });
        });
    }
}
