using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>
/// Methods whose whole work is to throw where their object is in no state for what is asked of it: they hand out
/// nothing, so a comment about what is made up speaks of something else.
/// </summary>
internal static class GuardMethods
{
    private static readonly ImmutableHashSet<string> Verbs = WordSet.Of(
        "assert check demand ensure forbid guard refuse reject require throw validate verify");

    public static bool Are(IMethodSymbol symbol, IOperation function) =>
        Words.Of(symbol.Name) is { Length: > 0 } words
        && Verbs.Contains(words[0])
        && Promises.ReturnsNothing(symbol)
        && Bodies.Own(function).OfType<IConditionalOperation>().Any(static guard =>
            !Bodies.CanComplete(guard.WhenTrue) && AsksOwnState(guard.Condition));

    private static bool AsksOwnState(IOperation condition) =>
        condition.DescendantsAndSelf().Any(static asked =>
            asked is IPropertyReferenceOperation { Instance: IInstanceReferenceOperation }
                or IFieldReferenceOperation { Instance: IInstanceReferenceOperation });
}
