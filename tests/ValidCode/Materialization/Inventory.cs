using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace ValidCode.Materialization;

public sealed record Stock(string Sku, int Available, int Reserved);

/// <summary>Work on lists that are there anyway, and on what is shared with others.</summary>
public sealed class Inventory(Shop shop, HttpClient client)
{
    private readonly List<Stock> _stock = [];
    private readonly Dictionary<string, List<Action<Stock>>> _listeners = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private List<string> _recent = [];

    /// <summary>A copy under the lock, used outside of it.</summary>
    public void Publish(Stock changed)
    {
        List<Action<Stock>> listeners;
        lock (_gate) listeners = _listeners.TryGetValue(changed.Sku, out var known) ? known.ToList() : [];
        foreach (var listener in listeners) listener(changed);
    }

    /// <summary>Listeners may remove themselves while they are called.</summary>
    public void Complete(string sku)
    {
        foreach (var listener in _listeners[sku].ToArray()) listener(new Stock(sku, 0, 0));
    }

    public void RemoveEmpty()
    {
        foreach (var sku in _listeners.Where(entry => entry.Value.Count == 0).Select(entry => entry.Key).ToList())
            _listeners.Remove(sku);
    }

    public IReadOnlyList<Stock> Low(int limit)
    {
        lock (_gate) return _stock.Where(stock => stock.Available < limit).OrderBy(stock => stock.Available).ToList();
    }

    /// <summary>The last few are kept: the list never grows beyond them.</summary>
    public void Remember(string sku)
    {
        _recent.Insert(0, sku);
        if (_recent.Count > 10) _recent.RemoveAt(_recent.Count - 1);
    }

    public string Summary()
    {
        var low = _stock.Where(stock => stock.Available == 0).ToList();
        return low.Count == 0 ? "all there" : $"{low.Count} missing, first {low[0].Sku}";
    }

    /// <summary>Two passes over the same rows.</summary>
    public async Task<(int Count, decimal Average)> TotalsAsync(int customer, CancellationToken token)
    {
        var orders = await shop.Orders.Where(order => order.CustomerId == customer).ToListAsync(token);
        var paid = orders.Where(order => order.Paid).ToList();
        return (orders.Count, paid.Count == 0 ? 0 : paid.Average(order => order.Total));
    }

    /// <summary>Retried a few times, each with the same request.</summary>
    public async Task<string> FetchAsync(Uri address, CancellationToken token)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await client.GetStringAsync(address, token);
            }
            catch (HttpRequestException) when (attempt < 3)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), token);
            }
        }
    }

    /// <summary>Tracked rows are changed one by one, each to a value of its own.</summary>
    public async Task ReserveAsync(IReadOnlyDictionary<int, int> quantities, CancellationToken token)
    {
        var lines = await shop.Lines.Where(line => quantities.Keys.Contains(line.OrderId)).ToListAsync(token);
        foreach (var line in lines) line.Quantity = quantities[line.OrderId];
        await shop.SaveChangesAsync(token);
    }

    public async Task<Stock?> CheapestAsync(IAsyncEnumerable<Stock> offers, CancellationToken token)
    {
        Stock? best = null;
        await foreach (var offer in offers.WithCancellation(token))
            if (best is null || offer.Reserved < best.Reserved) best = offer;
        return best;
    }

    public ILookup<string, Line> BySku(IEnumerable<Line> lines) => lines.ToLookup(line => line.Sku);

    /// <summary>An index that several questions are asked of.</summary>
    public async Task<List<string>> NamesAsync(IEnumerable<Order> orders, CancellationToken token)
    {
        var byId = await shop.Customers.ToDictionaryAsync(customer => customer.Id, token);
        return orders.Select(order => byId.TryGetValue(order.CustomerId, out var customer) ? customer.Name : "?")
            .ToList();
    }

    /// <summary>A matrix: each pair is looked at because each pair matters.</summary>
    public static int Conflicts(List<(DateTime From, DateTime To)> bookings)
    {
        var conflicts = 0;
        for (var i = 0; i < bookings.Count; i++)
            for (var j = i + 1; j < bookings.Count; j++)
                if (bookings[i].From < bookings[j].To && bookings[j].From < bookings[i].To) conflicts++;
        return conflicts;
    }
}

/// <summary>Takes work off a queue, one at a time.</summary>
public sealed class Restocking(Shop shop, ConcurrentQueue<int> work) : BackgroundService
{
    private readonly Dictionary<string, DateTime> _lastRun = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            while (work.TryDequeue(out var id))
                if (await shop.Orders.FindAsync([id], stoppingToken) is { } order)
                    order.Paid = true;
            await shop.SaveChangesAsync(stoppingToken);
            _lastRun["restocking"] = DateTime.UtcNow;
            await Task.Delay(1000, stoppingToken);
        }
    }
}

/// <summary>What was computed is kept for as long as somebody asks for it, and not longer.</summary>
public static class Prices
{
    private static readonly ConcurrentDictionary<string, (decimal Price, DateTime At)> Known =
        new(StringComparer.Ordinal);

    public static decimal Get(string sku, Func<string, decimal> compute)
    {
        foreach (var old in Known.Where(entry => entry.Value.At < DateTime.UtcNow.AddMinutes(-5)))
            Known.TryRemove(old.Key, out _);
        return Known.GetOrAdd(sku, key => (compute(key), DateTime.UtcNow)).Price;
    }
}
