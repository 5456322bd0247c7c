using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>Counts failures, where a sign-in is told not to.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnlimitedGuessingFix))]
public sealed class UnlimitedGuessingFix() : Fix(UnlimitedGuessing.Descriptor.Id)
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Enclosing<ArgumentSyntax>()
            is { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } off })
            finding.Offer(
                "Count failures towards the lockout",
                nameof(UnlimitedGuessingFix),
                editor => editor.ReplaceNode(off, editor.Generator.TrueLiteralExpression().WithTriviaFrom(off)));
        return Task.CompletedTask;
    }
}
