using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ValidCode.Concurrency;

/// <summary>What is opened here is given back here, or belongs to whoever gets it.</summary>
public sealed class Holdings(IServiceScopeFactory scopes, IDbContextFactory<Library> libraries)
{
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var library = await libraries.CreateDbContextAsync(cancellationToken);
        return await library.Readers.CountAsync(cancellationToken);
    }

    public async Task SweepAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Inserts>().HoldAsync("Atlas", CancellationToken.None);
    }

    /// <summary>The caller reads it, and closes it.</summary>
    public static FileStream Open(string path)
    {
        var file = File.OpenRead(path);
        file.Seek(4, SeekOrigin.Begin);
        return file;
    }

    public static string FirstLine(string path)
    {
        var reader = new StreamReader(path);
        try
        {
            return reader.ReadLine() ?? "";
        }
        finally
        {
            reader.Close();
        }
    }

    /// <summary>The database adds, and two at once are two.</summary>
    public static Task<int> SetStateAsync(Library library, string title, CancellationToken cancellationToken) =>
        library.Reservations.Where(reservation => reservation.Title == title)
            .ExecuteUpdateAsync(
                row => row.SetProperty(reservation => reservation.State, reservation => reservation.State + 1),
                cancellationToken);
}

/// <summary>A file is closed by its using, or by the reader around it.</summary>
public static class Checksums
{
    public static byte[] Of(string path)
    {
        using var file = File.OpenRead(path);
        return System.Security.Cryptography.SHA256.HashData(file);
    }

    public static async Task<string> FirstLineAsync(string path, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(File.OpenRead(path));
        return await reader.ReadLineAsync(cancellationToken) ?? "";
    }
}

/// <summary>A client of the factory is made for each call, and its connections are not.</summary>
public sealed class Catalogue(IHttpClientFactory clients)
{
    private static readonly HttpClient Shared = new();

    public async Task<string> LoadAsync(Uri page, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient("catalogue");
        return await client.GetStringAsync(page, cancellationToken);
    }

    public Task<string> PeekAsync(Uri page, CancellationToken cancellationToken) =>
        Shared.GetStringAsync(page, cancellationToken);
}
