using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>
/// Rewrites a catch clause so that the exception comes out of it: after the log, or without the clause where nothing
/// else is left.
/// </summary>
internal static class LetThrough
{
    /// <summary>The root with the clause rewritten; null where that is not certain to be right.</summary>
    public static SyntaxNode? In(SyntaxNode root, CatchClauseSyntax clause, SemanticModel model)
    {
        if (clause.Parent is not TryStatementSyntax statement) return null;

        if (Rethrowing.Of(clause, model) is not { } rethrowing) return null;
        var remains = rethrowing.Block.Statements.Any(inner => !IsRethrow(inner))
            || (clause.Block.Statements.Count > 0 && CommentTrivia.In(clause));
        if (statement.Parent is not BlockSyntax block)
            return remains || statement.Catches.Count > 1 || statement.Finally is not null
                ? root.ReplaceNode(statement, Without(statement, clause, remains ? rethrowing : null))
                : null;

        if (DeadReturn(statement, clause, block, model) is not { } dead) return null;
        return root.ReplaceNode(block, Rewritten(block, statement, clause, remains ? rethrowing : null, dead.Return));
    }

    private static BlockSyntax Rewritten(
        BlockSyntax block,
        TryStatementSyntax statement,
        CatchClauseSyntax clause,
        CatchClauseSyntax? rethrowing,
        StatementSyntax? dead)
    {
        var statements = new List<StatementSyntax>();
        foreach (var inner in block.Statements)
        {
            if (inner == dead) continue;
            if (inner != statement) statements.Add(inner);
            else if (rethrowing is not null || statement.Catches.Count > 1 || statement.Finally is not null)
                statements.Add(Without(statement, clause, rethrowing));
            else statements.AddRange(Unwrapped(statement, block));
        }

        return block.WithStatements(SyntaxFactory.List(statements));
    }

    /// <summary>The try with the clause exchanged, or without it.</summary>
    private static TryStatementSyntax Without(
        TryStatementSyntax statement, CatchClauseSyntax clause, CatchClauseSyntax? instead) => instead is not null
        ? statement.ReplaceNode(clause, instead)
        : statement.WithCatches(statement.Catches.Remove(clause)).WithTrailingTrivia(statement.GetTrailingTrivia());

    private static bool IsRethrow(StatementSyntax statement) => statement is ThrowStatementSyntax { Expression: null };

    /// <summary>
    /// The return behind the try that only this handler could reach; nothing certain where other statements stand
    /// there.
    /// </summary>
    private static (StatementSyntax? Return, bool IsKnown)? DeadReturn(
        TryStatementSyntax statement, CatchClauseSyntax clause, BlockSyntax block, SemanticModel model)
    {
        var place = block.Statements.IndexOf(statement);
        if (place == block.Statements.Count - 1 || IsReachedOtherwise(statement, clause, model)) return (null, true);
        return block.Statements[place + 1] is ReturnStatementSyntax dead
            && !CommentTrivia.In(dead)
            && place + 2 == block.Statements.Count ? (dead, true) : null;
    }

    private static bool IsReachedOtherwise(
        TryStatementSyntax statement, CatchClauseSyntax clause, SemanticModel model) =>
        Completes(statement.Block, model)
        || statement.Catches.Any(other => other != clause && Completes(other.Block, model));

    private static bool Completes(BlockSyntax block, SemanticModel model) =>
        model.AnalyzeControlFlow(block) is { Succeeded: true, EndPointIsReachable: true };

    /// <summary>What stood in the try; in braces where its names would meet others.</summary>
    private static IEnumerable<StatementSyntax> Unwrapped(TryStatementSyntax statement, BlockSyntax block)
    {
        if (MustKeepBraces(statement, block))
            return [statement.Block.WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation)];

        var inner = statement.Block.Statements.Select(static child =>
            child.WithAdditionalAnnotations(Formatter.Annotation)).ToList();
        if (inner.Count == 0) return inner;
        inner[0] = inner[0].WithLeadingTrivia(
            statement.GetLeadingTrivia().AddRange(inner[0].GetLeadingTrivia().SkipWhile(CommentTrivia.IsBlank)));
        inner[^1] = inner[^1]
            .WithTrailingTrivia(TrailingOf(inner[^1], statement));
        return inner;
    }

    private static IEnumerable<SyntaxTrivia> TrailingOf(StatementSyntax last, TryStatementSyntax statement) =>
        CommentTrivia.In(last) ? last.GetTrailingTrivia() : statement.GetTrailingTrivia();

    private static bool MustKeepBraces(TryStatementSyntax statement, BlockSyntax block)
    {
        if (CommentTrivia.In(statement.Block.CloseBraceToken.LeadingTrivia)
            || CommentTrivia.In(statement.Block.OpenBraceToken.TrailingTrivia))
            return true;
        var declarations = statement.Block.Statements.Where(static inner =>
            inner is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax or LabeledStatementSyntax)
                .ToList();
        if (declarations.Count == 0
            && !statement.Block.DescendantNodes().Any(static node => node is SingleVariableDesignationSyntax))
            return false;
        return block.Statements.Last() != statement
            || block.Parent is not (BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax
                or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax)
            || NamesMeet(statement, block);
    }

    /// <summary>Whether a name that is declared in the try is declared a second time around it.</summary>
    private static bool NamesMeet(TryStatementSyntax statement, BlockSyntax block)
    {
        var inside = new HashSet<string>(DeclaredIn(statement.Block.DescendantNodes()));
        return DeclaredIn(block.DescendantNodes(node => node != statement)).Any(inside.Contains);
    }

    private static IEnumerable<string> DeclaredIn(IEnumerable<SyntaxNode> nodes) =>
        nodes.Select(static node => node switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
            SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
            ParameterSyntax parameter => parameter.Identifier.ValueText,
            ForEachStatementSyntax loop => loop.Identifier.ValueText,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            _ => "",
        }).Where(static name => name.Length > 0);
}
