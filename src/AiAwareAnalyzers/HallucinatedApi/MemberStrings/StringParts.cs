using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>Where a part of a string's value stands in its literal.</summary>
internal static class StringParts
{
    /// <summary>Null where the string is no literal, or one whose escapes hide the place.</summary>
    public static TextSpan? Locate(ExpressionSyntax text, int start, int length)
    {
        if (text is not LiteralExpressionSyntax { Token: var token } || !token.IsKind(SyntaxKind.StringLiteralToken))
            return Raw(text, start, length);
        return token.Text.StartsWith("@", StringComparison.Ordinal)
            ? Verbatim(token, start, length)
            : Regular(token, start, length);
    }

    /// <summary>Quotes, however many, and what stands between them.</summary>
    private static TextSpan? Raw(ExpressionSyntax text, int start, int length) =>
        text is LiteralExpressionSyntax { Token: var token }
        && token.Text.StartsWith("\"\"\"", StringComparison.Ordinal)
        && token.Text.IndexOf('\n') < 0
            ? new TextSpan(token.SpanStart + (token.Text.Length - token.ValueText.Length) / 2 + start, length)
            : null;

    private static TextSpan? Verbatim(SyntaxToken token, int start, int length) =>
        token.Text.Length == token.ValueText.Length + 3 ? new TextSpan(token.SpanStart + 2 + start, length) : null;

    /// <summary>An escape of two characters stands for one; longer ones are not followed.</summary>
    private static TextSpan? Regular(SyntaxToken token, int start, int length)
    {
        var text = token.Text;
        var at = 1;
        for (var value = 0; value < start; value++)
        {
            if (at + 1 < text.Length && text[at] == '\\' && text[at + 1] is 'u' or 'U' or 'x') return null;
            at += text[at] == '\\' ? 2 : 1;
        }

        return at + length < text.Length && text.IndexOf('\\', at, length) < 0
            ? new TextSpan(token.SpanStart + at, length)
            : null;
    }
}
