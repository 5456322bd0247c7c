using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>Declares with <c>using</c> what nobody disposes of.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeakOnFailureFix))]
public sealed class LeakOnFailureFix() : Fix("AIA1008")
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.Properties.TryGetValue(LeakOnFailure.Keyword, out var keyword)
            && finding.Enclosing<LocalDeclarationStatementSyntax>() is { Declaration.Variables.Count: 1 } declaration)
            finding.Offer($"Declare with '{keyword}'", "Using", editor =>
                editor.ReplaceNode(declaration, Disposed(declaration, isAwaited: keyword == "await using")));
        return Task.CompletedTask;
    }

    private static LocalDeclarationStatementSyntax Disposed(LocalDeclarationStatementSyntax declaration, bool isAwaited)
    {
        var space = SyntaxFactory.Space;
        var disposed = declaration.WithoutLeadingTrivia()
            .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(space));
        if (isAwaited)
            disposed = disposed.WithAwaitKeyword(
                SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(space));
        return disposed.WithLeadingTrivia(declaration.GetLeadingTrivia());
    }
}
