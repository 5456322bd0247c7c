using Microsoft.EntityFrameworkCore;
using Shop.Data;
using Shop.Models;

namespace Shop.Endpoints;

public static class ProductEndpoints
{
    public static void MapProducts(this IEndpointRouteBuilder app)
    {
        var products = app.MapGroup("/products");

        products.MapGet("/", (ShopContext db, CancellationToken cancellationToken) =>
            db.Products.OrderBy(product => product.Name).Take(50).ToListAsync(cancellationToken));

        products.MapGet("/{id:int}", async (int id, ShopContext db, CancellationToken cancellationToken) =>
            await db.Products.SingleOrDefaultAsync(product => product.Id == id, cancellationToken) is { } product
                ? Results.Ok(product)
                : Results.NotFound());

        products.MapPut("/{id:int}/price", async (int id, double newPrice, ShopContext db, CancellationToken cancellationToken) =>
        {
            var updated = await db.Products
                .Where(product => product.Id == id)
                .ExecuteUpdateAsync(update => update.SetProperty(product => product.Price, newPrice), cancellationToken);
            return updated == 0 ? Results.NotFound() : Results.NoContent();
        });
    }
}
