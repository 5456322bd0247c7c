using Microsoft.EntityFrameworkCore;

namespace ValidCode.EdgeCases;

/// <summary>A context whose every way to save goes through the two overloads that the others forward to.</summary>
public sealed class Register(DbContextOptions<Register> options) : DbContext(options)
{
    public DbSet<Entry> Entries => Set<Entry>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Stamp();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Stamp();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private void Stamp()
    {
        foreach (var entry in ChangeTracker.Entries<Entry>()) entry.Entity.SavedAt = DateTime.UtcNow;
    }
}

public sealed class Entry
{
    public int Id { get; set; }

    public DateTime SavedAt { get; set; }
}
