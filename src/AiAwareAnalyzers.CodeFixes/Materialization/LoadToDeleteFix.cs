using AiAwareAnalyzers.Materialization.Plans;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization;

/// <summary>Deletes the rows in the database.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LoadToDeleteFix))]
public sealed class LoadToDeleteFix() : Fix(LoadToDelete.Descriptor.Id)
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.Properties.TryGetValue(DeleteInPlace.Way, out var way)
            && finding.Enclosing<StatementSyntax>() is { Parent: BlockSyntax block } work)
            finding.Offer("Delete the rows in the database", way!, _ => Task.FromResult(
                finding.Document.WithSyntaxRoot(
                    finding.Root.ReplaceNode(block, Deleted(block, work, way == DeleteInPlace.KeepSave)))));
        return Task.CompletedTask;
    }

    private static BlockSyntax Deleted(BlockSyntax block, StatementSyntax work, bool keepsSave)
    {
        var index = block.Statements.IndexOf(work);
        var save = (ExpressionStatementSyntax)block.Statements[index + 1];
        var rows = RowsOf(work);
        var held = rows is IdentifierNameSyntax name ? HeldBy(block, index, name) : null;
        var delete = DeleteOf(QueryOf(held?.Declaration.Variables[0].Initializer!.Value ?? rows), save);

        var statements = block.Statements.RemoveAt(index);
        if (!keepsSave) statements = statements.RemoveAt(index);
        if (held is null)
            return block.WithStatements(statements.Insert(
                index, delete.WithLeadingTrivia(work.GetLeadingTrivia()).WithTrailingTrivia(save.GetTrailingTrivia())));

        statements = statements.RemoveAt(index - 1).Insert(
            index - 1, delete.WithLeadingTrivia(held.GetLeadingTrivia()).WithTrailingTrivia(held.GetTrailingTrivia()));
        return block.WithStatements(statements);
    }

    private static ExpressionSyntax RowsOf(StatementSyntax work) => work switch
    {
        ForEachStatementSyntax loop => loop.Expression,
        _ => work.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .First(call =>
                call.Expression
                    is MemberAccessExpressionSyntax
                        { Name.Identifier.ValueText: "RemoveRange" }).ArgumentList.Arguments[0]
                    .Expression,
    };

    /// <summary>The declaration right before, if it is that of the rows: a query may be in a local too.</summary>
    private static LocalDeclarationStatementSyntax? HeldBy(BlockSyntax block, int index, IdentifierNameSyntax rows) =>
        index > 0
        && block.Statements[index - 1] is LocalDeclarationStatementSyntax declaration
        && declaration.Declaration.Variables[0].Identifier.ValueText == rows.Identifier.ValueText
            ? declaration
            : null;

    /// <summary>The query behind <c>ToList</c>, await and <c>ConfigureAwait</c>.</summary>
    private static ExpressionSyntax QueryOf(ExpressionSyntax rows) => rows switch
    {
        ParenthesizedExpressionSyntax parenthesized => QueryOf(parenthesized.Expression),
        AwaitExpressionSyntax awaited => QueryOf(awaited.Expression),
        InvocationExpressionSyntax
            { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "ToList"
                or "ToListAsync" or "ToArray" or "ToArrayAsync" } access } =>
            QueryOf(access.Expression),
        _ => rows,
    };

    /// <summary>The statement that saves, with the delete in place of the save.</summary>
    private static StatementSyntax DeleteOf(ExpressionSyntax query, ExpressionStatementSyntax save)
    {
        var call = save.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .First(node =>
                node.Expression
                    is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "SaveChanges" or "SaveChangesAsync" });
        var access = (MemberAccessExpressionSyntax)call.Expression;
        var name = access.Name.Identifier.ValueText == "SaveChanges" ? "ExecuteDelete" : "ExecuteDeleteAsync";
        var delete = call.WithExpression(SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, query.WithoutTrivia(), SyntaxFactory.IdentifierName(name)));
        return save.ReplaceNode(call, delete.WithTriviaFrom(call));
    }
}
