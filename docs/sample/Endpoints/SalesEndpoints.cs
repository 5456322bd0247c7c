using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Shop.Data;
using Shop.Services;

namespace Shop.Endpoints;

public class RedeemVoucherRequest
{
    [Required]
    public int OrderId { get; set; }

    [Required]
    [StringLength(20)]
    public string Code { get; set; } = "";
}

public static class SalesEndpoints
{
    public static void MapSales(this IEndpointRouteBuilder app)
    {
        var sales = app.MapGroup("/sales");

        sales.MapGet("/latest", async (int count, ShopContext db, CancellationToken cancellationToken) =>
            await db.Orders.OrderByDescending(order => order.PlacedAt).Take(count).ToListAsync(cancellationToken));

        sales.MapGet("/{year:int}/{month:int}", async (int year, int month, ShopContext db, CancellationToken token) =>
        {
            var first = new DateTime(year, month, 1, 0, 0, 0, DateTimeKind.Utc);
            return await db.Orders.CountAsync(order => order.PlacedAt >= first, token);
        });

        sales.MapPost("/vouchers", (RedeemVoucherRequest request, VoucherService vouchers) =>
            vouchers.Redeem(request.OrderId, request.Code)).RequireAuthorization();
    }
}
