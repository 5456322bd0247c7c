using System.Collections.Concurrent;

namespace ValidCode.Concurrency;

/// <summary>Shared dictionaries, asked and changed in one step, or where the order makes no difference.</summary>
public sealed class Maps
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new();
    private readonly ConcurrentDictionary<string, int> _visits = new();
    private readonly ConcurrentDictionary<string, string> _slugs = new();
    private readonly ConcurrentDictionary<string, byte> _seen = new();
    private readonly object _turn = new();

    public SemaphoreSlim GateOf(string name) => _gates.GetOrAdd(name, static _ => new SemaphoreSlim(1, 1));

    public int Count(string page) => _visits.AddOrUpdate(page, 1, static (_, visits) => visits + 1);

    public bool IsFirst(string page) => _seen.TryAdd(page, 0);

    public void Mark(string page) => _seen.TryAdd(page, 0);

    /// <summary>Two texts that say the same are one as good as the other.</summary>
    public string SlugOf(string title)
    {
        if (!_slugs.TryGetValue(title, out var slug))
        {
            slug = title.Trim().ToLowerInvariant().Replace(' ', '-');
            _slugs[title] = slug;
        }

        return slug;
    }

    public void Reset(string page)
    {
        lock (_turn)
        {
            if (_visits.TryGetValue(page, out var visits)) _visits[page] = visits - 1;
        }
    }

    public bool TryRemove(string name)
    {
        if (!_gates.TryRemove(name, out var gate)) return false;
        gate.Dispose();
        return true;
    }
}
