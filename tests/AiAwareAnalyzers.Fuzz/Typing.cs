namespace AiAwareAnalyzers.Fuzz;

/// <summary>
/// Statements and members as an editor sees them while they are typed: each beginning of each, with the rest of the
/// file behind it.
/// </summary>
internal static class Typing
{
    public static IEnumerable<Mutant> Of(Seed seed) =>
        from node in seed.Root.DescendantNodes().Where(IsTyped)
        from end in Stops(node)
        select new Mutant(seed, "half a statement", new TextChange(TextSpan.FromBounds(end, node.Span.End), ""));

    private static bool IsTyped(SyntaxNode node) =>
        node is StatementSyntax and not BlockSyntax
        or BaseFieldDeclarationSyntax or PropertyDeclarationSyntax or AttributeListSyntax or UsingDirectiveSyntax;

    /// <summary>Behind each token, and in the middle of each word.</summary>
    private static IEnumerable<int> Stops(SyntaxNode node)
    {
        foreach (var token in node.DescendantTokens())
        {
            if (token.Span.Length > 3) yield return token.SpanStart + token.Span.Length / 2;
            if (token.Span.End < node.Span.End) yield return token.Span.End;
        }
    }
}
