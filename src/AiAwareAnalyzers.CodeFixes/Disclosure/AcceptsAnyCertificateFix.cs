using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>Removes the callback, and so lets the framework decide; the comment that excuses it goes with it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AcceptsAnyCertificateFix))]
public sealed class AcceptsAnyCertificateFix() : Fix("AIA0809")
{
    private const string Title = "Let the framework check the certificate";

    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Enclosing<AssignmentExpressionSyntax>() is { } assignment && assignment.Right.Span.Contains(finding.Node.Span))
            if (Removal.Of(assignment) is { } removal)
                finding.Offer(Title, nameof(AcceptsAnyCertificateFix), removal);
        return Task.CompletedTask;
    }
}
