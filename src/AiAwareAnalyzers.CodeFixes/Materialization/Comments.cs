using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization;

/// <summary>Statements that become one keep the comments of both.</summary>
internal static class Comments
{
    /// <summary>Replaces two neighbouring statements by one.</summary>
    public static SyntaxNode Join(SyntaxNode root, SyntaxNode first, SyntaxNode second, SyntaxNode joined)
    {
        var block = (BlockSyntax)first.Parent!;
        var index = block.Statements.IndexOf((StatementSyntax)first);
        var statements = block.Statements.RemoveAt(index).RemoveAt(index).Insert(index, ((StatementSyntax)joined).WithLeadingTrivia(Of(first, second)));
        return root.ReplaceNode(block, block.WithStatements(statements));
    }

    /// <summary>What stands before the first, behind it, and before the second where that says something.</summary>
    private static SyntaxTriviaList Of(SyntaxNode first, SyntaxNode second)
    {
        var leading = first.GetLeadingTrivia();
        if (Speaks(first.GetTrailingTrivia()))
            leading = leading.AddRange(first.GetTrailingTrivia().SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))).AddRange(Indentation(first));
        if (Speaks(second.GetLeadingTrivia()))
            leading = first.GetLeadingTrivia().Any(SyntaxKind.WhitespaceTrivia) && !Speaks(leading)
                ? second.GetLeadingTrivia()
                : leading.AddRange(second.GetLeadingTrivia().SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
        return leading;
    }

    private static IEnumerable<SyntaxTrivia> Indentation(SyntaxNode node) =>
        node.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));

    private static bool Speaks(SyntaxTriviaList trivia) =>
        trivia.Any(piece => !piece.IsKind(SyntaxKind.WhitespaceTrivia) && !piece.IsKind(SyntaxKind.EndOfLineTrivia));
}
