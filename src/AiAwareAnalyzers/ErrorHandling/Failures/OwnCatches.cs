using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling.Failures;

/// <summary>Functions that see their own failures: nothing comes out of them.</summary>
internal static class OwnCatches
{
    /// <summary>Whether a lambda or method has a catch of everything around all that it awaits.</summary>
    public static bool TakeAll(SyntaxNode function) =>
        BodyOf(function) is BlockSyntax block
        && block.Statements.Any(IsGuarded)
        && block.Statements.All(static statement => IsGuarded(statement) || !MayFail(statement));

    private static SyntaxNode? BodyOf(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.Body,
        BaseMethodDeclarationSyntax method => method.Body,
        LocalFunctionStatementSyntax local => local.Body,
        _ => null,
    };

    private static bool IsGuarded(StatementSyntax statement) =>
        statement is TryStatementSyntax attempt && attempt.Catches.Any(IsReportingCatchAll);

    private static bool IsReportingCatchAll(CatchClauseSyntax clause) =>
        (clause.Declaration is null
            or { Type: IdentifierNameSyntax { Identifier.ValueText: "Exception" }
                or QualifiedNameSyntax { Right.Identifier.ValueText: "Exception" } })
        && (clause.Filter is null || clause.Filter.ToString().Contains("OperationCanceledException"))
        && (clause.Block.Statements.Count > 0 || Comments.Explain(clause))
        && !clause.Block.Statements.Any(static statement => statement is ThrowStatementSyntax);

    /// <summary>
    /// A statement outside of the try that calls something; declarations of plain values cannot fail.
    /// </summary>
    private static bool MayFail(StatementSyntax statement) =>
        statement is not LocalFunctionStatementSyntax && statement.DescendantNodesAndSelf()
            .Any(static node => node is AwaitExpressionSyntax or ThrowStatementSyntax or ThrowExpressionSyntax);
}
