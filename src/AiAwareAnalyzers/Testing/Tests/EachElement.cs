using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Testing.Assertions;

namespace AiAwareAnalyzers.Testing.Tests;

/// <summary>Assertions about each element of a collection, which hold of an empty one.</summary>
internal static class EachElement
{
    /// <summary>What is given the collection first.</summary>
    private static readonly ImmutableHashSet<string> GivenFirst = WordSet.Of(
        "All AllAsync ShouldAllBe AllItemsAreNotNull AllItemsAreInstancesOfType");

    private static readonly ImmutableHashSet<string> AfterShould = WordSet.Of(
        "AllBe AllBeEquivalentTo AllBeOfType AllBeAssignableTo");

    /// <summary>What fails where there is none in FluentAssertions, and holds in AwesomeAssertions.</summary>
    private static readonly ImmutableHashSet<string> AfterAwesomeShould = WordSet.Of("OnlyContain AllSatisfy");

    private static readonly ImmutableHashSet<string> Questions = WordSet.Of("All TrueForAll");

    private static readonly ImmutableHashSet<string> Loops = WordSet.Of("ForEach ForEachAsync");

    /// <summary>The collection whose elements an assertion is about, each for itself; null for any other.</summary>
    public static IOperation? CollectionOf(IInvocationOperation check, Assertion? stated)
    {
        if (GivenFirst.Contains(check.TargetMethod.Name)) return SourceOf(check);
        if (stated?.Actual is not { } actual) return null;
        return IsSentence(check.TargetMethod) || IsConstraint(check) ? actual
            : stated.Claim == Claim.True && actual.Bare() is IInvocationOperation question
                && Questions.Contains(question.TargetMethod.Name) ? SourceOf(question)
            : null;
    }

    /// <summary>The collection for whose elements a lambda runs; null where it runs for something else.</summary>
    public static IOperation? CollectionBehind(IOperation? taker) =>
        taker is IInvocationOperation call
        && (Loops.Contains(call.TargetMethod.Name)
            || (GivenFirst.Contains(call.TargetMethod.Name) || IsSentence(call.TargetMethod))
                && Libraries.IsOfAssertions(call.TargetMethod.ContainingType))
            ? SourceOf(call)
            : null;

    private static bool IsSentence(IMethodSymbol method) =>
        AfterShould.Contains(method.Name)
        || AfterAwesomeShould.Contains(method.Name) && Libraries.RootOf(method.ContainingType) == "AwesomeAssertions";

    private static IOperation? SourceOf(IInvocationOperation call) =>
        call.Instance ?? call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value;

    /// <summary><c>Assert.That(all, Is.All.GreaterThan(0))</c>, <c>Has.All.Property("Paid")</c>.</summary>
    private static bool IsConstraint(IInvocationOperation check) =>
        check.TargetMethod.Name == "That"
        && check.Arguments.Any(static argument =>
            argument.Parameter?.Ordinal == 1
            && argument.Value.Descendants().Any(static part => part is IPropertyReferenceOperation
                { Property: { Name: "All", ContainingType: { Name: "Is" or "Has" } type } }
                && Libraries.RootOf(type) == "NUnit"));
}
