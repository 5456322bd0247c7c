using Microsoft.EntityFrameworkCore;
using Shop.Data;
using Shop.Models;

namespace Shop.Services;

/// <summary>Exports and clears what is older than the books need.</summary>
public class OrderArchive(ShopContext db)
{
    public async Task<int> CountUnpaidAsync(CancellationToken cancellationToken)
    {
        var orders = await db.Orders.ToListAsync(cancellationToken);
        return orders.Count(order => order.PaidAmount == 0m);
    }

    public async Task<string> ExportAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var csv = "OrderId;ProductName;Quantity\n";
        var orders = await db.Orders.Include(order => order.Lines).Where(order => order.PlacedAt < before).ToListAsync(cancellationToken);

        foreach (var line in orders.SelectMany(order => order.Lines))
        {
            var product = await db.Products.SingleAsync(product => product.Id == line.ProductId, cancellationToken);
            csv += $"{line.Id};{product.Name};{line.Quantity}\n";
        }

        return csv;
    }

    public async Task ClearAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var old = await db.Orders.Where(order => order.PlacedAt < before).ToListAsync(cancellationToken);
        db.Orders.RemoveRange(old);
        await db.SaveChangesAsync(cancellationToken);
    }
}
