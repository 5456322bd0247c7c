using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Editing;

/// <summary>
/// What stands between the words of a piece of code, and must not be lost with it: statements that become one keep the
/// comments of both.
/// </summary>
internal static class CommentTrivia
{
    /// <summary>Whether a comment or a directive stands in a node, or around it.</summary>
    public static bool In(SyntaxNode node) => In(node.DescendantTrivia());

    public static bool In(IEnumerable<SyntaxTrivia> trivia) =>
        trivia.Any(static piece => IsComment(piece) || piece.IsDirective);

    /// <summary>
    /// Whether a comment is lost on the way from one root to another; what an empty handler says in its excuse may go
    /// with it.
    /// </summary>
    public static bool AreLost(SyntaxNode before, SyntaxNode after, CatchClauseSyntax excused)
    {
        var left = TextsOf(after.DescendantTrivia()).ToList();
        var excuse = excused.Block.Statements.Count == 0 ? excused.Block.Span : default;
        return TextsOf(before.DescendantTrivia().Where(trivia => !excuse.Contains(trivia.Span)))
            .Any(text => !left.Remove(text));
    }

    private static IEnumerable<string> TextsOf(IEnumerable<SyntaxTrivia> trivia) =>
        trivia.Where(IsComment).Select(static piece => piece.ToString());

    private static bool IsComment(SyntaxTrivia piece) =>
        piece.IsKind(SyntaxKind.SingleLineCommentTrivia) || piece.IsKind(SyntaxKind.MultiLineCommentTrivia);

    public static bool IsBlank(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.WhitespaceTrivia);

    /// <summary>Replaces two neighbouring statements by one.</summary>
    public static SyntaxNode Join(SyntaxNode root, SyntaxNode first, SyntaxNode second, SyntaxNode joined)
    {
        var block = (BlockSyntax)first.Parent!;
        var index = block.Statements.IndexOf((StatementSyntax)first);
        var statements = block.Statements.RemoveAt(index)
            .RemoveAt(index)
            .Insert(index, ((StatementSyntax)joined).WithLeadingTrivia(Of(first, second)));
        return root.ReplaceNode(block, block.WithStatements(statements));
    }

    /// <summary>What stands before the first, behind it, and before the second where that says something.</summary>
    private static SyntaxTriviaList Of(SyntaxNode first, SyntaxNode second)
    {
        var leading = first.GetLeadingTrivia();
        if (Speaks(first.GetTrailingTrivia()))
            leading = leading.AddRange(
                first.GetTrailingTrivia().SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
                .AddRange(Indentation(first));
        if (Speaks(second.GetLeadingTrivia()))
            leading = first.GetLeadingTrivia().Any(SyntaxKind.WhitespaceTrivia) && !Speaks(leading)
                ? second.GetLeadingTrivia()
                : leading.AddRange(second.GetLeadingTrivia().SkipWhile(trivia =>
                    trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
        return leading;
    }

    private static IEnumerable<SyntaxTrivia> Indentation(SyntaxNode node) =>
        node.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));

    private static bool Speaks(SyntaxTriviaList trivia) =>
        trivia.Any(piece => !piece.IsKind(SyntaxKind.WhitespaceTrivia) && !piece.IsKind(SyntaxKind.EndOfLineTrivia));
}
