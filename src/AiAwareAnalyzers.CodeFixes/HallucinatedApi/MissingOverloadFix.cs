using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>Names the parameter that an argument must mean, or writes what the call plainly says.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingOverloadFix))]
public sealed class MissingOverloadFix() : Fix("AIA0102")
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (await CertainRepair.ForAsync(finding).ConfigureAwait(false) is not { } repair
            || await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model)
            return;
        await (finding.Node switch
        {
            IdentifierNameSyntax { Parent: NameColonSyntax { Parent: ArgumentSyntax argument } colon } =>
                repair.OfferArgumentAsync(
                    argument.Expression,
                    CalledBy(argument, model),
                    colon.Name.Identifier.ValueText,
                    text => (argument, argument.WithNameColon(Named(colon, text)))),
            IdentifierNameSyntax { Parent: NameColonSyntax { Parent: AttributeArgumentSyntax argument } colon } =>
                repair.OfferArgumentAsync(
                    argument.Expression,
                    null,
                    colon.Name.Identifier.ValueText,
                    text => (argument, argument.WithNameColon(Named(colon, text)))),
            BracketedArgumentListSyntax { Parent: ElementAccessExpressionSyntax indexed } =>
                repair.OfferIndexerAsync(indexed),
            SimpleNameSyntax name => repair.OfferMemberAsync(name),
            _ => Task.CompletedTask,
        }).ConfigureAwait(false);
    }

    private static ISymbol? CalledBy(ArgumentSyntax argument, SemanticModel model) =>
        argument.Parent?.Parent is { } call ? model.GetSymbolInfo(call) is { Symbol: { } bound }
            ? bound
            : model.GetSymbolInfo(call).CandidateSymbols.FirstOrDefault() : null;

    private static NameColonSyntax Named(NameColonSyntax colon, string name) =>
        colon.WithName(SyntaxFactory.IdentifierName(name).WithTriviaFrom(colon.Name));
}
