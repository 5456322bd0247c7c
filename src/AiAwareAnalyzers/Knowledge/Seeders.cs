using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>What fills an empty database: its failures show when the program is started first.</summary>
internal static class Seeders
{
    private static readonly ImmutableHashSet<string> Seeding = WordSet.Of(
        "seed seeds seeder seeding initialiser initializer");

    /// <summary>Whether an operation stands in a function, member or type that is named after seeding.</summary>
    public static bool Contain(IOperation operation, ISymbol member) =>
        operation.Ancestors().OfType<ILocalFunctionOperation>().Select(static function => function.Symbol.Name)
            .Concat([member.Name, member.ContainingType?.Name ?? ""])
            .Any(static name => Words.Of(name).Any(Seeding.Contains));
}
