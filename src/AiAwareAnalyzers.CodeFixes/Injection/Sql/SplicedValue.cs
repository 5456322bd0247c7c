using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Injection.Sql;

/// <summary>A value between the quotes of a SQL literal: <c>'%{text}%'</c>, <c>'" + name + "'</c>.</summary>
internal sealed class SplicedValue
{
    private SplicedValue(ExpressionSyntax value, TextSpan span, string prefix, string suffix)
    {
        Value = value;
        Span = span;
        Prefix = prefix;
        Suffix = suffix;
    }

    public ExpressionSyntax Value { get; }

    /// <summary>From the opening quote to the closing one.</summary>
    public TextSpan Span { get; }

    /// <summary>What stands between the opening quote and the value.</summary>
    public string Prefix { get; }

    /// <summary>What stands between the value and the closing quote.</summary>
    public string Suffix { get; }

    /// <summary>The interpolated string or the sum that the value is spliced into.</summary>
    public static ExpressionSyntax? TextAround(SyntaxNode value)
    {
        var text = value.Parent is InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax interpolated }
            ? interpolated
            : value as ExpressionSyntax;
        while (text?.Parent is BinaryExpressionSyntax sum && sum.IsKind(SyntaxKind.AddExpression)) text = sum;
        return text;
    }

    /// <summary>
    /// Finds the quotes around a value; null where it does not fill a literal together with plain text.
    /// </summary>
    public static SplicedValue? Find(SyntaxNode value) => value switch
    {
        ExpressionSyntax { Parent: InterpolationSyntax { AlignmentClause: null, FormatClause: null,
            Parent: InterpolatedStringExpressionSyntax text } hole } expression =>
            Between(expression, Piece(text, hole, -1), Piece(text, hole, +1)),
        ExpressionSyntax { Parent: BinaryExpressionSyntax } expression => InSum(expression),
        _ => null,
    };

    private static SyntaxToken Piece(InterpolatedStringExpressionSyntax text, InterpolationSyntax hole, int offset)
    {
        var index = text.Contents.IndexOf(hole) + offset;
        return index >= 0 && index < text.Contents.Count && text.Contents[index] is InterpolatedStringTextSyntax piece
            ? piece.TextToken
            : default;
    }

    private static SplicedValue? InSum(ExpressionSyntax value)
    {
        var sum = (BinaryExpressionSyntax)value.Parent!;
        if (sum.Right != value
            || sum.Parent is not BinaryExpressionSyntax outer
            || outer.Left != sum
            || !outer.IsKind(SyntaxKind.AddExpression))
            return null;
        var before = sum.Left is BinaryExpressionSyntax inner ? inner.Right : sum.Left;
        return AreAlike(before, outer.Right) && !HasComments(before, outer.Right)
            ? Between(value, ((LiteralExpressionSyntax)before).Token, ((LiteralExpressionSyntax)outer.Right).Token)
            : null;
    }

    /// <summary>Two literals that can become one: both regular, or both verbatim.</summary>
    private static bool AreAlike(ExpressionSyntax before, ExpressionSyntax after) =>
        before is LiteralExpressionSyntax { Token: var first } && after is LiteralExpressionSyntax { Token: var second }
        && first.IsKind(SyntaxKind.StringLiteralToken) && second.IsKind(SyntaxKind.StringLiteralToken)
        && first.Text[0] == second.Text[0];

    private static bool HasComments(SyntaxNode first, SyntaxNode last) =>
        first.Parent!.DescendantTrivia(TextSpan.FromBounds(first.SpanStart, last.Span.End))
            .Concat(last.GetLeadingTrivia())
            .Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));

    private static SplicedValue? Between(ExpressionSyntax value, SyntaxToken before, SyntaxToken after)
    {
        var opening = before.Text?.LastIndexOf('\'') ?? -1;
        var closing = after.Text?.IndexOf('\'') ?? -1;
        if (opening < 0 || closing < 0) return null;

        var prefix = Inner(before.Text![(opening + 1)..], before);
        var start = after.IsKind(SyntaxKind.StringLiteralToken) ? after.Text!.IndexOf('"') + 1 : 0;
        if (closing < start) return null;
        var suffix = after.Text!.Substring(start, closing - start);
        return IsPlain(prefix) && IsPlain(suffix)
            ? new(value, TextSpan.FromBounds(before.SpanStart + opening, after.SpanStart + closing + 1), prefix, suffix)
            : null;
    }

    private static string Inner(string text, SyntaxToken token) =>
        token.IsKind(SyntaxKind.StringLiteralToken) ? text.TrimEnd('"') : text;

    /// <summary>Text that means the same in every kind of literal.</summary>
    private static bool IsPlain(string text) =>
        text.All(character =>
            char.IsLetterOrDigit(character) || character is '%' or '_' or ' ' or '.' or ':' or '/' or '-');
}
