using System.Diagnostics;

namespace AiAwareAnalyzers.Fuzz;

/// <summary>Waits for work, and gives up what hangs.</summary>
internal sealed class Patience(Order order)
{
    /// <summary>How a worker's last words begin that has waited long enough.</summary>
    public const string IsOver = "Nothing came back";

    /// <summary>What a processor may work for something, whatever else the machine has to do.</summary>
    private readonly TimeSpan _work = TimeSpan.FromSeconds(order.Patience);

    /// <summary>What locks itself out is given up after this time by the clock.</summary>
    private readonly TimeSpan _wait = TimeSpan.FromSeconds(4 * order.Patience);

    /// <summary>
    /// The share of a processor that the question itself takes. What takes no more is locked out; what takes more waits
    /// for a busy machine.
    /// </summary>
    private const double Idle = 0.02;

    public async Task<T> With<T>(Task<T> work)
    {
        await With((Task)work);
        return await work;
    }

    public async Task With(Task work)
    {
        var (clock, before) = (Stopwatch.StartNew(), Worked());
        while (await Task.WhenAny(work, Task.Delay(TimeSpan.FromSeconds(1))) != work)
            if (IsHanging(Worked() - before, clock.Elapsed))
                throw new TimeoutException($"{IsOver} after {clock.Elapsed.TotalSeconds:0} seconds.");
        await work;
    }

    private bool IsHanging(TimeSpan worked, TimeSpan elapsed) =>
        worked > _work * Environment.ProcessorCount || (elapsed > _wait && worked < elapsed * Idle);

    private static TimeSpan Worked() => Process.GetCurrentProcess().TotalProcessorTime;
}
