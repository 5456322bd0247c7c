using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>The ways to bring a hidden failure before somebody's eyes.</summary>
internal static class HiddenFailureFixes
{
    public static async Task OfferAsync(Finding finding)
    {
        if (!MayEnd(finding)) return;
        if (finding.Enclosing<CatchClauseSyntax>() is not { } clause
            || await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model)
            return;

        OfferResult(finding, clause, model);
        OfferRethrow(finding, clause, model);
        OfferNarrowing(finding, clause, model);
    }

    /// <summary>
    /// Whether the first failure may come out: a catch in a loop that tries again is there for the attempts to come.
    /// </summary>
    public static bool MayEnd(Finding finding) =>
        finding.Diagnostic.Properties.ContainsKey(HiddenFailureReport.Failures);

    public static void OfferRethrow(Finding finding, CatchClauseSyntax clause, SemanticModel model)
    {
        if (LetThrough.In(finding.Root, clause, model) is { } root
            && !CommentTrivia.AreLost(finding.Root, root, clause))
            finding.Offer(
                "Let the exception through", "LetThrough", _ => Task.FromResult(finding.Document.WithSyntaxRoot(root)));
    }

    public static void OfferNarrowing(Finding finding, CatchClauseSyntax clause, SemanticModel model)
    {
        if (!finding.Diagnostic.Properties.TryGetValue(HiddenFailureReport.Failures, out var names) || names is null)
            return;

        var failures = names.Split('|')
            .Select(model.Compilation.GetTypeByMetadataName)
            .OfType<INamedTypeSymbol>()
            .ToList();
        if (failures.Count == 0 || Narrowing.IsTaken(clause, failures, model)) return;

        var title = $"Catch only {string.Join(" and ", failures.Select(failure => $"'{failure.Name}'"))}";
        var root = finding.Root.ReplaceNode(clause, Narrowing.Of(clause, failures));
        if (!CommentTrivia.AreLost(finding.Root, root, clause))
            finding.Offer(title, "Narrow", _ => Task.FromResult(finding.Document.WithSyntaxRoot(root)));
    }

    /// <summary>Where the method's own Result type can carry the failure, it does.</summary>
    private static void OfferResult(Finding finding, CatchClauseSyntax clause, SemanticModel model)
    {
        if (FailedResult.In(clause, model) is { } rewritten)
            finding.Offer(
                "Return a failed result",
                "FailedResult",
                _ => Task.FromResult(finding.Document.WithSyntaxRoot(finding.Root.ReplaceNode(clause, rewritten))));
    }
}
