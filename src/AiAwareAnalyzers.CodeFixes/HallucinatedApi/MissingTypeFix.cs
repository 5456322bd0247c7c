using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>Puts a type or namespace that exists in the place of one that does not, where the result compiles.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingTypeFix))]
public sealed class MissingTypeFix() : Fix("AIA0103")
{
    private protected override Task OfferAsync(Finding finding) => finding.Node switch
    {
        NameSyntax name when name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { Name: { } import } =>
            Suggested.OfferAsync(finding, (text, _) => IsName(text) ? [(import, SyntaxFactory.ParseName(text))] : []),
        SimpleNameSyntax name => Suggested.OfferAsync(finding, (text, _) => IsName(text) ? [(name, Renamed(name, text))] : []),
        _ => Task.CompletedTask,
    };

    /// <summary>A missing package is named by two words, and is not for code to bring.</summary>
    private static bool IsName(string text) => text.IndexOf(' ') < 0;

    private static SyntaxNode Renamed(SimpleNameSyntax name, string text) =>
        SyntaxFactory.ParseTypeName(name is GenericNameSyntax generic ? text + generic.TypeArgumentList : text);
}
