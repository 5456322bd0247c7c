using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Materialization.Enumeration;

/// <summary>A sequence put in memory, whole.</summary>
/// <param name="Name">What does it, as a reader of the code would call it.</param>
/// <param name="Source">The sequence.</param>
/// <param name="Held">What holds the elements from there on.</param>
/// <param name="Call">The operator that does it; null where it is a constructor, a spread or <c>AddRange</c>.</param>
internal sealed record Copy(string Name, IOperation Source, IOperation Held, SequenceCall? Call)
{
    public bool IsAsync => Call is { IsAsync: true };
}

/// <summary>The ways to put a sequence in memory.</summary>
internal static class Copies
{
    /// <summary>
    /// <c>ToList</c>, <c>new List&lt;T&gt;(source)</c>, <c>[.. source]</c>, <c>AddRange</c> to a list that is new.
    /// </summary>
    public static Copy? By(IOperation operation, Compilation compilation)
    {
        var sequences = Sequences.Of(compilation);
        return operation switch
        {
            IInvocationOperation { TargetMethod.Name: "AddRange" } addition =>
                Filling(addition, sequences, compilation),
            IInvocationOperation =>
                sequences.ListingOf(operation) is { } listing
                    ? new(listing.Name, listing.Source, operation, listing)
                    : null,
            _ => SourceOf(operation, sequences) is { } source
                ? new(operation is IObjectCreationOperation ? "new List" : "[..]", source, operation, null)
                : null,
        };
    }

    /// <summary>What an expression copies.</summary>
    public static IOperation? SourceOf(IOperation operation, Sequences sequences) => operation switch
    {
        IInvocationOperation => sequences.ListingOf(operation)?.Source,
        IObjectCreationOperation { Arguments.Length: 1, Initializer: null } creation
            when sequences.IsList(creation.Type) && sequences.IsSequence(creation.Arguments[0].Value.Type) =>
                creation.Arguments[0].Value,
        { Kind: NewerSyntax.CollectionExpression } => OnlySpread(operation),
        _ => null,
    };

    /// <summary>Whether a value is a list in which there is nothing yet.</summary>
    public static bool IsEmptyList(IOperation? value) =>
        value is IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null }
        || value?.Kind == NewerSyntax.CollectionExpression && !value.ChildOperations.Any();

    private static IOperation? OnlySpread(IOperation collection) =>
        collection.ChildOperations is { Count: 1 } elements && elements.First() is { Kind: NewerSyntax.Spread } spread
            ? spread.ChildOperations.FirstOrDefault()
            : null;

    /// <summary>A new list that gets one sequence and is used once afterwards.</summary>
    private static Copy? Filling(IInvocationOperation addition, Sequences sequences, Compilation compilation)
    {
        if (addition.Instance?.Bare() is not ILocalReferenceOperation { Local: var list } target
            || !sequences.IsList(list.Type)
            || addition.Arguments.Length != 1)
            return null;
        var locals = Locals.Around(addition, compilation);
        return locals.DeclarationOf(list) is { } declaration
            && IsEmptyList(locals.InitializerOf(list)?.Bare())
            && locals.MentionsOf(list) is { Count: 2 } mentions
            && mentions[0] == target
            && !Locals.IsRepeated(target, declaration) && !Locals.IsRepeated(mentions[1], declaration)
                ? new(addition.TargetMethod.Name, addition.Arguments[0].Value, mentions[1], null)
                : null;
    }
}
