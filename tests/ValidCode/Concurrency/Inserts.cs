using Microsoft.EntityFrameworkCore;

namespace ValidCode.Concurrency;

/// <summary>Rows that are added once, because the database says so, or because nobody else adds any.</summary>
public sealed class Inserts(Library library)
{
    private static readonly SemaphoreSlim Turn = new(1, 1);

    /// <summary>The look is for the message, the index for the truth.</summary>
    public async Task<bool> RegisterAsync(string card, CancellationToken cancellationToken)
    {
        if (await library.Readers.AnyAsync(reader => reader.Card == card, cancellationToken)) return false;
        library.Readers.Add(new Reader { Card = card });
        await library.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Whoever comes second is told so.</summary>
    public async Task<bool> ReserveAsync(string title, CancellationToken cancellationToken)
    {
        if (await library.Reservations.AnyAsync(reservation => reservation.Title == title, cancellationToken))
            return false;
        library.Reservations.Add(new Reservation { Title = title });
        try
        {
            await library.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }

    /// <summary>One after the other.</summary>
    public async Task HoldAsync(string title, CancellationToken cancellationToken)
    {
        await Turn.WaitAsync(cancellationToken);
        try
        {
            if (!await library.Reservations.AnyAsync(reservation => reservation.Title == title, cancellationToken))
                library.Reservations.Add(new Reservation { Title = title });
            await library.SaveChangesAsync(cancellationToken);
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>What must be there is something else than what is added.</summary>
    public async Task<bool> NoteAsync(int readerId, string title, CancellationToken cancellationToken)
    {
        if (!await library.Readers.AnyAsync(reader => reader.Id == readerId, cancellationToken)) return false;
        library.Reservations.Add(new Reservation { Title = title });
        await library.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>All or nothing.</summary>
    public async Task CloseAsync(int readerId, string title, CancellationToken cancellationToken)
    {
        await using var transaction = await library.Database.BeginTransactionAsync(cancellationToken);
        await library.Reservations.Where(reservation => reservation.Id == readerId && reservation.Title == title)
            .ExecuteDeleteAsync(cancellationToken);
        await library.Readers.Where(reader => reader.Id == readerId && reader.Card != title)
            .ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Each is swept for itself, and swept again the next night.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await library.Reservations.Where(reservation => reservation.State == 0).ExecuteDeleteAsync(cancellationToken);
        await library.Readers.Where(reader => reader.Card == "").ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>The connection is the context's, which closes it at its end.</summary>
    public async Task<string> VersionAsync(CancellationToken cancellationToken)
    {
        var connection = library.Database.GetDbConnection();
        await library.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            return connection.ServerVersion;
        }
        finally
        {
            await library.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The cards are numbered, and the index says who came second.</summary>
    public async Task<string?> NumberAsync(CancellationToken cancellationToken)
    {
        var last = await library.Readers.CountAsync(cancellationToken);
        var reader = new Reader { Card = $"R-{last + 1:D6}" };
        library.Readers.Add(reader);
        try
        {
            await library.SaveChangesAsync(cancellationToken);
            return reader.Card;
        }
        catch (DbUpdateException)
        {
            return null;
        }
    }

    /// <summary>The place in a list may be had twice.</summary>
    public async Task AppendAsync(string title, CancellationToken cancellationToken)
    {
        var last = await library.Reservations.MaxAsync(reservation => (int?)reservation.Place, cancellationToken) ?? 0;
        library.Reservations.Add(new Reservation { Title = title, Place = last + 1 });
        await library.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A row of a history is added whenever something has changed.</summary>
    public async Task RecordAsync(string title, int state, CancellationToken cancellationToken)
    {
        var last = await library.Reservations.Where(reservation => reservation.Title == title)
            .OrderByDescending(reservation => reservation.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (last?.State == state) return;
        library.Reservations.Add(new Reservation { Title = title, State = state });
        await library.SaveChangesAsync(cancellationToken);
    }
}

public sealed class Library(DbContextOptions<Library> options) : DbContext(options)
{
    public DbSet<Reader> Readers => Set<Reader>();

    public DbSet<Reservation> Reservations => Set<Reservation>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<Reader>().HasIndex(reader => reader.Card).IsUnique();
}

public sealed class Reader
{
    public int Id { get; set; }

    public string Card { get; set; } = "";
}

public sealed class Reservation
{
    public int Id { get; set; }

    public string Title { get; set; } = "";

    public int State { get; set; }

    public int Place { get; set; }
}
