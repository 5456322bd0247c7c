using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace ValidCode.Concurrency;

/// <summary>Work that is done at once, and whose parts do not meet.</summary>
public sealed class Parallels(HttpClient client, IDbContextFactory<Library> libraries)
{
    public async Task<int> LengthAsync(IReadOnlyList<Uri> pages, CancellationToken cancellationToken)
    {
        var texts = await Task.WhenAll(pages.Select(page => client.GetStringAsync(page, cancellationToken)));
        return texts.Sum(text => text.Length);
    }

    public int CountLines(IEnumerable<string> texts)
    {
        var lines = 0;
        Parallel.ForEach(
            texts,
            () => 0,
            (text, _, sum) => sum + text.Split('\n').Length,
            sum => Interlocked.Add(ref lines, sum));
        return lines;
    }

    public IReadOnlyCollection<string> Trim(IEnumerable<string> texts)
    {
        var trimmed = new ConcurrentBag<string>();
        Parallel.ForEach(texts, text => trimmed.Add(text.Trim()));
        return trimmed;
    }

    public int[] Squares(int[] numbers)
    {
        var squares = new int[numbers.Length];
        Parallel.For(0, numbers.Length, place => squares[place] = numbers[place] * numbers[place]);
        return squares;
    }

    public async Task<List<string>> LoadAsync(IReadOnlyList<Uri> pages, CancellationToken cancellationToken)
    {
        var loaded = new List<string>();
        using var turn = new SemaphoreSlim(1, 1);
        await Parallel.ForEachAsync(pages, cancellationToken, async (page, stop) =>
        {
            var text = await client.GetStringAsync(page, stop);
            await turn.WaitAsync(stop);
            try
            {
                loaded.Add(text);
            }
            finally
            {
                turn.Release();
            }
        });
        return loaded;
    }

    /// <summary>Each task has a context for itself.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        var counts = await Task.WhenAll(
            CountReadersAsync(cancellationToken), CountReservationsAsync(cancellationToken));
        return counts.Sum();
    }

    private async Task<int> CountReadersAsync(CancellationToken cancellationToken)
    {
        await using var library = await libraries.CreateDbContextAsync(cancellationToken);
        return await library.Readers.CountAsync(cancellationToken);
    }

    private async Task<int> CountReservationsAsync(CancellationToken cancellationToken)
    {
        await using var library = await libraries.CreateDbContextAsync(cancellationToken);
        return await library.Reservations.CountAsync(cancellationToken);
    }
}

/// <summary>What returns nothing, because an event wants nothing, and loses no failure.</summary>
public sealed class Alarms : IDisposable
{
    private readonly System.Timers.Timer _timer = new(1000);

    public Alarms() => _timer.Elapsed += OnElapsed;

    public void Dispose() => _timer.Dispose();

    private static async void OnElapsed(object? sender, System.Timers.ElapsedEventArgs e)
    {
        try
        {
            await File.AppendAllTextAsync("alarms.txt", e.SignalTime.ToString("O"));
        }
        catch (IOException failure)
        {
            await Console.Error.WriteLineAsync(failure.ToString());
        }
    }
}
