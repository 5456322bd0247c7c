using Microsoft.EntityFrameworkCore;

namespace ValidCode.Materialization;

public sealed class Order
{
    public int Id { get; set; }
    public int CustomerId { get; set; }
    public Customer? Customer { get; set; }
    public string Reference { get; set; } = "";
    public bool Paid { get; set; }
    public decimal Total { get; set; }
    public DateTime PlacedAt { get; set; }
    public List<Line> Lines { get; set; } = [];
    public bool IsLarge => Total > 1_000m;
}

public sealed class Line
{
    public int Id { get; set; }
    public int OrderId { get; set; }
    public string Sku { get; set; } = "";
    public int Quantity { get; set; }
}

public sealed class Customer
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public List<Order> Orders { get; set; } = [];
}

public sealed class Shop(DbContextOptions<Shop> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<Line> Lines => Set<Line>();
    public DbSet<Customer> Customers => Set<Customer>();
}

/// <summary>A context that writes an audit trail when it saves: rows must be loaded for it.</summary>
public sealed class AuditedShop(DbContextOptions<AuditedShop> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        AuditAll();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default)
    {
        AuditAll();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private void AuditAll()
    {
        foreach (var entry in ChangeTracker.Entries().ToList()) Audit(entry.Entity);
    }

    private static void Audit(object entity) => Console.WriteLine(entity);
}
