using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>Reads the member that tells the same time in UTC.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MixedClocksFix))]
public sealed class MixedClocksFix() : Fix("AIA0915")
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.Properties.TryGetValue(MixedClocks.Sibling, out var sibling)
            && finding.Node is MemberAccessExpressionSyntax { Name: var name })
            finding.Offer("Read the time in UTC", "Utc", editor =>
                editor.ReplaceNode(name, SyntaxFactory.IdentifierName(sibling!).WithTriviaFrom(name)));
        return Task.CompletedTask;
    }
}
