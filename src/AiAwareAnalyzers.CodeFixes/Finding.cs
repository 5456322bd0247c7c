using Microsoft.CodeAnalysis.Editing;

namespace AiAwareAnalyzers;

/// <summary>One finding that a fix is asked about, with what every fix needs of it.</summary>
internal sealed class Finding(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root)
{
    public Diagnostic Diagnostic => diagnostic;

    public Document Document => context.Document;

    public SyntaxNode Root => root;

    public CancellationToken Cancellation => context.CancellationToken;

    /// <summary>The innermost node that the finding underlines.</summary>
    public SyntaxNode Node => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>The innermost node of a kind that holds the underlined place.</summary>
    public T? Enclosing<T>()
        where T : SyntaxNode =>
        Node.FirstAncestorOrSelf<T>();

    public Task<SemanticModel?> SemanticModelAsync() => Document.GetSemanticModelAsync(Cancellation);

    /// <summary>Offers an action that rewrites this document. The key names the kind of repair, so that Fix All repeats just that.</summary>
    public void Offer(string title, string key, Func<CancellationToken, Task<Document>> rewrite) =>
        context.RegisterCodeFix(CodeAction.Create(title, rewrite, key), diagnostic);

    /// <summary>Offers an action that rewrites several documents.</summary>
    public void Offer(string title, string key, Func<CancellationToken, Task<Solution>> rewrite) =>
        context.RegisterCodeFix(CodeAction.Create(title, rewrite, key), diagnostic);

    /// <summary>Offers an action that edits this document.</summary>
    public void Offer(string title, string key, Action<DocumentEditor> edit) =>
        Offer(title, key, async cancellation =>
        {
            var editor = await DocumentEditor.CreateAsync(Document, cancellation).ConfigureAwait(false);
            edit(editor);
            return editor.GetChangedDocument();
        });
}
