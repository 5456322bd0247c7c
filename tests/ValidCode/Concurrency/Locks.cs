using System.Net.Sockets;

namespace ValidCode.Concurrency;

/// <summary>What was looked at under a lock is used under it, claimed there, or looked at again.</summary>
public sealed class Desk
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<string> _waiting = [];
    private readonly Dictionary<string, int> _prices = [];
    private Socket? _printer;
    private bool _isPrinting;
    private int _next;

    /// <summary>The number is taken and counted on at once.</summary>
    public int TakeNumber()
    {
        lock (_gate) return _next++;
    }

    /// <summary>Claimed before the lock is given back, and given back at the end.</summary>
    public async Task<bool> PrintAsync(Func<Task> print)
    {
        lock (_gate)
        {
            if (_isPrinting) return false;
            _isPrinting = true;
        }

        try
        {
            await print();
            return true;
        }
        finally
        {
            lock (_gate) _isPrinting = false;
        }
    }

    /// <summary>Looked at again, because connecting must not keep the others waiting.</summary>
    public Socket Printer(Func<Socket> connect)
    {
        lock (_gate)
        {
            if (_printer is { } known) return known;
        }

        var made = connect();
        lock (_gate)
        {
            if (_printer is { } other)
            {
                made.Dispose();
                return other;
            }

            _printer = made;
            return made;
        }
    }

    /// <summary>Two that compute a price come to the same one.</summary>
    public int PriceOf(string title)
    {
        lock (_gate)
        {
            if (_prices.TryGetValue(title, out var known)) return known;
        }

        var price = title.Length * 2;
        lock (_gate) _prices[title] = price;
        return price;
    }

    /// <summary>Copied and cleared in one lock; sent when it is open again.</summary>
    public async Task CallAsync(Func<string, Task> call)
    {
        List<string> called;
        lock (_gate)
        {
            called = [.. _waiting];
            _waiting.Clear();
        }

        foreach (var reader in called) await call(reader);
    }

    public async Task QueueAsync(string reader, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            lock (_gate)
            {
                if (_waiting.Contains(reader)) return;
            }

            await Task.Yield();
            lock (_gate) _waiting.Add(reader);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Takes the turn, and leaves the work to what does not.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await RefreshInTurnAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task RefreshInTurnAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(_waiting.Count, cancellationToken);
        lock (_gate) _prices.Clear();
    }
}

/// <summary>An element that is out of use says so to whoever has got it before it was removed.</summary>
public sealed class Visits
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Tally> _tallies = new();

    public void Count(string reader)
    {
        while (!_tallies.GetOrAdd(reader, static _ => new Tally()).TryCount()) _tallies.TryGetValue(reader, out _);
    }

    public void Sweep()
    {
        foreach (var pair in _tallies)
        {
            bool isOut;
            lock (pair.Value)
            {
                isOut = pair.Value.Visits == 0;
                if (isOut) pair.Value.IsOut = true;
            }

            if (isOut) _tallies.TryRemove(pair.Key, out _);
        }
    }

    private sealed class Tally
    {
        public int Visits { get; private set; }

        public bool IsOut { get; set; }

        public bool TryCount()
        {
            lock (this)
            {
                if (IsOut) return false;
                Visits++;
                return true;
            }
        }
    }
}
