using Microsoft.EntityFrameworkCore;

namespace ValidCode.Materialization;

/// <summary>Queries that ask the database for what is needed, and lists that are right as they are.</summary>
public sealed class Queries(Shop shop)
{
    public Task<List<Order>> UnpaidAsync(CancellationToken token) =>
        shop.Orders.Where(order => !order.Paid).OrderBy(order => order.Id).Take(100).ToListAsync(token);

    public Task<int> CountPaidAsync(CancellationToken token) => shop.Orders.CountAsync(order => order.Paid, token);

    public Task<bool> HasUnpaidAsync(CancellationToken token) => shop.Orders.AnyAsync(order => !order.Paid, token);

    /// <summary>The page is bounded; what follows works on fifty rows.</summary>
    public async Task<List<string>> PageAsync(int page, CancellationToken token)
    {
        var rows = await shop.Orders.OrderBy(order => order.Id).Skip(page * 50).Take(50).ToListAsync(token);
        return rows.Where(row => row.IsLarge).Select(row => Describe(row)).ToList();
    }

    /// <summary>A list that is counted and then enumerated is not for nothing.</summary>
    public async Task PrintAsync(CancellationToken token)
    {
        var orders = await shop.Orders.Where(order => order.Paid).ToListAsync(token);
        Console.WriteLine($"{orders.Count} orders");
        foreach (var order in orders) Console.WriteLine(order.Reference);
    }

    /// <summary>The filter is a method of this program: no database knows it.</summary>
    public async Task<List<Order>> OddOnesAsync(DateTime since, CancellationToken token) =>
        (await shop.Orders.Where(order => order.PlacedAt >= since).ToListAsync(token)).Where(LooksOdd).ToList();

    /// <summary>Half of the databases know no time between two dates.</summary>
    public async Task<List<Order>> StaleAsync(DateTime since, CancellationToken token) =>
        (await shop.Orders.Where(order => order.PlacedAt >= since).ToListAsync(token))
            .Where(order => (DateTime.UtcNow - order.PlacedAt).TotalDays > 30)
            .ToList();

    /// <summary>AddRange cannot wait for rows.</summary>
    public async Task<List<Order>> OfBothYearsAsync(CancellationToken token)
    {
        var orders = new List<Order>();
        orders.AddRange(await shop.Orders.Where(order => order.PlacedAt.Year == 2024).ToListAsync(token));
        orders.AddRange(await shop.Orders.Where(order => order.PlacedAt.Year == 2025).ToListAsync(token));
        return orders;
    }

    public IEnumerable<string> Labels(DateTime since) =>
        shop.Orders.Where(order => order.PlacedAt >= since).AsEnumerable().Select(order => Describe(order));

    /// <summary>The body uses the same context, so the rows are read to the end first.</summary>
    public async Task RenumberAsync(CancellationToken token)
    {
        foreach (var order in await shop.Orders.Where(order => order.Reference == "").ToListAsync(token))
        {
            order.Reference = $"O-{order.Id}-{order.PlacedAt:yyyy}";
            await shop.SaveChangesAsync(token);
        }
    }

    /// <summary>One query for all customers instead of one per order.</summary>
    public async Task<Dictionary<int, string>> NamesAsync(IReadOnlyCollection<Order> orders, CancellationToken token)
    {
        var ids = orders.Select(order => order.CustomerId).Distinct().ToList();
        return await shop.Customers.Where(customer => ids.Contains(customer.Id))
            .ToDictionaryAsync(customer => customer.Id, customer => customer.Name, token);
    }

    public async Task ArchiveAsync(IEnumerable<int> ids, CancellationToken token)
    {
        foreach (var chunk in ids.Chunk(500))
        {
            var orders = await shop.Orders.Where(order => chunk.Contains(order.Id)).ToListAsync(token);
            shop.Orders.RemoveRange(orders);
            foreach (var order in orders) Console.WriteLine(Describe(order));
            await shop.SaveChangesAsync(token);
        }
    }

    /// <summary>Pages until there are none left: a query per page, not per element.</summary>
    public async IAsyncEnumerable<Order> AllAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        for (var after = 0; ;)
        {
            var last = after;
            var page = await shop.Orders.Where(order => order.Id > last).OrderBy(order => order.Id).Take(500)
                .ToListAsync(token);
            if (page.Count == 0) yield break;
            foreach (var order in page) yield return order;
            after = page[^1].Id;
        }
    }

    public Task<int> ForgetAsync(DateTime before, CancellationToken token) =>
        shop.Orders.Where(order => order.PlacedAt < before).ExecuteDeleteAsync(token);

    private static bool LooksOdd(Order order) => order.Total % 1 != 0;

    private static string Describe(Order order) => $"{order.Reference}: {order.Total}";
}

public sealed class AuditedDeletion(AuditedShop shop)
{
    /// <summary>The context writes an audit row per deleted order: ExecuteDelete would skip that.</summary>
    public async Task ForgetAsync(DateTime before, CancellationToken token)
    {
        var old = await shop.Orders.Where(order => order.PlacedAt < before).ToListAsync(token);
        shop.Orders.RemoveRange(old);
        await shop.SaveChangesAsync(token);
    }
}
