namespace AiAwareAnalyzers.Knowledge.Symbols;

/// <summary>
/// File by file, and from the top of each: an order that is the same in every build, whatever the order of the files.
/// </summary>
internal static class TextOrder
{
    /// <summary>Members by where they are declared.</summary>
    public static IEnumerable<TSymbol> InOrderOfText<TSymbol>(this IEnumerable<TSymbol> members)
        where TSymbol : ISymbol =>
        members
            .OrderBy(static member => member.Locations[0].SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static member => member.Locations[0].SourceSpan.Start);

    /// <summary>What stands in the code by where it stands.</summary>
    public static IEnumerable<T> InOrderOfText<T>(this IEnumerable<T> all, Func<T, SyntaxNode> place) => all
        .OrderBy(one => place(one).SyntaxTree.FilePath, StringComparer.Ordinal)
        .ThenBy(one => place(one).SpanStart);
}
