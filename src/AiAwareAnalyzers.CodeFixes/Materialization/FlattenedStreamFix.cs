using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Materialization.Plans;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization;

/// <summary>Makes an iterator of a method whose callers read its result at once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FlattenedStreamFix))]
public sealed class FlattenedStreamFix() : Fix(FlattenedStream.Descriptor.Id)
{
    private static readonly ImmutableHashSet<string> Evaluating = WordSet.Of(
        "ToList ToArray ToDictionary ToHashSet ToLookup Count Sum Any All First FirstOrDefault Single Max Min Average",
        "Aggregate");

    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.Properties.ContainsKey(IteratorPlan.Iterator)
            && finding.Enclosing<VariableDeclaratorSyntax>() is { } list
            && list.FirstAncestorOrSelf<BlockSyntax>() is { Parent: { } function } body
            && AreReadAtOnce(function))
            finding.Offer("Yield each element as it is read", IteratorPlan.Iterator, _ =>
                Task.FromResult(finding.Document.WithSyntaxRoot(finding.Root.ReplaceNode(body, Yielding(body, list)))));
        return Task.CompletedTask;
    }

    /// <summary>
    /// Whether every use of the function in its type is a loop, or a chain that is evaluated on the spot: to the
    /// callers, nothing becomes lazy.
    /// </summary>
    private static bool AreReadAtOnce(SyntaxNode function)
    {
        var name = function is MethodDeclarationSyntax method
            ? method.Identifier.ValueText
            : ((LocalFunctionStatementSyntax)function).Identifier.ValueText;
        var type = function.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (type is null || type.Modifiers.Any(SyntaxKind.PartialKeyword)) return false;
        var uses = type.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(use => use.Identifier.ValueText == name)
            .ToList();
        return uses.Count > 0
            && uses.All(use =>
                use.Parent is InvocationExpressionSyntax call && call.Expression == use && IsReadAtOnce(call));
    }

    private static bool IsReadAtOnce(ExpressionSyntax sequence) => sequence.Parent switch
    {
        ForEachStatementSyntax loop =>
            loop.Expression == sequence
            && !loop.Statement.DescendantTokens()
                .Any(token => token.ValueText is "File" or "Directory" or "yield" or "await"),
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access =>
            Evaluating.Contains(access.Name.Identifier.ValueText) || IsReadAtOnce(call),
        _ => false,
    };

    private static BlockSyntax Yielding(BlockSyntax body, VariableDeclaratorSyntax list)
    {
        var name = list.Identifier.ValueText;
        var declaration = list.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()!;
        var additions = body.DescendantNodes().OfType<ExpressionStatementSyntax>()
            .Where(statement =>
                statement.Expression
                    is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax
                        { Name.Identifier.ValueText: "Add", Expression: IdentifierNameSyntax added } }
                && added.Identifier.ValueText == name)
            .ToList();
        var last = body.Statements.Last();
        var kept = body.TrackNodes(additions.Append<SyntaxNode>(declaration).Append(last));
        kept = kept.ReplaceNodes(
            additions.Select(addition => kept.GetCurrentNode(addition)!), (_, addition) => Yield(addition));
        var index = kept.Statements.IndexOf(kept.GetCurrentNode(declaration)!);
        var behind = kept.Statements[index + 1];
        kept = kept.ReplaceNode(behind, behind.WithLeadingTrivia(Joined(declaration, behind)));
        return kept.WithStatements(kept.Statements.RemoveAt(kept.Statements.Count - 1).RemoveAt(index));
    }

    /// <summary>What is said above both, without the blank line that parted them.</summary>
    private static IEnumerable<SyntaxTrivia> Joined(StatementSyntax gone, StatementSyntax behind) =>
        gone.GetLeadingTrivia().Reverse().SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse()
            .Concat(behind.GetLeadingTrivia().SkipWhile(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));

    private static StatementSyntax Yield(ExpressionStatementSyntax addition) =>
        SyntaxFactory.YieldStatement(
            SyntaxKind.YieldReturnStatement,
            SyntaxFactory.Token(SyntaxKind.YieldKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            ((InvocationExpressionSyntax)addition.Expression).ArgumentList.Arguments[0].Expression.WithoutTrivia(),
            SyntaxFactory.Token(SyntaxKind.SemicolonToken)).WithTriviaFrom(addition);
}
