namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>What stands between the words of a piece of code, and must not be lost with it.</summary>
internal static class Remarks
{
    /// <summary>Whether a comment or a directive stands in a node, or around it.</summary>
    public static bool In(SyntaxNode node) => In(node.DescendantTrivia());

    public static bool In(IEnumerable<SyntaxTrivia> trivia) => trivia.Any(static piece =>
        piece.IsKind(SyntaxKind.SingleLineCommentTrivia) || piece.IsKind(SyntaxKind.MultiLineCommentTrivia) || piece.IsDirective);

    public static bool IsBlank(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.WhitespaceTrivia);
}
