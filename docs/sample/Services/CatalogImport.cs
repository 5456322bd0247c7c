using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shop.Data;
using Shop.Models;

namespace Shop.Services;

/// <summary>Brings the supplier's catalog into the shop.</summary>
public class CatalogImport(ShopContext db, HttpClient supplier)
{
    public async Task<int> DownloadAsync(CancellationToken cancellationToken)
    {
        var json = await supplier.GetStringAsync("catalog.json", cancellationToken);
        var products = JsonSerializer.Deserialize<List<Product>>(json) ?? [];
        var known = await db.Products.Select(product => product.Name).ToListAsync(cancellationToken);

        foreach (var product in products)
        {
            if (!known.Contains(product.Name))
            {
                db.Products.Add(product);
            }
        }

        return await db.SaveChangesAsync(cancellationToken);
    }

    public static int CountRows(string path)
    {
        var rows = 0;
        foreach (var line in File.ReadAllLines(path))
        {
            if (line.Length > 0) rows++;
        }

        return rows;
    }
}
