using System.Diagnostics;

namespace AiAwareAnalyzers.Fuzz;

/// <summary>Waits for work, and gives up what hangs.</summary>
internal sealed class Patience(Order order)
{
    /// <summary>What a processor may work for something, whatever else the machine has to do.</summary>
    private readonly TimeSpan _work = TimeSpan.FromSeconds(order.Patience);

    /// <summary>What locks itself out takes no processor time: it has twelve times as long by the clock.</summary>
    private readonly TimeSpan _wait = TimeSpan.FromSeconds(12 * order.Patience);

    public async Task<T> With<T>(Task<T> work)
    {
        await With((Task)work);
        return await work;
    }

    public async Task With(Task work)
    {
        var (clock, before) = (Stopwatch.StartNew(), Worked());
        while (await Task.WhenAny(work, Task.Delay(TimeSpan.FromSeconds(1))) != work)
            if (Worked() - before > _work * Environment.ProcessorCount || clock.Elapsed > _wait)
                throw new TimeoutException($"Nothing came back after {clock.Elapsed.TotalSeconds:0} seconds.");
        await work;
    }

    private static TimeSpan Worked() => Process.GetCurrentProcess().TotalProcessorTime;
}
