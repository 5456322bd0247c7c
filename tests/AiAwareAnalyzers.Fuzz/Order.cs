using System.Collections.Immutable;
using System.Globalization;

namespace AiAwareAnalyzers.Fuzz;

/// <summary>What the program is asked to do.</summary>
internal sealed record Order
{
    public int Seed { get; init; } = 20_260;

    /// <summary>How many inputs are chosen; all, if there are fewer.</summary>
    public int Count { get; init; } = int.MaxValue;

    /// <summary>After so many deaths of a worker there is nothing to gain from more.</summary>
    public int Deaths { get; init; } = 200;

    /// <summary>Ids of rules that are left out.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>Seconds of a processor after which the inputs that are compiled together hang.</summary>
    public int Patience { get; init; } = 30;

    /// <summary>
    /// A fault that is planted, so that a test can see it found: <c>overflow</c>, <c>hang</c>, <c>throw</c> or
    /// <c>square</c>.
    /// </summary>
    public string Plant { get; init; } = "";

    /// <summary>For a worker: the first batch to run, or the inputs to run one by one.</summary>
    public int? From { get; init; }

    public ImmutableArray<int> Single { get; init; } = [];

    /// <summary>Growing code instead of broken code: each shape in a fraction of its size.</summary>
    public int? Growth { get; init; }

    /// <summary>Every so many shapes, from this one on.</summary>
    public (int First, int Of) Shapes { get; init; } = (0, 1);

    public bool IsWorker => From is not null || Single.Length > 0;

    public static Order Read(string[] arguments)
    {
        var order = new Order();
        for (var i = 0; i + 1 < arguments.Length; i++)
            order = order.With(arguments[i], arguments[++i]);
        return order;
    }

    /// <summary>The same order, for a process that does a part of it.</summary>
    public IEnumerable<string> ForWorker(string name, string value) =>
    [
        "--seed", $"{Seed}", "--inputs", $"{Count}", "--without", string.Join(',', Without), "--plant", Plant,
        "--patience", $"{Patience}", name, value,
    ];

    private Order With(string name, string value) => name switch
    {
        "--seed" => this with { Seed = Number(value) },
        "--inputs" => this with { Count = value == "all" ? int.MaxValue : Number(value) },
        "--deaths" => this with { Deaths = Number(value) },
        "--without" => this with { Without = [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries)] },
        "--patience" => this with { Patience = Number(value) },
        "--plant" => this with { Plant = value },
        "--growth" => this with { Growth = Number(value) },
        "--shapes" => this with { Shapes = (Number(value.Split('/')[0]), Number(value.Split('/')[1])) },
        "--from" => this with { From = Number(value) },
        "--single" => this with { Single = [.. value.Split(',').Select(Number)] },
        _ => throw new ArgumentException($"No such argument: {name}"),
    };

    private static int Number(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
