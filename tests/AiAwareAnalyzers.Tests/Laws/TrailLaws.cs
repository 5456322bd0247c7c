namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>
/// A value may be its own origin. Whoever goes from a symbol to the code behind it, and from there on in the same way,
/// carries a <c>Trail</c>: otherwise one slip in an editor ends the compiler.
/// </summary>
[SourceOnly]
public sealed class TrailLaws
{
    /// <summary>
    /// Circles that end in another way: behind a private function no other is followed; a reading of a text counts its
    /// steps.
    /// </summary>
    private static readonly string[] Bounded = ["HandlerEffectsTable.Behind", "TemplateReader.Dispatch"];

    /// <summary>Older hosts cannot read the newest syntax, in which this repository is written.</summary>
    [CSharp(14)]
    public void Nobody_follows_values_without_a_trail() =>
        Assert.That(new CallGraph(SilenceLaws.OwnSource()).CirclesWithoutTrail(), Is.EquivalentTo(Bounded));

    [TestCase("", "", "", 1, Description = "by hand")]
    [TestCase(", Trail trail", ", trail", "struct Trail { }", 0, Description = "with a trail")]
    [TestCase(", OriginSearch search", ", search", "class OriginSearch { }", 0, Description = "with a search")]
    public void A_recursion_by_hand_is_seen(string parameter, string argument, string type, int count)
    {
        var code = $$"""
            using System.Linq;
            using Microsoft.CodeAnalysis;
            using Microsoft.CodeAnalysis.Operations;
            static class Follower
            {
                static bool IsOdd(IOperation value{{parameter}}) =>
                    value is ILocalReferenceOperation local && InitialValueOf(local) is { } initial
                    && IsStrange(initial{{argument}});
                static bool IsStrange(IOperation value{{parameter}}) =>
                    value is IBinaryOperation sum && IsOdd(sum.LeftOperand{{argument}});
                static bool IsDeep(IOperation value) => value is IBinaryOperation sum && IsDeep(sum.LeftOperand);
                static IOperation InitialValueOf(ILocalReferenceOperation local) =>
                    local.SemanticModel.GetOperation(local.Local.DeclaringSyntaxReferences.First().GetSyntax());
            }
            {{type}}
            """;
        var planted = SilenceLaws.OwnSource().RemoveAllSyntaxTrees().AddSyntaxTrees(CSharpSyntaxTree.ParseText(code));
        Assert.That(new CallGraph(planted).CirclesWithoutTrail().Count(), Is.EqualTo(count));
    }
}
