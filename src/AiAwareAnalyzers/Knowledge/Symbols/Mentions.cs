using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Symbols;

/// <summary>Where a member is named: looked for by the text first, and bound where that is found.</summary>
/// <remarks>A file is read once and a name bound once, however many members are asked about.</remarks>
internal sealed class Mentions
{
    private readonly ConcurrentDictionary<SyntaxTree, ILookup<string, SimpleNameSyntax>> _byName = new();

    private readonly ConcurrentDictionary<SimpleNameSyntax, ISymbol?> _meanings = new();

    private readonly Compilation _compilation;

    private Mentions(Compilation compilation) => _compilation = compilation;

    /// <summary>The names in a type that are spelled like one of its methods: nothing is bound.</summary>
    public static IEnumerable<IdentifierNameSyntax> SpelledLike(IMethodSymbol method) =>
        method.ContainingType.DeclaringSyntaxReferences
            .SelectMany(static part => part.GetSyntax().DescendantNodes())
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == method.Name);

    /// <summary>The names that are spelled like this, whatever they stand for.</summary>
    public static IEnumerable<SimpleNameSyntax> Of(string name, Compilation compilation) =>
        Facts.Of(compilation, static c => new Mentions(c)).SpelledLike(name);

    /// <summary>
    /// The names that stand for a member, or for a contract that it stands in for; those that do not count are not
    /// bound.
    /// </summary>
    public static IEnumerable<SimpleNameSyntax> Of(
        IReadOnlyList<ISymbol> members, Compilation compilation, Func<SyntaxNode, bool>? counts = null)
    {
        var mentions = Facts.Of(compilation, static c => new Mentions(c));
        return mentions.SpelledLike(members[0].Name.Split('.').Last())
            .Where(mention => counts?.Invoke(mention) != false
                && mentions.MeaningOf(mention) is { } named
                && members.Contains(named, SymbolEqualityComparer.Default));
    }

    /// <summary>Files that do not have it in their text are not read.</summary>
    private IEnumerable<SimpleNameSyntax> SpelledLike(string name) =>
        _compilation.SyntaxTrees
            .Where(tree => _byName.ContainsKey(tree) || Calls.AreMentioned(tree, name))
            .SelectMany(tree => _byName.GetOrAdd(tree, ByName)[name]);

    private static ILookup<string, SimpleNameSyntax> ByName(SyntaxTree tree) => tree.GetRoot().DescendantNodes()
        .OfType<SimpleNameSyntax>()
        .ToLookup(static name => name.Identifier.ValueText, StringComparer.Ordinal);

    /// <summary>What is declared; an extension is called by another symbol than it is declared by.</summary>
    private ISymbol? MeaningOf(SimpleNameSyntax mention) => _meanings.GetOrAdd(mention, name =>
        Semantics.Of(_compilation).ModelOf(name.SyntaxTree)?.GetSymbolInfo(name) is { } found
            ? Declared(found.Symbol ?? found.CandidateSymbols.FirstOrDefault())
            : null);

    private static ISymbol? Declared(ISymbol? symbol) =>
        ((symbol as IMethodSymbol)?.ReducedFrom ?? symbol)?.OriginalDefinition;
}
