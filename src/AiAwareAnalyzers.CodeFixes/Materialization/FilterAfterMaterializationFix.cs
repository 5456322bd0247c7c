using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization;

/// <summary>Lets the query, stream or sequence do the work before it is put in memory, or instead.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FilterAfterMaterializationFix))]
public sealed class FilterAfterMaterializationFix() : Fix(FilterAfterMaterialization.Descriptor.Id)
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.Properties.TryGetValue(Relocation.Moved, out var moved)
            && finding.Enclosing<InvocationExpressionSyntax>() is { } listing)
        {
            var steps = int.Parse(moved!, CultureInfo.InvariantCulture);
            var keepsCopy = finding.Diagnostic.Properties[Relocation.Way] == Relocation.Keep;
            finding.Offer("Do the work before the copy", "Relocate", _ => Task.FromResult(Relocate(finding, listing, steps, keepsCopy)));
        }

        return Task.CompletedTask;
    }

    private static Document Relocate(Finding finding, InvocationExpressionSyntax listing, int steps, bool keepsCopy) =>
        finding.Document.WithSyntaxRoot(finding.Diagnostic.Properties.ContainsKey(Relocation.Held)
            ? RelocateHeld(finding.Root, listing, steps, keepsCopy)
            : RelocateIn(finding.Root, new Chain(listing).Move(steps, keepsCopy)));

    private static SyntaxNode RelocateIn(SyntaxNode root, (SyntaxNode Old, SyntaxNode New) change) => root.ReplaceNode(change.Old, change.New);

    /// <summary>The local goes, and its comments move to the statement that takes its place.</summary>
    private static SyntaxNode RelocateHeld(SyntaxNode root, InvocationExpressionSyntax listing, int steps, bool keepsCopy)
    {
        if (Chain.Inline(listing) is not { } inlined) return root;
        var statement = RelocateIn(inlined.New, new Chain(inlined.Listing).Move(steps, keepsCopy));
        var declaration = listing.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()!;
        return Comments.Join(root, declaration, inlined.Old, statement);
    }
}
