using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace AiAwareAnalyzers.Fuzz;

/// <summary>Starts workers, and finds out what a worker has died of.</summary>
internal sealed class Supervisor(Order order)
{
    /// <summary>The stack that a thread of the pool has on Windows, where compilers mostly run.</summary>
    private const string StackSize = "180000";

    /// <summary>How often a sign of life is given.</summary>
    private const int Step = 1_000;

    private readonly ImmutableArray<Input> _inputs = Inputs.Chosen(order);
    private readonly List<(Input? Input, string Text)> _failures = [];
    private readonly PriorityQueue<int, long> _slowest = new();
    private readonly HashSet<int> _open = [];
    private long _run, _findings, _fixes, _survivedByNobody;

    public int Supervise()
    {
        var batches = Inputs.Batches(_inputs);
        Console.WriteLine($"{_inputs.Length} inputs in {batches.Length} compilations, seed {order.Seed}");
        for (int from = 0, deaths = 0; from < batches.Length && deaths < order.Deaths; deaths++)
        {
            var begun = new SortedSet<int>();
            var ended = Run("--from", $"{from}", line => Note(begun, line, batches));
            if (ended.Code == 0) break;
            from = begun.Count == 0 ? batches.Length : begun.Max + 1;
            Examine([.. begun.Intersect(_open).SelectMany(batch => batches[batch])], ended);
        }

        return Report();
    }

    private void Note(SortedSet<int> begun, Line line, ImmutableArray<ImmutableArray<Input>> batches)
    {
        if (line.Word == Word.Begins) begun.Add(line.Number);
        if (line.Word == Word.Begins) _open.Add(line.Number);
        if (line.Word == Word.Fails) Fail(batches[line.Number].Length == 1 ? batches[line.Number][0] : null, line.More);
        if (line.Word != Word.Ends) return;
        _open.Remove(line.Number);
        Count(line);
        _slowest.Enqueue(line.Number, Numbers(line)[3]);
        if (_slowest.Count > 10) _slowest.Dequeue();
    }

    private static long[] Numbers(Line line) =>
        [.. line.More.Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture))];

    private void Count(Line line)
    {
        var numbers = Numbers(line);
        (_run, _findings, _fixes) = (_run + numbers[0], _findings + numbers[1], _fixes + numbers[2]);
        if (_run / Step != (_run - numbers[0]) / Step)
            Console.WriteLine($"{_run} inputs, {_findings} findings, {_fixes} fixes");
    }

    /// <summary>Runs the inputs that were in work when a worker died, each by itself.</summary>
    private void Examine(ImmutableArray<Input> suspects, (int Code, string Errors) death)
    {
        _open.Clear();
        var blamed = false;
        var stoodAlone = suspects.Length > 0 && suspects.All(suspect => suspect.StandsAlone);
        while (suspects.Length > 0 && _failures.Count < order.Deaths)
        {
            var (current, compiled) = (-1, false);
            var ended = Run("--single", string.Join(',', suspects.Select(suspect => suspect.Number)), line =>
            {
                if (line.Word == Word.Begins) (current, compiled) = (line.Number, false);
                if (line.Word == Word.Compiled) compiled = true;
                if (line.Word == Word.Fails) Fail(suspects.Single(suspect => suspect.Number == line.Number), line.More);
                if (line.Word == Word.Ends) Count(line);
            });
            if (ended.Code == 0) break;
            var dead = suspects.FirstOrDefault(suspect => suspect.Number == current);
            if (compiled || dead is null) Fail(dead, $"the process died: {Gist(ended.Errors)}");
            else _survivedByNobody++;
            blamed = true;
            suspects = [.. suspects.SkipWhile(suspect => suspect != dead).Skip(1)];
        }

        // A deep input takes the compiler to the edge of its stack, and what the thread did before decides; one that
        // had a compilation of its own has had it again, without the others that took its time.
        if (!blamed && !IsOfTheCompilerAlone(death.Errors) && !(IsOfTime(death.Errors) && stoodAlone))
            Fail(null, $"the process died of inputs that it survives one by one: {Gist(death.Errors)}");
    }

    private void Fail(Input? input, string text)
    {
        _failures.Add((input, text));
        Console.WriteLine($"FAILED {input?.Name ?? "some input"}\n{text}\n{input?.Text}\n");
    }

    private static bool IsOfTheCompilerAlone(string errors) =>
        errors.StartsWith("Stack overflow", StringComparison.Ordinal) && !Lines(errors).Any(IsOurs);

    private static bool IsOfTime(string errors) => errors.StartsWith(Patience.IsOver, StringComparison.Ordinal);

    private static IEnumerable<string> Lines(string errors) => errors.Split('\n').Select(line => line.Trim());

    private static bool IsOurs(string line) => line.Contains("AiAwareAnalyzers.", StringComparison.Ordinal);

    /// <summary>The names of our methods at the top of the stack; all of it, where there are none.</summary>
    private static string Gist(string errors)
    {
        const int Enough = 12;
        var lines = Lines(errors).ToArray();
        var ours = lines.Where(IsOurs).Distinct().Take(Enough);
        return string.Join('\n', lines.Take(1).Concat(ours.Any() ? ours : lines.Skip(1).Take(Enough)));
    }

    private (int Code, string Errors) Run(string name, string value, Action<Line> heard)
    {
        var start = new ProcessStartInfo(
            "dotnet", [typeof(Supervisor).Assembly.Location, .. order.ForWorker(name, value)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_DefaultStackSize"] = StackSize;
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_gcServer"] = "0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        while (process.StandardOutput.ReadLine() is { } text)
            if (Line.Read(text) is { } line)
                heard(line);
        process.WaitForExit();
        return (process.ExitCode, errors.Result);
    }

    private int Report()
    {
        Console.WriteLine($"{_run} of {_inputs.Length} inputs run, {_findings} findings, {_fixes} fixes, "
            + $"{_survivedByNobody} inputs that the compiler does not survive, {_failures.Count} failures");
        if (_slowest.Count > 0) Console.WriteLine($"the slowest compilations: {Slowest()}");
        return _failures.Count == 0 && _run + _survivedByNobody == _inputs.Length ? 0 : 1;
    }

    private string Slowest() => string.Join(", ",
        _slowest.UnorderedItems.OrderByDescending(item => item.Priority)
            .Select(item => $"{item.Priority} ms from {Inputs.Batches(_inputs)[item.Element][0].Name}"));
}
