using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>
/// Makes a function synchronous that only plays asynchrony, if every caller awaits it on the spot, and takes the awaits
/// from the callers.
/// </summary>
internal sealed class SynchronousForm
{
    private readonly Dictionary<DocumentId, Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>>> _edits = new();
    private readonly SyntaxAnnotation _caller = new();
    private readonly CancellationToken _cancellation;
    private readonly string _name;
    private Solution _solution;

    private SynchronousForm(Solution solution, string name, CancellationToken cancellation) =>
        (_solution, _name, _cancellation) = (solution, name, cancellation);

    /// <summary>
    /// The solution afterwards; null where a caller would notice, or would be left async with nothing to await.
    /// </summary>
    public static async Task<Solution?> OfAsync(
        Document document,
        SyntaxNode function,
        Func<SemanticModel, AwaitExpressionSyntax, bool> isPlayed,
        CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || model.GetDeclaredSymbol(function, cancellation) is not IMethodSymbol symbol
            || AwaitRemoval.Synchronous(function, model, awaited => isPlayed(model, awaited)) is not { } synchronous)
            return null;

        var original = document.Project.Solution;
        if (await AwaitedCalls.OfAsync(symbol, original, cancellation).ConfigureAwait(false) is not { } calls)
            return null;
        if (calls.Any(call => function.Span.Contains(call.Name.Span) && call.Document.Id == document.Id)) return null;

        var form = new SynchronousForm(
            original, await AwaitedCalls.NameAsync(symbol, calls, cancellation).ConfigureAwait(false), cancellation);
        form.EditsOf(document.Id)[function] = _ => FunctionForm.Named(synchronous, form._name);
        foreach (var call in calls) form.Add(call);
        await form.ApplyAsync().ConfigureAwait(false);
        return await form.SettleCallersAsync().ConfigureAwait(false)
            && await form.CompilesAsync(original).ConfigureAwait(false) ? form._solution : null;
    }

    private void Add(AwaitedCall call)
    {
        var edits = EditsOf(call.Document.Id);
        edits[call.Name] = rewritten => ((SimpleNameSyntax)rewritten)
            .WithIdentifier(SyntaxFactory.Identifier(_name).WithTriviaFrom(call.Name.Identifier));
        edits[call.Await] = rewritten => AwaitSyntax.TaskOf((AwaitExpressionSyntax)rewritten).WithTriviaFrom(rewritten);
        if (call.Await.Parent is ParenthesizedExpressionSyntax brackets)
            edits[brackets] = static rewritten => FullName.Simplified(rewritten);
        if (call.Await.FirstAncestorOrSelf<SyntaxNode>(AwaitRemoval.IsFunction) is { } caller
            && !edits.ContainsKey(caller))
            edits[caller] = rewritten => rewritten.WithAdditionalAnnotations(_caller);
    }

    private Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>> EditsOf(DocumentId id)
    {
        if (!_edits.TryGetValue(id, out var edits)) _edits.Add(id, edits = new());
        return edits;
    }

    private async Task ApplyAsync()
    {
        foreach (var entry in _edits)
            if (await _solution.GetDocument(entry.Key)!
                .GetSyntaxRootAsync(_cancellation).ConfigureAwait(false) is { } root)
                _solution = _solution.WithDocumentSyntaxRoot(
                    entry.Key,
                    root.ReplaceNodes(entry.Value.Keys, (original, rewritten) => entry.Value[original](rewritten)));
    }

    /// <summary>A caller that has nothing left to await returns its own finished task.</summary>
    private async Task<bool> SettleCallersAsync()
    {
        foreach (var id in _edits.Keys)
            while (await IdleCallerAsync(id).ConfigureAwait(false) is var (root, model, caller))
            {
                if (AwaitRemoval.Of(caller, model, static _ => false) is not { } settled) return false;
                _solution = _solution.WithDocumentSyntaxRoot(
                    id, root.ReplaceNode(caller, settled.WithoutAnnotations(_caller)));
            }

        return true;
    }

    private async Task<(SyntaxNode Root, SemanticModel Model, SyntaxNode Caller)?> IdleCallerAsync(DocumentId id)
    {
        var document = _solution.GetDocument(id)!;
        if (await document.GetSyntaxRootAsync(_cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(_cancellation).ConfigureAwait(false) is not { } model)
            return null;
        return root.GetAnnotatedNodes(_caller)
            .FirstOrDefault(static caller => FunctionForm.IsAsync(caller) && !AwaitRemoval.Awaits(caller)) is { } idle
            ? (root, model, idle)
            : null;
    }

    /// <summary>The compiler has the last word.</summary>
    private async Task<bool> CompilesAsync(Solution before)
    {
        foreach (var id in _edits.Keys)
            if (await ErrorsAsync(_solution, id).ConfigureAwait(false)
                > await ErrorsAsync(before, id).ConfigureAwait(false))
                return false;
        return true;
    }

    private async Task<int> ErrorsAsync(Solution solution, DocumentId id) =>
        await solution.GetDocument(id)!.GetSemanticModelAsync(_cancellation).ConfigureAwait(false) is { } model
            ? CompilerErrors.In(model, _cancellation).Count()
            : 0;
}
