using Microsoft.EntityFrameworkCore;

namespace ValidCode.EdgeCases;

/// <summary>A context whose usual ways to save do the work, in a program that takes no other.</summary>
public sealed class Journal(DbContextOptions<Journal> options) : DbContext(options)
{
    public override int SaveChanges()
    {
        Stamp();
        return base.SaveChanges();
    }

    public override Task<int> SaveChangesAsync(CancellationToken cancellationToken = default)
    {
        Stamp();
        return base.SaveChangesAsync(cancellationToken);
    }

    private void Stamp()
    {
        foreach (var entry in ChangeTracker.Entries<Entry>()) entry.Entity.SavedAt = DateTime.UtcNow;
    }
}
