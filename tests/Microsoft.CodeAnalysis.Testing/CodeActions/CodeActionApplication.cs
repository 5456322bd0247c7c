using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Applies a code action as an editor does: what counts afterwards is the text.</summary>
internal sealed class CodeActionApplication(CodeActionValidationMode validation, IVerifier verifier)
{
    internal async Task<Solution> ApplyAsync(CodeAction action, Solution solution, CancellationToken cancellationToken)
    {
        var operations = await action.GetOperationsAsync(cancellationToken).ConfigureAwait(false);
        var changes = operations.OfType<ApplyChangesOperation>().ToArray();
        verifier.True(changes.Length == 1, $"The action '{action.Title}' has {changes.Length} operations that apply changes, and not one.");

        var changed = changes[0].ChangedSolution;
        foreach (var documentId in GetChangedDocuments(changed, solution))
            changed = await ReparseAsync(changed, documentId, cancellationToken).ConfigureAwait(false);

        return changed;
    }

    private static IEnumerable<DocumentId> GetChangedDocuments(Solution changed, Solution original) =>
        changed.GetChanges(original)
            .GetProjectChanges()
            .SelectMany(project => project.GetChangedDocuments().Concat(project.GetAddedDocuments()));

    private async Task<Solution> ReparseAsync(Solution solution, DocumentId documentId, CancellationToken cancellationToken)
    {
        var document = solution.GetDocument(documentId)!;
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var reparsed = solution.WithDocumentText(documentId, SourceText.From(text.ToString(), text.Encoding, text.ChecksumAlgorithm));
        await ValidateAsync(document, reparsed.GetDocument(documentId)!, cancellationToken).ConfigureAwait(false);
        return reparsed;
    }

    /// <summary>A tree that is not what its text means (a missing parenthesis, two tokens run together) is a faulty fix.</summary>
    private async Task ValidateAsync(Document produced, Document reparsed, CancellationToken cancellationToken)
    {
        if (validation == CodeActionValidationMode.None)
            return;

        var tree = await produced.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var expected = await reparsed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var isSame = validation == CodeActionValidationMode.Full
            ? tree!.IsEquivalentTo(expected!)
            : HaveSameStructure(tree!, expected!);
        verifier.True(isSame, $"The syntax tree that the action makes of '{produced.Name}' is not the one that its text is parsed into:{Environment.NewLine}{expected}");
    }

    /// <summary>The same nodes and tokens, whatever the trivia; how a list of one is kept inside is nobody's business.</summary>
    private static bool HaveSameStructure(SyntaxNode produced, SyntaxNode reparsed) =>
        Structure(produced).SequenceEqual(Structure(reparsed));

    private static IEnumerable<(int Kind, string Text)> Structure(SyntaxNode root) =>
        root.DescendantNodesAndTokensAndSelf().Select(part => (part.RawKind, part.IsToken ? part.AsToken().Text : ""));
}
