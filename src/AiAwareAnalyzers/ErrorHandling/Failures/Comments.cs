using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling.Failures;

/// <summary>What comments beside code are worth.</summary>
internal static class Comments
{
    /// <summary>Words that only say again what one sees, or that something is still to be done.</summary>
    private static readonly ImmutableHashSet<string> Empty = WordSet.Of(
        "ignore ignored ignoring swallow swallowed nothing empty todo fixme hack do exception exceptions error errors",
        "the any all silently silent this it just here catch ex e noop no op suppress suppressed skip handle for now",
        "and a an intentionally left blank quietly fail later log failed failure failures fire forget");

    /// <summary>Words that leave a log to somebody else, or to another day.</summary>
    private static readonly ImmutableHashSet<string> Conditions = WordSet.Of(
        "already caller callers consider could elsewhere if later may maybe might not should todo when would");

    /// <summary>Whether a comment inside a node says that a failure is logged: <c>// Log the error</c>.</summary>
    public static bool ClaimLog(SyntaxNode node) => node.DescendantTrivia(descendIntoTrivia: false).Any(ClaimsLog);

    /// <summary>Whether a comment inside a node, or at the end of its first line, gives a reason.</summary>
    public static bool Explain(SyntaxNode node) =>
        node.DescendantTrivia(descendIntoTrivia: false).Any(Explains)
        || node.GetLastToken().TrailingTrivia.Any(Explains);

    /// <summary>Whether a comment above a statement, or behind it, gives a reason.</summary>
    public static bool ExplainStatement(SyntaxNode node)
    {
        var statement = node.FirstAncestorOrSelf<StatementSyntax>() ?? node;
        return statement.GetLeadingTrivia().Any(Explains) || statement.GetTrailingTrivia().Any(Explains);
    }

    /// <summary>A sentence, and no code that was commented out.</summary>
    private static bool ClaimsLog(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)
        && trivia.ToString() is var comment
        && comment.IndexOfAny(['(', ';']) < 0
        && Words.Of(comment) is { Length: > 1 } words
        && words[0] is "log" or "logs" or "logged" or "logging"
        && !words.Any(Conditions.Contains);

    /// <summary>Whether a piece of trivia is a comment with a word that says more than the code.</summary>
    public static bool Explains(SyntaxTrivia trivia) =>
        (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
        && Words.Of(trivia.ToString()).Any(static word => word.Length > 1 && !Empty.Contains(word));
}
