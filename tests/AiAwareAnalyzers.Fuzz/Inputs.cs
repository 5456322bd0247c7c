using System.Collections.Immutable;

namespace AiAwareAnalyzers.Fuzz;

/// <summary>One program that the rules have to survive.</summary>
internal sealed record Input(int Number, Mutant Mutant)
{
    public string Name => $"input {Number}: {Mutant.Kind}, from {Mutant.Seed.Name}";

    public bool StandsAlone => Mutant.Seed.StandsAlone;

    public bool IsProgram => Mutant.Seed.IsProgram;

    public string Text => Mutant.TextOf(Number);
}

/// <summary>
/// All programs that can be made of the corpus, and the choice of some: the same seed makes and chooses the same.
/// </summary>
internal static class Inputs
{
    /// <summary>As many as share the price of a compilation, which is mostly that of its references.</summary>
    private const int BatchSize = 64;

    public static ImmutableArray<Input> Chosen(Order order)
    {
        var all = All(order.Seed).Select((mutant, index) => new Input(index, mutant)).ToArray();
        if (order.Count >= all.Length) return [.. all];
        new Random(order.Seed).Shuffle(all);
        return [.. all.Take(order.Count).OrderBy(input => input.Number)];
    }

    /// <summary>Neighbours share a compilation, programs with programs; what cannot share one stands alone.</summary>
    public static ImmutableArray<ImmutableArray<Input>> Batches(ImmutableArray<Input> inputs) =>
    [
        .. from input in inputs
           where !input.StandsAlone
           group input by input.IsProgram into alike
           from batch in alike.Chunk(BatchSize)
           select batch.ToImmutableArray(),
        .. inputs.Where(input => input.StandsAlone).Select(input => ImmutableArray.Create(input)),
    ];

    private static IEnumerable<Mutant> All(int number) =>
        Corpus.Read().SelectMany(seed => Of(seed, number)).Concat(Depths.All);

    private static IEnumerable<Mutant> Of(Seed seed, int number) =>
    [
        .. Knots.Of(seed),
        .. Typing.Of(seed),
        .. Attributes.Of(seed),
        .. Circles.Of(seed),
        .. Exchanges.Of(seed, number),
    ];
}
