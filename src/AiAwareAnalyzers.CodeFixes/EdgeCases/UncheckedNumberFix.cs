using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>Asks whether a number is inside its range, which NaN is not, instead of outside.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UncheckedNumberFix))]
public sealed class UncheckedNumberFix() : Fix("AIA0902")
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.Properties.ContainsKey(UncheckedNumber.Range)
            && finding.Node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } check
            && Turned(check.Left) is { } left && Turned(check.Right) is { } right)
            finding.Offer(
                "Ask whether it is inside", "Inside", editor => editor.ReplaceNode(check, Inside(check, left, right)));
        return Task.CompletedTask;
    }

    /// <summary><c>!(x &gt;= low &amp;&amp; x &lt;= high)</c>.</summary>
    private static ExpressionSyntax Inside(BinaryExpressionSyntax check, ExpressionSyntax left, ExpressionSyntax right)
    {
        var and = SyntaxFactory.Token(SyntaxKind.AmpersandAmpersandToken).WithTriviaFrom(check.OperatorToken);
        var both = SyntaxFactory.BinaryExpression(
            SyntaxKind.LogicalAndExpression, left, and, right.WithoutTrailingTrivia());
        return SyntaxFactory.PrefixUnaryExpression(
            SyntaxKind.LogicalNotExpression, SyntaxFactory.ParenthesizedExpression(both.WithoutLeadingTrivia()))
            .WithTriviaFrom(check);
    }

    /// <summary>The comparison that holds where the other does not, for numbers that are numbers.</summary>
    private static ExpressionSyntax? Turned(ExpressionSyntax side)
    {
        if (side is not BinaryExpressionSyntax comparison) return null;
        (SyntaxKind Expression, SyntaxKind Token)? turned = comparison.Kind() switch
        {
            SyntaxKind.LessThanExpression =>
                (SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.GreaterThanEqualsToken),
            SyntaxKind.LessThanOrEqualExpression => (SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanToken),
            SyntaxKind.GreaterThanExpression => (SyntaxKind.LessThanOrEqualExpression, SyntaxKind.LessThanEqualsToken),
            SyntaxKind.GreaterThanOrEqualExpression => (SyntaxKind.LessThanExpression, SyntaxKind.LessThanToken),
            _ => null,
        };
        return turned is var (expression, token)
            ? SyntaxFactory.BinaryExpression(
                expression,
                comparison.Left,
                SyntaxFactory.Token(token).WithTriviaFrom(comparison.OperatorToken),
                comparison.Right)
            : null;
    }
}
