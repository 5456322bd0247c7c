using Dapper;
using Microsoft.EntityFrameworkCore;
using Shop.Data;
using Shop.Models;

namespace Shop.Endpoints;

public record ProductQuery(string? Name, string SortBy, int Page = 1);

public static class CatalogEndpoints
{
    private const string PictureFolder = "/var/shop/pictures";

    public static void MapCatalog(this IEndpointRouteBuilder app)
    {
        var catalog = app.MapGroup("/catalog");

        catalog.MapGet("/", async ([AsParameters] ProductQuery query, ShopContext db) =>
        {
            var sql = "SELECT id, name, price, stock FROM products WHERE stock > @minimum";
            if (query.Name is not null)
                sql += " AND name ILIKE @name";
            sql += $" ORDER BY {query.SortBy} LIMIT 50 OFFSET {(query.Page - 1) * 50}";
            return await db.Database.GetDbConnection().QueryAsync<Product>(sql, new { minimum = 0, name = $"%{query.Name}%" });
        });

        catalog.MapGet("/suppliers", async (string country, ShopContext db) =>
            await db.Database.GetDbConnection().QueryAsync($"SELECT id, name FROM suppliers WHERE country = '{country}'"));

        catalog.MapGet("/{id:int}/label", (int id, string title) =>
            Results.Content($"<html><body><h1>{title}</h1><p>Article {id}</p></body></html>", "text/html"));

        catalog.MapPost("/pictures", async (IFormFile picture, CancellationToken cancellationToken) =>
        {
            await using var file = File.Create(Path.Combine(PictureFolder, picture.FileName));
            await picture.CopyToAsync(file, cancellationToken);
            return Results.Created($"/pictures/{picture.FileName}", null);
        });

        catalog.MapGet("/out", (string target) => Results.Redirect(target));
    }
}
