using System.Globalization;
using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization.Plans;

/// <summary>Carries out the plan that a rule has made for a copy or view of a sequence.</summary>
internal static class RelocationRewrite
{
    public static Document In(Finding finding, InvocationExpressionSyntax listing)
    {
        var plan = finding.Diagnostic.Properties;
        var steps = int.Parse(plan[Relocation.Moved]!, CultureInfo.InvariantCulture);
        var keepsCopy = plan[Relocation.Way] == Relocation.Keep;
        return finding.Document.WithSyntaxRoot(plan.ContainsKey(Relocation.Held)
            ? Held(finding.Root, listing, steps, keepsCopy)
            : In(finding.Root, new Chain(listing).Move(steps, keepsCopy)));
    }

    private static SyntaxNode In(SyntaxNode root, (SyntaxNode Old, SyntaxNode New) change) =>
        root.ReplaceNode(change.Old, change.New);

    /// <summary>The local goes, and its comments move to the statement that takes its place.</summary>
    private static SyntaxNode Held(SyntaxNode root, InvocationExpressionSyntax listing, int steps, bool keepsCopy)
    {
        if (Chain.Inline(listing) is not { } inlined) return root;
        var statement = In(inlined.New, new Chain(inlined.Listing).Move(steps, keepsCopy));
        return CommentTrivia.Join(
            root, listing.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()!, inlined.Old, statement);
    }
}
