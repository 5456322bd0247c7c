using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>A rewriting that may or may not compile, and the proof.</summary>
internal sealed class Trial(Document document, SyntaxNode root)
{
    private static readonly SyntaxAnnotation Rewritten = new();

    /// <summary>The document in which one node stands for another, with what must be imported for it; null where that does not compile.</summary>
    public async Task<Document?> Replace(SyntaxNode old, SyntaxNode replacement, string? import, CancellationToken cancellation)
    {
        var changed = root.ReplaceNode(old, replacement.WithTriviaFrom(old).WithAdditionalAnnotations(Rewritten));
        if (import is not null) changed = Import(changed, import);
        var attempt = document.WithSyntaxRoot(changed);
        return await Compiles(attempt, cancellation).ConfigureAwait(false) ? attempt : null;
    }

    /// <summary>What is wrong elsewhere may stay wrong; the rewritten node and what holds it may not.</summary>
    private static async Task<bool> Compiles(Document attempt, CancellationToken cancellation)
    {
        var root = await attempt.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await attempt.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root?.GetAnnotatedNodes(Rewritten).FirstOrDefault() is not { } node || model is null) return false;

#pragma warning disable RS0030 // Only asked when somebody opens the menu, and nobody knows better than the compiler.
        var errors = model.GetDiagnostics(Surroundings(node).Span, cancellation);
#pragma warning restore RS0030
        return !errors.Any(error => error.Severity == DiagnosticSeverity.Error && error.Location.SourceSpan.IntersectsWith(node.Span) && !IsAfter(error, node));
    }

    /// <summary>In a chain of calls the next link may be wrong for reasons of its own: its finding begins where this one ends.</summary>
    private static bool IsAfter(Diagnostic error, SyntaxNode node) => error.Location.SourceSpan.Start >= node.Span.End;

    private static SyntaxNode Surroundings(SyntaxNode node) =>
        node.FirstAncestorOrSelf<StatementSyntax>() ?? node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node.FirstAncestorOrSelf<UsingDirectiveSyntax>() ?? node;

    private static SyntaxNode Import(SyntaxNode root, string import)
    {
        if (root is not CompilationUnitSyntax unit) return root;
        var name = SyntaxFactory.ParseName(import).WithLeadingTrivia(SyntaxFactory.Space);
        return unit.AddUsings(SyntaxFactory.UsingDirective(name).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed));
    }
}
