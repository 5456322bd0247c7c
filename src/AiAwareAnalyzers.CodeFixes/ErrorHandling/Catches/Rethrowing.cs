using AiAwareAnalyzers.Editing;
using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Outcomes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>Rewrites a catch clause so that every way out of it throws the exception again.</summary>
internal static class Rethrowing
{
    /// <summary>The clause; null where what it does on its way out cannot be kept.</summary>
    public static CatchClauseSyntax? Of(CatchClauseSyntax clause, SemanticModel model)
    {
        var ways = clause.Block.DescendantNodes(IsOwn)
            .OfType<StatementSyntax>()
            .Where(way => IsWayOut(way, clause))
            .ToList();
        var deeds = ways.ToDictionary(static way => way, way => DeedIn(way, model));
        if (deeds.Any(static way => way.Value is not null && way.Key.Parent is not BlockSyntax)) return null;

        var completes = model.AnalyzeControlFlow(clause.Block) is { Succeeded: true, EndPointIsReachable: true };
        var block = clause.Block.ReplaceNodes(
            ways.Where(way => deeds[way] is null),
            static (way, _) => SyntaxFactory.ThrowStatement().WithTriviaFrom(way));
        block = WithoutEmptyAssignments(block, clause, model);
        block = WithDeeds(block, deeds.Values.OfType<ExpressionSyntax>().ToList());
        return clause.WithBlock(completes ? Append(block) : block);
    }

    private static bool IsOwn(SyntaxNode node) =>
        node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    /// <summary>A return, or a jump to a loop around the clause.</summary>
    private static bool IsWayOut(StatementSyntax statement, CatchClauseSyntax clause) => statement switch
    {
        ReturnStatementSyntax => true,
        ContinueStatementSyntax => !IsInside(statement, clause, static outer => IsLoop(outer)),
        BreakStatementSyntax =>
            !IsInside(statement, clause, static outer => IsLoop(outer) || outer is SwitchStatementSyntax),
        _ => false,
    };

    private static bool IsLoop(SyntaxNode node) =>
        node is ForEachStatementSyntax or ForEachVariableStatementSyntax or ForStatementSyntax or WhileStatementSyntax
            or DoStatementSyntax;

    private static bool IsInside(SyntaxNode node, SyntaxNode limit, Func<SyntaxNode, bool> holds) =>
        node.Ancestors().TakeWhile(ancestor => ancestor != limit).Any(holds);

    /// <summary>The call of a private function that makes the returned value, and does something besides.</summary>
    private static ExpressionSyntax? DeedIn(StatementSyntax way, SemanticModel model)
    {
        if (way is not ReturnStatementSyntax { Expression: { } value }) return null;

        var call = value is AwaitExpressionSyntax { Expression: InvocationExpressionSyntax awaited }
            ? awaited
            : value as InvocationExpressionSyntax;
        return call is not null
            && model.GetOperation(call) is IInvocationOperation operation
            && PrivateFunctions.Of(model.Compilation).BodyOf(operation) is { } body
            && Bodies.Own(body).Any(static part => part is IExpressionStatementOperation)
            ? value
            : null;
    }

    /// <summary>A deed is still done, and then the exception goes on.</summary>
    private static BlockSyntax WithDeeds(BlockSyntax block, List<ExpressionSyntax> deeds)
    {
        foreach (var deed in deeds)
        {
            var way = block.DescendantNodes(IsOwn)
                .OfType<ReturnStatementSyntax>()
                .First(way => way.Expression is { } value && value.IsEquivalentTo(deed));
            var call = SyntaxFactory.ExpressionStatement(way.Expression!.WithoutTrivia())
                .WithLeadingTrivia(way.GetLeadingTrivia())
                .WithTrailingTrivia(way.GetTrailingTrivia());
            var line = way.GetTrailingTrivia()
                .Where(static trivia => CommentTrivia.IsBlank(trivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia));
            var rethrow = SyntaxFactory.ThrowStatement()
                .WithLeadingTrivia(way.GetLeadingTrivia().Where(CommentTrivia.IsBlank))
                .WithTrailingTrivia(line);
            block = block.ReplaceNode(way, new SyntaxNode[] { call, rethrow });
        }

        return block;
    }

    /// <summary>What the handler put into a variable, in place of an answer, nobody reads after a rethrow.</summary>
    private static BlockSyntax WithoutEmptyAssignments(BlockSyntax block, CatchClauseSyntax clause, SemanticModel model)
    {
        var original = clause.Block.Statements;
        var obsolete = Enumerable.Range(0, original.Count)
            .Where(place => IsEmptyAssignment(original[place], model))
            .Select(place => block.Statements[place]);
        return block.RemoveNodes(
            obsolete,
            SyntaxRemoveOptions.KeepExteriorTrivia
            & ~SyntaxRemoveOptions.KeepTrailingTrivia
            & ~SyntaxRemoveOptions.KeepLeadingTrivia)!;
    }

    private static bool IsEmptyAssignment(StatementSyntax statement, SemanticModel model) =>
        statement
            is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } }
        && !CommentTrivia.In(statement)
        && model.GetSymbolInfo(name).Symbol is ILocalSymbol
        && model.GetOperation(statement) is IExpressionStatementOperation
        {
            Operation: ISimpleAssignmentOperation assignment,
        }
        && EmptyValues.IsEmpty(assignment.Value);

    private static BlockSyntax Append(BlockSyntax block)
    {
        var rethrow = SyntaxFactory.ThrowStatement();
        if (block.Statements.LastOrDefault() is { } last)
            return block.AddStatements(
                rethrow.WithLeadingTrivia(last.GetLeadingTrivia().Where(CommentTrivia.IsBlank))
                    .WithTrailingTrivia(last.GetTrailingTrivia()
                        .Where(static trivia =>
                            CommentTrivia.IsBlank(trivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia))));
        return block.AddStatements(rethrow.WithTrailingTrivia(SyntaxFactory.ElasticSpace))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
