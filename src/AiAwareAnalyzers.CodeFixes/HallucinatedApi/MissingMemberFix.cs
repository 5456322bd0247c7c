using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>
/// Writes what a member that does not exist plainly says, or its right spelling; where only its like exists, there is
/// no fix.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingMemberFix))]
public sealed class MissingMemberFix() : Fix("AIA0101")
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (await CertainRepair.ForAsync(finding).ConfigureAwait(false) is not { } repair) return;
        await (finding.Node switch
        {
            MethodDeclarationSyntax method =>
                repair.OfferDeclarationAsync(method, method.Identifier, method.WithIdentifier),
            PropertyDeclarationSyntax property =>
                repair.OfferDeclarationAsync(property, property.Identifier, property.WithIdentifier),
            BracketedArgumentListSyntax { Parent: ElementAccessExpressionSyntax indexed } =>
                repair.OfferIndexerAsync(indexed),
            var node when node.FirstAncestorOrSelf<SimpleNameSyntax>() is { } name => repair.OfferMemberAsync(name),
            _ => Task.CompletedTask,
        }).ConfigureAwait(false);
    }
}
