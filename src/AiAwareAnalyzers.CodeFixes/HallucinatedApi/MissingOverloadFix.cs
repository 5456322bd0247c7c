using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>Renames an argument, or the member that is called, to one that exists, where the result compiles.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingOverloadFix))]
public sealed class MissingOverloadFix() : Fix("AIA0102")
{
    private protected override Task OfferAsync(Finding finding) => finding.Node switch
    {
        IdentifierNameSyntax { Parent: NameColonSyntax { Parent: ArgumentSyntax argument } } =>
            Suggested.OfferAsync(finding, (text, _) => [(argument, argument.WithNameColon(Named(argument.NameColon!, text)))]),
        IdentifierNameSyntax { Parent: NameColonSyntax { Parent: AttributeArgumentSyntax argument } } =>
            Suggested.OfferAsync(finding, (text, _) => [(argument, argument.WithNameColon(Named(argument.NameColon!, text)))]),
        BracketedArgumentListSyntax { Parent: ElementAccessExpressionSyntax indexed } => Suggested.OfferAsync(finding, (text, _) => MemberRewritings.OfIndexer(indexed, text)),
        SimpleNameSyntax name => Suggested.OfferAsync(finding, (text, _) => text.IndexOf('(') < 0 ? new MemberRewritings(name).For(text) : []),
        _ => Task.CompletedTask,
    };

    private static NameColonSyntax Named(NameColonSyntax colon, string name) => colon.WithName(SyntaxFactory.IdentifierName(name).WithTriviaFrom(colon.Name));
}
