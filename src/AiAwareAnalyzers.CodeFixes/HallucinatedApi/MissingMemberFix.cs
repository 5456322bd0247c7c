using AiAwareAnalyzers.Knowledge.Suggestions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>Puts a member that exists in the place of one that does not, where the result compiles.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingMemberFix))]
public sealed class MissingMemberFix() : Fix("AIA0101")
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Node is MethodDeclarationSyntax method)
            return Suggested.OfferAsync(finding, (text, _) => [(method, method.WithIdentifier(SyntaxFactory.Identifier(text).WithTriviaFrom(method.Identifier)))]);
        if (finding.Node is PropertyDeclarationSyntax property)
            return Suggested.OfferAsync(finding, (text, _) => [(property, property.WithIdentifier(SyntaxFactory.Identifier(text).WithTriviaFrom(property.Identifier)))]);
        if (finding.Node is BracketedArgumentListSyntax { Parent: ElementAccessExpressionSyntax indexed })
            return Suggested.OfferAsync(finding, (text, _) => MemberRewritings.OfIndexer(indexed, text));
        if (finding.Node.FirstAncestorOrSelf<SimpleNameSyntax>() is not { } name) return Task.CompletedTask;
        var rewritings = new MemberRewritings(name);
        return Suggested.OfferAsync(finding, (text, import) => import == MemberSuggestions.Awaited ? rewritings.ForAwaited(text) : rewritings.For(text));
    }
}
