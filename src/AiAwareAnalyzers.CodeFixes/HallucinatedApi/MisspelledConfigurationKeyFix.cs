using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>
/// Writes the key that the settings files have. A key that is a constant is another place's business.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MisspelledConfigurationKeyFix))]
public sealed class MisspelledConfigurationKeyFix() : Fix("AIA0109")
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.Properties.TryGetValue(MisspelledConfigurationKey.Replacement, out var key)
            && key is not null
            && finding.Node is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal)
            finding.Offer($"Read '{key}'", nameof(MisspelledConfigurationKeyFix), editor =>
                editor.ReplaceNode(
                    literal,
                    SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(key))
                        .WithTriviaFrom(literal)));
        return Task.CompletedTask;
    }
}
