using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>
/// Writes a type or namespace as it is spelled, or as .NET calls what another language calls otherwise.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingTypeFix))]
public sealed class MissingTypeFix() : Fix("AIA0103")
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (await CertainRepair.ForAsync(finding).ConfigureAwait(false) is not { } repair) return;
        await (finding.Node switch
        {
            NameSyntax name when name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { Name: { } import } =>
                repair.OfferNamespaceAsync(import),
            SimpleNameSyntax name =>
                repair.OfferTypeAsync(name.Identifier.ValueText, text => (name, Renamed(name, text))),
            _ => Task.CompletedTask,
        }).ConfigureAwait(false);
    }

    private static SyntaxNode Renamed(SimpleNameSyntax name, string text) =>
        SyntaxFactory.ParseTypeName(name is GenericNameSyntax generic ? text + generic.TypeArgumentList : text);
}
