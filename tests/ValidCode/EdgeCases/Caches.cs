using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;

namespace ValidCode.EdgeCases;

/// <summary>Keys that tell apart all that their values are made from, each in its own way.</summary>
public sealed class Caches(IMemoryCache memory, IDistributedCache store)
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Doors = new();

    public sealed record Season(int Id, int Year, string Name);

    public sealed record SeasonQuery(int Club, int Year);

    /// <summary>The key is a value of all parameters, and the limit of time concerns the entry alone.</summary>
    public IReadOnlyList<string>? Players(int club, int year, TimeSpan limit) =>
        memory.GetOrCreate((nameof(Players), club, year), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = limit;
            return Listed(club, year);
        });

    /// <summary>The number of a season tells its name.</summary>
    public string? Title(Season season) =>
        memory.GetOrCreate($"title:{season.Id}", _ => season.Name + " " + season.Year);

    /// <summary>What the whole request hashes to differs where a member does.</summary>
    public async Task<string> ReportAsync(SeasonQuery query, CancellationToken token)
    {
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(query.ToString())));
        if (await store.GetStringAsync(key, token) is { } known) return known;
        var report = string.Join(", ", Listed(query.Club, query.Year));
        await store.SetStringAsync(key, report, token);
        return report;
    }

    /// <summary>Only the first page is kept, and others are made anew.</summary>
    public IReadOnlyList<string>? Page(int number)
    {
        if (number != 1) return Listed(number, 2000);
        return memory.GetOrCreate("first", _ => Listed(number, 2000));
    }

    /// <summary>All clubs have the same list, that each looks through by itself.</summary>
    public IEnumerable<string> Search(string text) =>
        (memory.GetOrCreate("all", _ => Listed(0, 2000)) ?? []).Where(name => name.Contains(text));

    /// <summary>A count goes on from what it was.</summary>
    public int Count(string door, int weight)
    {
        memory.TryGetValue(door, out int before);
        return memory.Set(door, before + weight);
    }

    public static SemaphoreSlim DoorOf(string name, int places) =>
        Doors.GetOrAdd(name, _ => new SemaphoreSlim(places));

    private static List<string> Listed(int club, int year) => [club + "/" + year];
}
