using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ValidCode.ErrorHandling;

public sealed class Badge
{
    public int Id { get; set; }

    public string Code { get; set; } = "";
}

public sealed class BadgeContext(DbContextOptions<BadgeContext> options) : DbContext(options)
{
    public DbSet<Badge> Badges => Set<Badge>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<Badge>().HasIndex(badge => badge.Code).IsUnique();
}

/// <summary>Rows that may be there already: the database is asked whether that was it.</summary>
public sealed class Badges(BadgeContext context, ILogger<Badges> logger)
{
    public async Task<IResult> IssueAsync(Badge badge, CancellationToken token)
    {
        context.Badges.Add(badge);
        try
        {
            await context.SaveChangesAsync(token);
        }
        catch (DbUpdateException exception)
            when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Results.Conflict("This code is already in use");
        }

        return Results.Ok(badge.Id);
    }

    public async Task<Badge> GetOrIssueAsync(string code, CancellationToken token)
    {
        var badge = new Badge { Code = code };
        context.Badges.Add(badge);
        try
        {
            await context.SaveChangesAsync(token);
            return badge;
        }
        catch (DbUpdateException)
        {
            // Another request may have been faster; if there is no such row, it was something else.
            context.Entry(badge).State = EntityState.Detached;
            if (await context.Badges.SingleOrDefaultAsync(other => other.Code == code, token) is { } other)
                return other;
            throw;
        }
    }

    public async Task<IResult> RenameAsync(int id, string code, CancellationToken token)
    {
        if (await context.Badges.FindAsync([id], token) is not { } badge) return Results.NotFound();
        badge.Code = code;
        try
        {
            await context.SaveChangesAsync(token);
            return Results.NoContent();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Results.Conflict("The badge was changed in the meantime");
        }
        catch (DbUpdateException exception)
        {
            logger.LogError(exception, "Badge {Id} cannot be renamed", id);
            return Results.Problem("The badge could not be saved");
        }
    }
}
