using Microsoft.EntityFrameworkCore;

namespace ValidCode.FakeWork;

public sealed class Mooring
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public bool IsClosed { get; set; }
}

public sealed class Visit
{
    public int Id { get; set; }
    public int MooringId { get; set; }
}

public sealed class Moorings(DbContextOptions<Moorings> options) : DbContext(options)
{
    public DbSet<Mooring> All => Set<Mooring>();
    public DbSet<Visit> Visits => Set<Visit>();
}

/// <summary>What is changed is watched, handed over, or meant for the reader only.</summary>
public sealed class MooringDesk(Moorings moorings)
{
    public async Task<bool> CloseAsync(int id, CancellationToken cancellationToken)
    {
        var mooring = await FindAsync(id, cancellationToken);
        if (mooring is null) return false;

        mooring.IsClosed = true;
        moorings.Update(mooring);
        await moorings.SaveChangesAsync(cancellationToken);
        return true;
    }

    public async Task<bool> OpenAsync(int id, CancellationToken cancellationToken)
    {
        var mooring = await moorings.All.SingleOrDefaultAsync(each => each.Id == id, cancellationToken);
        if (mooring is null) return false;

        mooring.IsClosed = false;
        await moorings.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>The visit is noted; the name is made readable for whoever asked.</summary>
    public async Task<Mooring?> ShowAsync(int id, CancellationToken cancellationToken)
    {
        var mooring = await FindAsync(id, cancellationToken);
        if (mooring is null) return null;

        mooring.Name = mooring.Name.Trim();
        moorings.Visits.Add(new Visit { MooringId = id });
        await moorings.SaveChangesAsync(cancellationToken);
        return mooring;
    }

    private async Task<Mooring?> FindAsync(int id, CancellationToken cancellationToken) =>
        await moorings.All.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken);
}
