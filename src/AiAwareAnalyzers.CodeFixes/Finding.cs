using Microsoft.CodeAnalysis.Editing;

namespace AiAwareAnalyzers;

/// <summary>One finding that a fix is asked about, with what every fix needs of it.</summary>
internal sealed class Finding(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root)
{
    private readonly List<Func<Task<CodeAction?>>> _offers = [];

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

    /// <summary>
    /// Offers an action that rewrites this document. The key names the kind of repair, so that Fix All repeats just
    /// that.
    /// </summary>
    public void Offer(string title, string key, Func<CancellationToken, Task<Document>> rewrite) =>
        _offers.Add(async () =>
            await ProvenAsync(await KeptAsync(rewrite).ConfigureAwait(false)).ConfigureAwait(false) is { } changed
                ? CodeAction.Create(title, _ => Task.FromResult(changed), key)
                : null);

    /// <summary>Offers a rewritten document that has been compiled already.</summary>
    public void OfferProven(string title, string key, Document rewritten) =>
        _offers.Add(async () =>
        {
            var changed = await KeptAsync(_ => Task.FromResult(rewritten)).ConfigureAwait(false);
            return CodeAction.Create(title, _ => Task.FromResult(changed), key);
        });

    /// <summary>Offers an action that rewrites several documents, and that whoever offers it has compiled.</summary>
    public void Offer(string title, string key, Func<CancellationToken, Task<Solution>> rewrite) =>
        _offers.Add(() =>
            Task.FromResult<CodeAction?>(
                CodeAction.Create(title, cancellation => KeptAsync(rewrite, cancellation), key)));

    /// <summary>Offers an action that edits this document.</summary>
    public void Offer(string title, string key, Action<DocumentEditor> edit) =>
        Offer(title, key, async cancellation =>
        {
            var editor = await DocumentEditor.CreateAsync(Document, cancellation).ConfigureAwait(false);
            edit(editor);
            return editor.GetChangedDocument();
        });

    /// <summary>Hands over what was offered and compiles, in the order of the offers.</summary>
    public async Task RegisterAsync()
    {
        foreach (var offer in _offers)
            if (await TriedAsync(offer).ConfigureAwait(false) is { } action)
                context.RegisterCodeFix(action, diagnostic);
    }

    /// <summary>
    /// The host's own simplifier, which shortens what a fix writes in full, finds no tree for a static local function
    /// that is called <c>Main</c>: what cannot be written as a person would is not offered.
    /// </summary>
    private static async Task<CodeAction?> TriedAsync(Func<Task<CodeAction?>> offer)
    {
        try
        {
            return await offer().ConfigureAwait(false);
        }
        catch (KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Null where the rewriting brings an error that was not there before.</summary>
    private async Task<Document?> ProvenAsync(Document changed) =>
        (await CompilerErrors.NewInAsync(changed, Document, Cancellation).ConfigureAwait(false)).Count == 0
            ? changed
            : null;

    private async Task<Document> KeptAsync(Func<CancellationToken, Task<Document>> rewrite) =>
        await DocumentStyle.KeptAsync(
            Document, await rewrite(Cancellation).ConfigureAwait(false), Cancellation).ConfigureAwait(false);

    private async Task<Solution> KeptAsync(
        Func<CancellationToken, Task<Solution>> rewrite, CancellationToken cancellation) =>
        await DocumentStyle.KeptAsync(
            Document.Project.Solution,
            await rewrite(cancellation).ConfigureAwait(false),
            cancellation).ConfigureAwait(false);
}
