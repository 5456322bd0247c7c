using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.HallucinatedApi.Missing;

/// <summary>
/// Which import speaks for a reference that is missing: the first in the project, since adding the reference repairs
/// them all.
/// </summary>
internal sealed class MissingImports
{
    private readonly Dictionary<string, (string Path, TextSpan Span)> _first = new(StringComparer.Ordinal);

    private MissingImports(Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees.OrderBy(tree => tree.FilePath, StringComparer.Ordinal))
            foreach (var name in In(tree, CancellationToken.None))
                if (MissingNamespace.Of(name.ToString(), compilation) is { Bringer: { } bringer }
                    && !_first.ContainsKey(bringer.Reference))
                    _first[bringer.Reference] = (tree.FilePath, name.Span);
    }

    public static MissingImports Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new MissingImports(c));

    /// <summary>
    /// The imported names of a file. They stand at the top of it or of a namespace: no type is visited.
    /// </summary>
    public static IEnumerable<NameSyntax> In(SyntaxTree tree, CancellationToken cancellation) =>
        tree.GetRoot(cancellation)
            .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Select(NameOf)
            .OfType<NameSyntax>();

    /// <summary>The namespace that a directive imports, where it imports one by its plain name.</summary>
    public static NameSyntax? NameOf(SyntaxNode node) =>
        node is UsingDirectiveSyntax { Alias: null, Name: { IsMissing: false } name } directive
        && !directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword)
        && name.DescendantNodesAndSelf()
            .All(part => part is QualifiedNameSyntax or IdentifierNameSyntax { Identifier.ValueText.Length: > 0 })
            ? name
            : null;

    /// <summary>Whether this place speaks, or an earlier one has said it already.</summary>
    public bool IsFirst(MissingNamespace missing, string path, TextSpan span) =>
        missing.Bringer is not { } bringer
        || (_first.TryGetValue(bringer.Reference, out var first) && first == (path, span));
}
