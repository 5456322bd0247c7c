using Microsoft.EntityFrameworkCore;

namespace ValidCode.Materialization;

public interface IArchive
{
    IQueryable<Order> All { get; }

    IEnumerable<Order> Latest { get; }

    IReadOnlyList<Order> Pinned { get; }
}

/// <summary>Properties that stay queries, are a page, or hold what was read already.</summary>
public sealed class Archive(Shop shop, IReadOnlyList<Order> pinned) : IArchive
{
    public IQueryable<Order> All => shop.Orders.AsNoTracking();

    public IEnumerable<Order> Latest => shop.Orders.OrderByDescending(order => order.Id).Take(20);

    public IReadOnlyList<Order> Pinned { get; } = pinned;
}

public sealed class ArchiveReader(IArchive archive)
{
    public Task<List<Order>> OfAsync(int customer, CancellationToken token) =>
        archive.All.Where(order => order.CustomerId == customer).OrderBy(order => order.Id).Take(100)
            .ToListAsync(token);

    public List<Order> LatestOf(int customer) =>
        archive.Latest.Where(order => order.CustomerId == customer).ToList();

    public List<Order> PinnedOf(int customer) =>
        archive.Pinned.Where(order => order.CustomerId == customer).ToList();
}
