using AiAwareAnalyzers.Editing;
using AiAwareAnalyzers.FakeWork.Work;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>
/// Drops the awaits that wait for nothing, and <c>async</c> where no other is left; where all callers allow, the task
/// too.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PointlessAsyncFix))]
public sealed class PointlessAsyncFix() : Fix(PointlessAsync.Descriptor.Id)
{
    private const string Synchronous = "Synchronous";

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => OneByOne.Provider;

    private protected override async Task OfferAsync(Finding finding)
    {
        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model) return;
        if (finding.Node.FirstAncestorOrSelf<SyntaxNode>(AwaitRemoval.IsFunction) is not { } function) return;

        var isPlayed = PlayedIn(finding.Diagnostic);
        if (await SynchronousForm.OfAsync(
            finding.Document, function, isPlayed, finding.Cancellation).ConfigureAwait(false) is { } solution)
            finding.Offer(
                "Make it synchronous, and its callers not await it", Synchronous, _ => Task.FromResult(solution));
        if (AwaitRemoval.Of(function, model, awaited => isPlayed(model, awaited)) is { } unmasked)
            finding.Offer(
                "Drop the await that waits for nothing",
                nameof(PointlessAsyncFix),
                editor => editor.ReplaceNode(function, unmasked));
    }

    private static Func<SemanticModel, AwaitExpressionSyntax, bool> PlayedIn(Diagnostic diagnostic)
    {
        var delays = diagnostic.Properties.ContainsKey(PointlessAsync.DelaysArePlayed);
        return (model, awaited) =>
            model.GetOperation(awaited) is IAwaitOperation operation && PointlessAwaits.IsPlayed(operation, delays);
    }

    /// <summary>
    /// Functions that become synchronous may have a caller in common: each starts from what the one before has left.
    /// </summary>
    private sealed class OneByOne : FixAllProvider
    {
        public static readonly OneByOne Provider = new();

        public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
        {
            if (context.CodeActionEquivalenceKey != Synchronous)
                return await WellKnownFixAllProviders.BatchFixer.GetFixAsync(context).ConfigureAwait(false);

            var solution = context.Solution;
            var waiting = new List<(DocumentId Id, SyntaxAnnotation Mark, Diagnostic Diagnostic)>();
            foreach (var diagnostic in await RepairScope.FindingsOfAsync(context).ConfigureAwait(false))
                if (solution.GetDocumentId(diagnostic.Location.SourceTree) is { } id)
                    waiting.Add((id, new SyntaxAnnotation(), diagnostic));
            foreach (var ofDocument in waiting.GroupBy(static entry => entry.Id))
                if (await solution.GetDocument(ofDocument.Key)!
                    .GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root)
                    solution = solution.WithDocumentSyntaxRoot(ofDocument.Key, Marked(root, ofDocument));
            foreach (var (id, mark, diagnostic) in waiting)
                solution = await WithoutTaskAsync(
                    solution.GetDocument(id)!, mark, diagnostic, context.CancellationToken).ConfigureAwait(false);
            return CodeAction.Create(
                "Make them synchronous",
                cancellation => DocumentStyle.KeptAsync(context.Solution, solution, cancellation),
                Synchronous);
        }

        private static SyntaxNode Marked(
            SyntaxNode root, IEnumerable<(DocumentId Id, SyntaxAnnotation Mark, Diagnostic Diagnostic)> findings)
        {
            var marks = findings
                .Select(finding =>
                    (Function: root.FindNode(finding.Diagnostic.Location.SourceSpan)
                        .FirstAncestorOrSelf<SyntaxNode>(AwaitRemoval.IsFunction), finding.Mark))
                .Where(static pair => pair.Function is not null)
                .ToLookup(static pair => pair.Function!, static pair => pair.Mark);
            return root.ReplaceNodes(
                marks.Select(static group => group.Key),
                (original, rewritten) => rewritten.WithAdditionalAnnotations(marks[original]));
        }

        private static async Task<Solution> WithoutTaskAsync(
            Document document, SyntaxAnnotation mark, Diagnostic diagnostic, CancellationToken cancellation)
        {
            var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            return root?.GetAnnotatedNodes(mark).FirstOrDefault() is { } function
                ? await SynchronousForm.OfAsync(
                    document, function, PlayedIn(diagnostic), cancellation).ConfigureAwait(false)
                    ?? document.Project.Solution
                : document.Project.Solution;
        }
    }
}
