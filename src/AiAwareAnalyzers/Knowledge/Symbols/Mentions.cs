using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Symbols;

/// <summary>Where a member is named: looked for by the text first, and bound where that is found.</summary>
internal static class Mentions
{
    /// <summary>The names in a type that are spelled like one of its methods: nothing is bound.</summary>
    public static IEnumerable<IdentifierNameSyntax> SpelledLike(IMethodSymbol method) =>
        method.ContainingType.DeclaringSyntaxReferences
            .SelectMany(static part => part.GetSyntax().DescendantNodes())
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == method.Name);

    /// <summary>
    /// The names that stand for a member, or for a contract that it stands in for; those that do not count are not
    /// bound.
    /// </summary>
    public static IEnumerable<SimpleNameSyntax> Of(
        IReadOnlyList<ISymbol> members, Compilation compilation, Func<SyntaxNode, bool>? counts = null)
    {
        var name = members[0].Name.Split('.').Last();
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (!Calls.AreMentioned(tree, name) || Semantics.Of(compilation).ModelOf(tree) is not { } model) continue;
            foreach (var mention in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
                if (mention.Identifier.ValueText == name
                    && counts?.Invoke(mention) != false
                    && model.GetSymbolInfo(mention) is var found
                    && (found.Symbol ?? found.CandidateSymbols.FirstOrDefault()) is { } named
                    && members.Contains(named.OriginalDefinition, SymbolEqualityComparer.Default))
                    yield return mention;
        }
    }
}
