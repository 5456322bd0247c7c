using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>Stores UTC where the member's own name asks for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ServerClockFix))]
public sealed class ServerClockFix() : Fix("AIA0909")
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.Properties.ContainsKey(ServerClock.Universal)
            && finding.Node
                is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "Now" } name })
            finding.Offer("Read the clock in UTC", "Utc", editor =>
                editor.ReplaceNode(name, SyntaxFactory.IdentifierName("UtcNow").WithTriviaFrom(name)));
        return Task.CompletedTask;
    }
}
