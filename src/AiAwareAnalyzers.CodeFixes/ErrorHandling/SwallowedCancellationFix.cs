using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>
/// Lets the cancellation that the caller asked for pass in front of the catch; a time limit of the called one stays an
/// error.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwallowedCancellationFix))]
public sealed class SwallowedCancellationFix() : Fix("AIA0504")
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Enclosing<CatchClauseSyntax>() is not { Parent: TryStatementSyntax statement }
            || !finding.Diagnostic.Properties.TryGetValue(SwallowedCancellation.Token, out var token) || token is null)
            return Task.CompletedTask;

        finding.Offer("Let the cancellation pass", "PassCancellation", _ =>
        {
            var passing = statement.WithCatches(statement.Catches.Insert(0, Passing(token, statement.Catches[0])));
            return Task.FromResult(finding.Document.WithSyntaxRoot(finding.Root.ReplaceNode(statement, passing)));
        });
        return Task.CompletedTask;
    }

    /// <summary>The clause, at the place and in the manner of the one that it precedes.</summary>
    private static CatchClauseSyntax Passing(string token, CatchClauseSyntax next)
    {
        var gap = GapIn(next.Block);
        var written = (TryStatementSyntax)SyntaxFactory.ParseStatement(
            $"try {{ }} catch (global::System.OperationCanceledException) "
            + $"when ({token}.IsCancellationRequested){gap}{{{gap}throw;{gap}}}");
        var clause = written.Catches[0];
        var type = clause.Declaration!.Type;
        return clause
            .ReplaceNode(type, type.WithAdditionalAnnotations(Simplifier.Annotation))
            .WithLeadingTrivia(
                next.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
            .WithTrailingTrivia(next.CatchKeyword.GetPreviousToken().TrailingTrivia.Where(static trivia =>
                trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia)))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>A block on one line is followed by another on one line.</summary>
    private static string GapIn(BlockSyntax block) =>
        block.DescendantTrivia().FirstOrDefault(trivia =>
            trivia.IsKind(SyntaxKind.EndOfLineTrivia) && block.Span.Contains(trivia.Span)) is { RawKind: not 0 } line
            ? line.ToString()
            : " ";
}
