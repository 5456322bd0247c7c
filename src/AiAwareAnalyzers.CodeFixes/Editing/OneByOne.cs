namespace AiAwareAnalyzers.Editing;

/// <summary>
/// Repairs all findings of a document one after the other, for fixes whose repairs stand too close together to be
/// merged.
/// </summary>
internal sealed class OneByOne(CodeFixProvider fix) : DocumentBasedFixAllProvider
{
    protected override async Task<Document?> FixAllAsync(
        FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return document;

        var marks = diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic =>
                (
                    Diagnostic: diagnostic,
                    Node: root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true),
                    Mark: new SyntaxAnnotation()))
            .ToList();
        var marksOf = marks.ToLookup(mark => mark.Node, mark => mark.Mark);
        document = document.WithSyntaxRoot(root.ReplaceNodes(
            marksOf.Select(group => group.Key), (node, current) => current.WithAdditionalAnnotations(marksOf[node])));
        foreach (var (diagnostic, _, mark) in marks)
            document = await RepairAsync(document, diagnostic, mark, context).ConfigureAwait(false);
        return document;
    }

    /// <summary>Repairs the marked place, wherever it is by now; what an earlier repair took away needs none.</summary>
    private async Task<Document> RepairAsync(
        Document document, Diagnostic diagnostic, SyntaxAnnotation mark, FixAllContext context)
    {
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root!.GetAnnotatedNodes(mark).FirstOrDefault() is not { } node) return document;

        CodeAction? repair = null;
        var moved = Diagnostic.Create(diagnostic.Descriptor, node.GetLocation(), diagnostic.Properties);
        await fix.RegisterCodeFixesAsync(
            new CodeFixContext(document, moved, Take, context.CancellationToken)).ConfigureAwait(false);
        if (repair is null) return document;

        var operations = await repair.GetOperationsAsync(context.CancellationToken).ConfigureAwait(false);
        return operations.OfType<ApplyChangesOperation>().FirstOrDefault()?.ChangedSolution.GetDocument(document.Id)
            ?? document;

        void Take(CodeAction action, ImmutableArray<Diagnostic> repaired)
        {
            if (action.EquivalenceKey == context.CodeActionEquivalenceKey) repair ??= action;
        }
    }
}
