using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Testing;

/// <summary>Removes the assertion where its test has others that can fail.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CannotFailFix))]
public sealed class CannotFailFix() : Fix(CannotFail.Descriptor.Id)
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.Properties.ContainsKey(CannotFail.CanGo)
            && finding.Enclosing<ExpressionStatementSyntax>() is { } assertion
            && !CommentTrivia.In(assertion.GetLeadingTrivia().Concat(assertion.DescendantTrivia())))
            finding.Offer(
                "Remove the assertion",
                nameof(CannotFailFix),
                editor => editor.RemoveNode(assertion, SyntaxRemoveOptions.KeepNoTrivia));
        return Task.CompletedTask;
    }
}
