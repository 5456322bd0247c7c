using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ValidCode.Concurrency;

/// <summary>One object for all requests, and each of its members made for that.</summary>
public sealed class Lending(IMemoryCache cache)
{
    private readonly ConcurrentDictionary<string, List<string>> _waiting = new();
    private readonly List<string> _recent = [];
    private readonly Lock _turn = new();
    private long _lent;

    public long Lent => Interlocked.Read(ref _lent);

    public void Lend(string title)
    {
        Interlocked.Increment(ref _lent);
        lock (_turn) Remember(title);
    }

    public void Wait(string title, string reader)
    {
        var waiting = _waiting.GetOrAdd(title, static _ => []);
        lock (waiting) waiting.Add(reader);
    }

    /// <summary>The list in the cache stays what it was; a longer one takes its place.</summary>
    public IReadOnlyList<string> Offer(string title)
    {
        var known = cache.Get<IReadOnlyList<string>>("offers") ?? [];
        var offers = known.ToList();
        offers.Add(title);
        cache.Set("offers", offers);
        return offers;
    }

    /// <summary>Called behind the lock.</summary>
    private void Remember(string title)
    {
        if (_recent.Count > 9) _recent.RemoveAt(0);
        _recent.Add(title);
    }
}

/// <summary>A loop with a state that nobody else is in.</summary>
public sealed class Sweeper(Lending lending) : BackgroundService
{
    private readonly Dictionary<DateTimeOffset, long> _history = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (_history.Count > 60) _history.Clear();
            _history[DateTimeOffset.UtcNow] = lending.Lent;
        }
    }
}

public static class LendingSetup
{
    public static IServiceCollection AddLending(this IServiceCollection services) =>
        services.AddSingleton<Lending>().AddHostedService<Sweeper>();
}
