using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>Gives the calls the token of the limit in place of the one that the limit is linked to.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnusedLimitFix))]
public sealed class UnusedLimitFix() : Fix(UnusedLimit.Descriptor.Id)
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.AdditionalLocations is { Count: > 0 } places
            && finding.Enclosing<VariableDeclaratorSyntax>() is { Identifier.Text: var source })
            finding.Offer($"Pass '{source}.Token'", nameof(UnusedLimitFix), editor =>
            {
                foreach (var place in places)
                    if (finding.Root.FindNode(place.SourceSpan, getInnermostNodeForTie: true) is { } token)
                        editor.ReplaceNode(
                            token, SyntaxFactory.ParseExpression($"{source}.Token").WithTriviaFrom(token));
            });
        return Task.CompletedTask;
    }
}
