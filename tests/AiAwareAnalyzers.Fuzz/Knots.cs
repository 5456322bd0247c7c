using System.Collections.Immutable;

namespace AiAwareAnalyzers.Fuzz;

/// <summary>Values that lead back to themselves: one slip while typing ties such a knot.</summary>
internal static class Knots
{
    /// <summary><c>{0}</c> is the name itself, <c>{1}</c> its neighbour.</summary>
    private static readonly string[] Values =
    [
        "{0}", "{1}", "({0})", "{0}!", "(decimal){0}", "await {0}", "{0} ?? {1}", "{1} ?? {0}", "flag ? {0} : {1}",
        "flag ? {1} : {0}",
        "{0} + {1}", "{0} + \"x\"", "$\"{{{0}}}{{{1}}}\"", "() => {0}", "() => {1}", "new[] {{ {0}, {1} }}", "{0}[0]",
        "{0}.ToString()",
        "{0}?.Length", "{0} switch {{ _ => {0} }}", "{0} is {{ }} other ? other : {0}", "{0}.Where(x => x == {0})",
        "{0} = {1}", "ref {0}",
        "nameof({0})", "{0} as object", "!{0}", "new(() => {0})", "[.. {0}, {1}]", "({0}, {1}).Item1",
        "{0} with {{ X = {0} }}",
    ];

    public static IEnumerable<Mutant> Of(Seed seed)
    {
        var slots = Slot.AllIn(seed);
        for (var index = 0; index < slots.Length; index++)
        {
            var next = slots[(index + 1) % slots.Length];
            foreach (var mutant in Alone(seed, slots[index], next.Name).Concat(Together(seed, slots, index)))
                yield return mutant;
        }
    }

    private static IEnumerable<Mutant> Alone(Seed seed, Slot slot, string neighbour)
    {
        foreach (var value in Values)
            yield return new Mutant(
                seed, "a value that is itself", slot.Becomes(string.Format(value, slot.Name, neighbour)));
        foreach (var name in NamesIn(slot.Value))
            yield return new Mutant(seed, "a value made of itself", new TextChange(name.Span, slot.Name));
    }

    private static IEnumerable<IdentifierNameSyntax> NamesIn(ExpressionSyntax? value) =>
        value?.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>() ?? [];

    private static IEnumerable<Mutant> Together(Seed seed, ImmutableArray<Slot> slots, int index)
    {
        foreach (var length in new[] { 2, 3 })
            if (index + length <= slots.Length && Cycle(slots.Slice(index, length)) is [_, ..] changes)
                yield return new Mutant(seed, $"a cycle of {length}", changes);
        if (index + 1 < slots.Length && Swapped(slots[index], slots[index + 1]) is [_, ..] swapped)
            yield return new Mutant(seed, "swapped values", swapped);
    }

    private static ImmutableArray<TextChange> Cycle(ImmutableArray<Slot> slots) =>
        Apart([.. slots.Select((slot, index) => slot.Becomes(slots[(index + 1) % slots.Length].Name))]);

    private static ImmutableArray<TextChange> Swapped(Slot one, Slot other) =>
        one.Value is { } value && other.Value is { } next
            ? Apart([one.Becomes(next.ToString()), other.Becomes(value.ToString())])
            : [];

    /// <summary>Nothing, where one place lies inside another.</summary>
    private static ImmutableArray<TextChange> Apart(ImmutableArray<TextChange> changes) =>
        changes.Zip(changes.Skip(1)).All(pair => pair.First.Span.End <= pair.Second.Span.Start) ? changes : [];
}
