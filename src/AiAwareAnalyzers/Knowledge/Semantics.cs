using System.Collections.Concurrent;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>What other files of a compilation mean: asked only for the few places that a cheap look at names has found.</summary>
internal sealed class Semantics
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();

    private Semantics(Compilation compilation) => _compilation = compilation;

    public static Semantics Of(Compilation compilation) => Facts.Of(compilation, static c => new Semantics(c));

    /// <summary>Null for the tree of another compilation.</summary>
    public SemanticModel? ModelOf(SyntaxTree tree) =>
        _compilation.ContainsSyntaxTree(tree) ? _models.GetOrAdd(tree, file => _compilation.GetSemanticModel(file)) : null;
}
