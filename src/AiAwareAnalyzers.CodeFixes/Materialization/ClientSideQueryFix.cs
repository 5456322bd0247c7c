using AiAwareAnalyzers.Materialization.Plans;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization;

/// <summary>Gives the work back to the query.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClientSideQueryFix))]
public sealed class ClientSideQueryFix() : Fix(ClientSideQuery.Descriptor.Id)
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (!finding.Diagnostic.Properties.TryGetValue(ClientSideQuery.Kind, out var kind)) return Task.CompletedTask;

        if (kind == ClientSideQuery.View && finding.Enclosing<InvocationExpressionSyntax>() is { } view)
            finding.Offer(
                "Do the work in the query", "View", _ => Task.FromResult(RelocationRewrite.In(finding, view)));
        if (kind == ClientSideQuery.Loop
            && finding.Enclosing<ForEachStatementSyntax>() is { } loop
            && ConditionOf(loop.Statement) is { Else: null } condition)
            finding.Offer(
                "Give the condition to the query",
                "Loop",
                _ => Task.FromResult(
                    finding.Document.WithSyntaxRoot(finding.Root.ReplaceNode(loop, Filtered(loop, condition)))));
        return Task.CompletedTask;
    }

    private static IfStatementSyntax? ConditionOf(StatementSyntax body) => body switch
    {
        IfStatementSyntax only => only,
        BlockSyntax { Statements: { Count: 1 } statements } => statements[0] as IfStatementSyntax,
        _ => null,
    };

    private static ForEachStatementSyntax Filtered(ForEachStatementSyntax loop, IfStatementSyntax condition)
    {
        var row = SyntaxFactory.Parameter(loop.Identifier.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space));
        var arrow = SyntaxFactory.Token(SyntaxKind.EqualsGreaterThanToken).WithTrailingTrivia(SyntaxFactory.Space);
        var predicate = SyntaxFactory.SimpleLambdaExpression(row, condition.Condition.WithoutTrivia())
            .WithArrowToken(arrow);
        var query = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression,
                loop.Expression.WithoutTrivia(),
                SyntaxFactory.IdentifierName("Where")),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(predicate))));
        var body = condition.Statement is BlockSyntax == loop.Statement is BlockSyntax
            ? condition.Statement.WithTriviaFrom(loop.Statement)
            : condition.Statement;
        return loop.WithExpression(query.WithTriviaFrom(loop.Expression)).WithStatement(body)
            .WithAdditionalAnnotations(Microsoft.CodeAnalysis.Formatting.Formatter.Annotation);
    }
}
