using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ValidCode.Testing;

public sealed class Pump
{
    private readonly TaskCompletionSource _done = new();

    public int Handled { get; private set; }

    public Task Done => _done.Task;

    public async Task RunAsync(IEnumerable<int> items, Func<int, Task> handle)
    {
        foreach (var item in items)
        {
            await handle(item);
            Handled++;
        }

        _done.SetResult();
    }
}

[TestClass]
public sealed class PumpTests
{
    [TestMethod]
    public async Task Everything_is_handled()
    {
        var pump = new Pump();
        var running = pump.RunAsync(new[] { 1, 2 }, async _ => await Task.Delay(20));
        await running.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.AreEqual(2, pump.Handled);
    }

    [TestMethod]
    public async Task The_end_is_told()
    {
        var pump = new Pump();
        _ = pump.RunAsync(new[] { 1 }, _ => Task.CompletedTask);
        for (var looks = 0; looks < 100 && !pump.Done.IsCompleted; looks++) await Task.Delay(10);
        Assert.IsTrue(pump.Done.IsCompleted);
    }

    [TestMethod]
    public async Task A_failure_comes_out()
    {
        var pump = new Pump();
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() =>
            pump.RunAsync(new[] { 1 }, _ => throw new InvalidOperationException()));
        Assert.AreEqual(0, pump.Handled);
    }
}
