using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Editing;

/// <summary>Names that a fix may declare, because nothing else is called so.</summary>
internal static class FreeNames
{
    /// <summary>
    /// Whether no local of the surroundings is called so, and the statement means nothing else by it.
    /// </summary>
    public static async Task<bool> AreFreeAsync(Finding finding, SyntaxNode place, params string[] names) =>
        await finding.SemanticModelAsync().ConfigureAwait(false) is { } model
        && names.All(name =>
            !model.LookupSymbols(place.SpanStart, name: name)
                .Any(symbol => symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol))
        && place.FirstAncestorOrSelf<StatementSyntax>()
            ?.DescendantTokens()
            .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText)) == false;

    /// <summary>
    /// The first of some names that nothing in the member around a place bears, or else a numbered one.
    /// </summary>
    public static string Around(SyntaxNode place, string numbered, params string[] wanted)
    {
        var member = place.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? place.SyntaxTree.GetRoot();
        var root = member is GlobalStatementSyntax ? place.SyntaxTree.GetRoot() : member;
        var taken = new HashSet<string>(root.DescendantTokens()
            .Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(static token => token.ValueText));
        return wanted.FirstOrDefault(name => !taken.Contains(name))
            ?? Numbered(numbered, 1, name => !taken.Contains(name));
    }

    /// <summary>The first free name with a number behind it.</summary>
    public static string Numbered(string name, int first, Func<string, bool> isFree)
    {
        var number = first;
        while (!isFree(name + number)) number++;
        return name + number;
    }
}
