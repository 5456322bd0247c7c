using Microsoft.EntityFrameworkCore;

namespace ValidCode.Materialization;

public interface IShelves
{
    Task<List<Order>> OfAsync(int customer, CancellationToken token);

    Task<List<Order>> AllAsync(CancellationToken token);

    Task<Order?> GetAsync(int id, CancellationToken token);

    Task<Dictionary<int, Order>> GetManyAsync(IReadOnlyCollection<int> ids, CancellationToken token);
}

public sealed class Shelves(Shop shop) : IShelves
{
    public Task<List<Order>> OfAsync(int customer, CancellationToken token) =>
        shop.Orders.Where(order => order.CustomerId == customer).Take(100).ToListAsync(token);

    public Task<List<Order>> AllAsync(CancellationToken token) =>
        shop.Orders.Where(order => !order.Paid).ToListAsync(token);

    public Task<Order?> GetAsync(int id, CancellationToken token) =>
        shop.Orders.FirstOrDefaultAsync(order => order.Id == id, token);

    public Task<Dictionary<int, Order>> GetManyAsync(IReadOnlyCollection<int> ids, CancellationToken token) =>
        shop.Orders.Where(order => ids.Contains(order.Id)).ToDictionaryAsync(order => order.Id, token);
}

/// <summary>Callers of a repository that ask once, and use what they get.</summary>
public sealed class Readers(IShelves shelves)
{
    public async Task<List<Order>> PaidAsync(int customer, CancellationToken token) =>
        (await shelves.OfAsync(customer, token)).Where(order => order.Paid).ToList();

    public async Task PrintAsync(CancellationToken token)
    {
        foreach (var order in await shelves.AllAsync(token)) Console.WriteLine(order.Reference);
    }

    public async Task<List<string>> NamesAsync(IReadOnlyCollection<int> ids, CancellationToken token)
    {
        var orders = await shelves.GetManyAsync(ids, token);
        return ids.Where(orders.ContainsKey).Select(id => orders[id].Reference).ToList();
    }

    public async Task<string> NameAsync(int id, CancellationToken token) =>
        (await shelves.GetAsync(id, token))?.Reference ?? "";
}
