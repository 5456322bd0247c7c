using Microsoft.EntityFrameworkCore;

namespace ValidCode.Materialization;

/// <summary>Pages whose order ends in a key, and loops that look at every row they are given.</summary>
public sealed class Leafing(Shop shop)
{
    public Task<List<Order>> PageAsync(int page, CancellationToken token) =>
        shop.Orders.OrderBy(order => order.Reference)
            .ThenBy(order => order.Id)
            .Skip(page * 50)
            .Take(50)
            .ToListAsync(token);

    public Task<List<Order>> BetweenAsync(DateTime from, DateTime to, CancellationToken token) =>
        shop.Orders.Where(order => order.PlacedAt >= from && order.PlacedAt < to).ToListAsync(token);

    public async Task<int> CountSinceAsync(DateTime from, CancellationToken token)
    {
        var lines = 0;
        foreach (var order in await BetweenAsync(from, DateTime.MaxValue, token))
            if (order.Paid) lines++;
            else lines += 2;
        return lines;
    }
}
