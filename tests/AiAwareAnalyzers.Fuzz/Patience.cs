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

    /// <summary>
    /// How often the compiler does again what rules ask it for: once for what it reports itself, once for each kind of
    /// question that needs a body bound.
    /// </summary>
    private const int Askings = 4;

    /// <summary>
    /// Says what the processors have worked for it; what the compiler alone has taken is no fault of the rules.
    /// </summary>
    public async Task<TimeSpan> With(Task work, TimeSpan compiling)
    {
        var (clock, before) = (Stopwatch.StartNew(), Worked());
        while (await Task.WhenAny(work, Task.Delay(TimeSpan.FromSeconds(1))) != work)
            if (IsHanging(Worked() - before, clock.Elapsed, compiling))
                throw new TimeoutException($"{IsOver} after {clock.Elapsed.TotalSeconds:0} seconds.");
        await work;
        return Worked() - before;
    }

    private bool IsHanging(TimeSpan worked, TimeSpan elapsed, TimeSpan compiling) =>
        worked > _work * Environment.ProcessorCount + Askings * compiling
        || (elapsed > _wait && worked < elapsed * Idle);

    private static TimeSpan Worked() => Process.GetCurrentProcess().TotalProcessorTime;
}
