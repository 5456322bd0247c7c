using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>Awaits the task where that is possible, or returns it in place of a finished one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ForgottenTaskFix))]
public sealed class ForgottenTaskFix() : Fix("AIA0509")
{
    private protected override async Task OfferAsync(Finding finding)
    {
        if (finding.Node is not InvocationExpressionSyntax call || StatementOf(call) is not { } statement) return;
        if (await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model) return;

        if (SaysForget(statement)) return;
        if (CanAwait(statement, model))
            finding.Offer("Await the task", "Await", _ => Replaced(finding, statement, Awaiting(call, statement)));
        else if (FinishedTaskBehind(statement, call, model) is { } finished)
            finding.Offer("Return the task", "Return", _ => Returned(finding, statement, call, finished));
    }

    /// <summary>The whole statement, if it is only there for this call.</summary>
    private static StatementSyntax? StatementOf(ExpressionSyntax call) => call.Parent switch
    {
        ExpressionStatementSyntax statement => statement,
        AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } => statement,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax
            { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } statement } } } =>
            statement,
        _ => null,
    };

    /// <summary>A comment that an await below it would turn into a lie.</summary>
    private static bool SaysForget(StatementSyntax statement) =>
        statement.GetLeadingTrivia().Concat(statement.GetTrailingTrivia()).Any(static trivia =>
            trivia.ToString().IndexOf("forget", StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool CanAwait(StatementSyntax statement, SemanticModel model) =>
        model.GetEnclosingSymbol(statement.SpanStart) is IMethodSymbol { IsAsync: true }
        && !statement.Ancestors().TakeWhile(static outer =>
            outer is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax))
            .Any(static outer => outer is LockStatementSyntax or UnsafeStatementSyntax);

    private static StatementSyntax Awaiting(ExpressionSyntax call, StatementSyntax statement)
    {
        var awaited = SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), call.WithoutTrivia());
        return SyntaxFactory.ExpressionStatement(awaited)
            .WithSemicolonToken(statement.GetLastToken(includeZeroWidth: true))
            .WithTriviaFrom(statement);
    }

    private static Task<Document> Replaced(Finding finding, StatementSyntax statement, StatementSyntax instead) =>
        Task.FromResult(finding.Document.WithSyntaxRoot(finding.Root.ReplaceNode(statement, instead)));

    /// <summary>
    /// <c>return Task.CompletedTask;</c> right behind the call, in a function that returns a bare task.
    /// </summary>
    private static ReturnStatementSyntax? FinishedTaskBehind(
        StatementSyntax statement, ExpressionSyntax call, SemanticModel model)
    {
        if (statement.Parent is not BlockSyntax block || statement is not ExpressionStatementSyntax) return null;
        return block.Statements.ElementAtOrDefault(block.Statements.IndexOf(statement) + 1)
            is ReturnStatementSyntax
                { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" } } finished
            && model.GetTypeInfo(finished.Expression).Type is { } expected
            && SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(call).Type, expected)
            && !CommentTrivia.In(finished.GetLeadingTrivia())
            ? finished
            : null;
    }

    private static Task<Document> Returned(
        Finding finding, StatementSyntax statement, ExpressionSyntax call, ReturnStatementSyntax finished)
    {
        var block = (BlockSyntax)statement.Parent!;
        var returning = finished.WithExpression(call.WithoutTrivia()).WithTriviaFrom(statement);
        var place = block.Statements.IndexOf(statement);
        var statements = block.Statements.RemoveAt(place + 1).RemoveAt(place).Insert(place, returning);
        return Task.FromResult(
            finding.Document.WithSyntaxRoot(finding.Root.ReplaceNode(block, block.WithStatements(statements))));
    }
}
