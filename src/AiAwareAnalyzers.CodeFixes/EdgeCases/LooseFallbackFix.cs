using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>Puts each <c>??</c> and its own fallback in parentheses.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LooseFallbackFix))]
public sealed class LooseFallbackFix() : Fix("AIA0916")
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Node is BinaryExpressionSyntax choice
            && LooseFallback.FallbackOf(choice) is { } fallback
            && LooseFallback.NeutralOf(fallback) is { } neutral)
            finding.Offer(
                "Put the fallback in parentheses", "Parentheses",
                editor => editor.ReplaceNode(choice, Bound(choice, fallback, neutral)));
        return Task.CompletedTask;
    }

    /// <summary><c>a ?? 0 + b ?? 0</c> becomes <c>(a ?? 0) + (b ?? 0)</c>.</summary>
    private static ExpressionSyntax Bound(
        BinaryExpressionSyntax choice, BinaryExpressionSyntax fallback, LiteralExpressionSyntax neutral)
    {
        var first = InParentheses(choice.WithRight(neutral.WithoutTrailingTrivia()).WithoutTrivia())
            .WithTrailingTrivia(neutral.GetTrailingTrivia());
        var bound = fallback.ReplaceNode(neutral, first);
        if (choice.Right is BinaryExpressionSyntax last && last != fallback)
            bound = bound.WithRight(InParentheses(last.WithLeft(fallback.Right).WithoutTrivia()));
        return bound.WithTriviaFrom(choice);
    }

    private static ParenthesizedExpressionSyntax InParentheses(ExpressionSyntax expression) =>
        SyntaxFactory.ParenthesizedExpression(expression);
}
