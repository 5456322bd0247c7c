using System.Collections.Immutable;
using System.Diagnostics;

namespace AiAwareAnalyzers.Fuzz;

/// <summary>The process that runs inputs, says before each what it begins, and may die of it.</summary>
internal sealed class Worker(Order order)
{
    private readonly Lock _speaking = new();
    private readonly Patience _patience = new(order);

    public async Task<int> Work()
    {
        var inputs = Inputs.Chosen(order);
        var trial = await Trial.Prepare(House.RulesFor(order));
        await trial.Run([]);
        if (order.Single.Length > 0) await OneByOne(trial, inputs);
        else await InBatches(trial, Inputs.Batches(inputs));
        return 0;
    }

    /// <summary>What stands alone comes last, and one after the other: nobody else's work is held against it.</summary>
    private async Task InBatches(Trial trial, ImmutableArray<ImmutableArray<Input>> batches)
    {
        var shared = batches.Count(batch => !batch[0].StandsAlone);
        var from = order.From!.Value;
        await Parallel.ForAsync(from, Math.Max(from, shared), async (batch, _) => await InBatch(trial, batch, batches));
        for (var batch = Math.Max(from, shared); batch < batches.Length; batch++) await InBatch(trial, batch, batches);
    }

    private async Task InBatch(Trial trial, int batch, ImmutableArray<ImmutableArray<Input>> batches)
    {
        Say(Word.Begins, batch);
        await Run(trial, batch, batches[batch], TimeSpan.Zero);
    }

    /// <summary>Says where the compiler is done: what dies before that is none of our business.</summary>
    private async Task OneByOne(Trial trial, ImmutableArray<Input> inputs)
    {
        foreach (var number in order.Single)
        {
            ImmutableArray<Input> input = [inputs.Single(candidate => candidate.Number == number)];
            Say(Word.Begins, number);
            var compiling = await _patience.With(Task.Run(() => trial.Compile(input)), TimeSpan.Zero);
            Say(Word.Compiled, number);
            await Run(trial, number, input, compiling);
        }
    }

    private async Task Run(Trial trial, int number, ImmutableArray<Input> inputs, TimeSpan compiling)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var running = Task.Run(() => trial.Run(inputs));
            await _patience.With(running, compiling);
            var outcome = await running;
            foreach (var failure in outcome.Failures) Say(Word.Fails, number, failure);
            Say(Word.Ends, number, $"{inputs.Length} {outcome.Findings} {outcome.Fixes} {clock.ElapsedMilliseconds}");
        }
        catch (TimeoutException late)
        {
            Console.Error.WriteLine(late.Message);
            Environment.Exit(2);
        }
    }

    private void Say(Word word, int number, string more = "")
    {
        lock (_speaking) Console.Out.WriteLine(new Line(word, number, more));
    }
}
