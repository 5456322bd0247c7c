using Microsoft.EntityFrameworkCore;

namespace ValidCode.Materialization;

/// <summary>
/// Queries composed, grouped and paged by the database; lists that a report walks through more than once.
/// </summary>
public sealed class Reports(Shop shop)
{
    private IQueryable<Order> Recent => shop.Orders.Where(order => order.PlacedAt > DateTime.UtcNow.AddDays(-30));

    private IQueryable<Order> Top(int count) => Recent.OrderByDescending(order => order.Total).Take(count);

    public Task<List<Order>> SearchAsync(int? customer, bool? paid, int page, CancellationToken token)
    {
        var query = shop.Orders.AsNoTracking();
        if (customer is { } id) query = query.Where(order => order.CustomerId == id);
        if (paid is { } isPaid) query = query.Where(order => order.Paid == isPaid);
        return query.OrderBy(order => order.Id).Skip(page * 20).Take(20).ToListAsync(token);
    }

    public async Task<decimal> LargestAsync(CancellationToken token) =>
        (await Top(10).ToListAsync(token)).Where(order => order.IsLarge).Sum(order => order.Total);

    public Task<Dictionary<int, decimal>> TotalsAsync(CancellationToken token) =>
        Recent.GroupBy(order => order.CustomerId)
            .Select(group => new { group.Key, Total = group.Sum(order => order.Total) })
            .ToDictionaryAsync(row => row.Key, row => row.Total, token);

    /// <summary>What no database can group by.</summary>
    public async Task<ILookup<string, Order>> ByWeekAsync(CancellationToken token) =>
        (await Recent.ToListAsync(token))
            .ToLookup(order =>
                System.Globalization.ISOWeek.GetWeekOfYear(order.PlacedAt).ToString(
                    System.Globalization.CultureInfo.InvariantCulture));

    public async Task<List<string>> RankedAsync(CancellationToken token)
    {
        var orders = await Recent.ToListAsync(token);
        orders.Sort((one, other) => Score(other).CompareTo(Score(one)));
        return orders.Take(3).Select(order => order.Reference).ToList();
    }

    public async Task<(List<Order> Paid, List<Order> Unpaid)> SplitAsync(CancellationToken token)
    {
        var orders = await Recent.ToListAsync(token);
        return (orders.Where(order => order.Paid).ToList(), orders.Where(order => !order.Paid).ToList());
    }

    public async Task<string> LineOfAsync(int id, CancellationToken token)
    {
        var order = await shop.Orders.Include(o => o.Lines).FirstAsync(o => o.Id == id, token);
        return string.Join(", ", order.Lines.Where(line => line.Quantity > 0).Select(line => line.Sku));
    }

    public async Task<bool> IsKnownAsync(string reference, CancellationToken token) =>
        await shop.Orders.AnyAsync(order => order.Reference == reference, token);

    /// <summary>Settings are few, and looked up by name all over.</summary>
    public static string Setting(IReadOnlyList<KeyValuePair<string, string>> settings, string name) =>
        settings.FirstOrDefault(setting => setting.Key == name).Value ?? "";

    /// <summary>The columns of a table are few.</summary>
    public static List<string> Missing(string[] columns)
    {
        string[] required = ["id", "name", "total"];
        return required.Where(name => !columns.Contains(name)).ToList();
    }

    public async Task<int> PayAsync(IReadOnlyCollection<int> ids, CancellationToken token)
    {
        var orders = await shop.Orders.Where(order => ids.Contains(order.Id)).ToListAsync(token);
        foreach (var order in orders)
        {
            order.Paid = true;
            await NotifyAsync(order, token);
        }

        return await shop.SaveChangesAsync(token);
    }

    public async Task<int> ForgetCustomerAsync(int id, CancellationToken token)
    {
        var customer = await shop.Customers.Include(c => c.Orders).FirstAsync(c => c.Id == id, token);
        shop.Orders.RemoveRange(customer.Orders);
        shop.Customers.Remove(customer);
        return await shop.SaveChangesAsync(token);
    }

    /// <summary>The view is needed: the rest is this program's own.</summary>
    public IEnumerable<string> Describe() => Recent.Select(order => new { order.Reference, order.Total })
        .AsEnumerable()
        .Select(row => Format(row.Reference, row.Total));

    public async IAsyncEnumerable<string> ExportAsync()
    {
        await foreach (var order in Recent.AsNoTracking().AsAsyncEnumerable())
            yield return Format(order.Reference, order.Total);
    }

    public async Task<List<Order>> SlowestAsync(CancellationToken token)
    {
        var orders = await Recent.ToListAsync(token);
        return orders.Where(order => Score(order) > 3).ToList();
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.OrderBy(value => value).ToList();
        return sorted.Count == 0 ? 0 : sorted[sorted.Count / 2];
    }

    private static int Score(Order order) => order.Lines.Count;

    private static string Format(string reference, decimal total) => $"{reference} {total:0.00}";

    private static Task NotifyAsync(Order order, CancellationToken token) =>
        Console.Out.WriteLineAsync(order.Reference.AsMemory(), token);
}
