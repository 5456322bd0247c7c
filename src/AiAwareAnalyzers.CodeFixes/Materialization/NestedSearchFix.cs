using AiAwareAnalyzers.Editing;
using AiAwareAnalyzers.Materialization.Plans;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AiAwareAnalyzers.Materialization;

/// <summary>Makes a set or a lookup before the loop and searches that.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NestedSearchFix))]
public sealed class NestedSearchFix() : Fix(NestedSearch.Descriptor.Id)
{
    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => new OneByOne(this);

    private protected override async Task OfferAsync(Finding finding)
    {
        if (!finding.Diagnostic.Properties.TryGetValue(SearchIndex.Index, out var index)
            || finding.Enclosing<InvocationExpressionSyntax>()
                is not { Expression: MemberAccessExpressionSyntax
                    { Expression: IdentifierNameSyntax searched } access } search
            || StatementAround(search) is not { Parent: BlockSyntax block } statement
            || await finding.SemanticModelAsync().ConfigureAwait(false) is not { } model)
            return;

        var isSet = index == SearchIndex.Set;
        var name = searched.Identifier.ValueText
            + (isSet ? "Set" : "By" + (KeyOf(search)?.Name.Identifier.ValueText ?? ""));
        if (IsTaken(block, name)) return;

        var (value, replacement) = isSet
            ? SetOf(model, search, searched, access, name)
            : LookupOf(search, searched, access, name);
        var declaration = SyntaxFactory.ParseStatement($"var {name} = {value};\n")
            .WithLeadingTrivia(statement.GetLeadingTrivia()).WithAdditionalAnnotations(Formatter.Annotation);
        var indentation = statement.GetLeadingTrivia()
            .Reverse()
            .TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var changed = statement.ReplaceNode(search, replacement.WithTriviaFrom(search)).WithLeadingTrivia(indentation);
        var statements = block.Statements.Replace(statement, changed)
            .Insert(block.Statements.IndexOf(statement), declaration);
        finding.Offer(
            isSet ? "Search a set made before the loop" : "Search a lookup made before the loop", SearchIndex.Index,
                _ => Task.FromResult(
                    finding.Document.WithSyntaxRoot(
                        finding.Root.ReplaceNode(block, block.WithStatements(statements)))));
    }

    /// <summary>The loop, or the statement with the query, that repeats the search.</summary>
    private static StatementSyntax? StatementAround(InvocationExpressionSyntax search)
    {
        foreach (var node in search.Ancestors())
            if (node is ForEachStatementSyntax loop) return loop;
            else if (node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax) return null;
            else if (node is LambdaExpressionSyntax lambda
                && lambda.FirstAncestorOrSelf<StatementSyntax>() is { } statement)
                return statement;
        return null;
    }

    private static (string Value, ExpressionSyntax Replacement) SetOf(
        SemanticModel model,
        InvocationExpressionSyntax search,
        IdentifierNameSyntax searched,
        MemberAccessExpressionSyntax access,
        string name)
    {
        var element = model.GetTypeInfo(search.ArgumentList.Arguments[0].Expression).ConvertedType!;
        var set = model.Compilation.GetTypeByMetadataName("System.Collections.Generic.HashSet`1")!.Construct(element);
        return (
            $"new {set.ToMinimalDisplayString(model, search.SpanStart)}({searched})",
            search.WithExpression(access.WithExpression(SyntaxFactory.IdentifierName(name))));
    }

    private static (string Value, ExpressionSyntax Replacement) LookupOf(
        InvocationExpressionSyntax search,
        IdentifierNameSyntax searched,
        MemberAccessExpressionSyntax access,
        string name)
    {
        var key = KeyOf(search)!;
        var equality = (BinaryExpressionSyntax)LambdaOf(search)!.Body;
        var wanted = equality.Left == key ? equality.Right : equality.Left;
        var found = SyntaxFactory.ElementAccessExpression(
            SyntaxFactory.IdentifierName(name),
            SyntaxFactory.BracketedArgumentList(
                SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(wanted.WithoutTrivia()))));
        ExpressionSyntax replacement = access.Name.Identifier.ValueText == "Where"
            ? found
            : SyntaxFactory.InvocationExpression(access.WithExpression(found), SyntaxFactory.ArgumentList());
        return ($"{searched}.ToLookup({ParameterOf(search)} => {key})", replacement);
    }

    /// <summary>The side of the comparison that reads the element.</summary>
    private static MemberAccessExpressionSyntax? KeyOf(InvocationExpressionSyntax search) =>
        LambdaOf(search)?.Body is BinaryExpressionSyntax equality
            ? new[] { equality.Left, equality.Right }
                .OfType<MemberAccessExpressionSyntax>()
                .FirstOrDefault(side => side.Expression.ToString() == ParameterOf(search))
            : null;

    private static SimpleLambdaExpressionSyntax? LambdaOf(InvocationExpressionSyntax search) =>
        search.ArgumentList.Arguments.Count == 1
            ? search.ArgumentList.Arguments[0].Expression as SimpleLambdaExpressionSyntax
            : null;

    private static string? ParameterOf(InvocationExpressionSyntax search) =>
        LambdaOf(search)?.Parameter.Identifier.ValueText;

    private static bool IsTaken(SyntaxNode block, string name) =>
        block.FirstAncestorOrSelf<MemberDeclarationSyntax>()
            ?.DescendantTokens()
            .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name) != false;
}
