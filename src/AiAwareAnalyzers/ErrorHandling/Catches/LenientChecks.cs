using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>Conditions of a validator that let pass what they could not check, and give the reason.</summary>
internal static class LenientChecks
{
    /// <summary>Methods by which a validator takes a condition.</summary>
    private static readonly ImmutableHashSet<string> Takers = WordSet.Of(
        "Ensure EnsureAsync Must MustAsync Satisfies SatisfiesAsync Validate ValidateAsync");

    /// <summary>A private condition whose handler holds a reason and one constant answer.</summary>
    public static bool AreIn(CatchClause caught) =>
        caught.Function is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private } function
        && Promises.Returned(function).SpecialType == SpecialType.System_Boolean
        && caught.Clause.Handler.Operations is [IReturnOperation { ReturnedValue: { } answer }]
        && answer.Settled().ConstantValue.HasValue
        && Comments.Explain(caught.Clause.Syntax)
        && (Words.Of(function.Name) is ["be", _, ..] || AreHandedOn(function));

    /// <summary>Wherever the type names the function, a validator is given it.</summary>
    private static bool AreHandedOn(IMethodSymbol function)
    {
        var mentions = Mentions.SpelledLike(function).ToList();
        return mentions.Count > 0
            && mentions.TrueForAll(static name =>
                name.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax taker }
                && Takers.Contains(Calls.NameOf(taker)));
    }
}
