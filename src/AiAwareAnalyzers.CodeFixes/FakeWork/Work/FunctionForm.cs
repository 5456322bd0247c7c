using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>The outer form of a method or a local function, and of the statements in it.</summary>
internal static class FunctionForm
{
    public static BlockSyntax? BodyOf(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => method.Body,
        LocalFunctionStatementSyntax local => local.Body,
        _ => null,
    };

    public static bool IsAsync(SyntaxNode function) => ModifiersOf(function).Any(SyntaxKind.AsyncKeyword);

    /// <summary>The function without <c>async</c>; what stood before it stays.</summary>
    public static SyntaxNode WithoutAsync(SyntaxNode function)
    {
        var leading = function.GetLeadingTrivia();
        SyntaxNode without = function switch
        {
            MethodDeclarationSyntax method => method.WithModifiers(Without(method.Modifiers)),
            LocalFunctionStatementSyntax local => local.WithModifiers(Without(local.Modifiers)),
            _ => function,
        };
        return without.WithLeadingTrivia(leading);
    }

    public static SyntaxNode Returning(SyntaxNode function, TypeSyntax type) => function switch
    {
        MethodDeclarationSyntax method => method.WithReturnType(type.WithTriviaFrom(method.ReturnType)),
        LocalFunctionStatementSyntax local => local.WithReturnType(type.WithTriviaFrom(local.ReturnType)),
        _ => function,
    };

    public static SyntaxNode Named(SyntaxNode function, string name) => function switch
    {
        MethodDeclarationSyntax method =>
            method.WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(method.Identifier)),
        LocalFunctionStatementSyntax local =>
            local.WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(local.Identifier)),
        _ => function,
    };

    /// <summary>The function with one more statement at its end.</summary>
    public static SyntaxNode WithLast(SyntaxNode function, StatementSyntax statement) => function switch
    {
        MethodDeclarationSyntax { Body: { } body } method => method.WithBody(WithLast(body, statement)),
        LocalFunctionStatementSyntax { Body: { } body } local => local.WithBody(WithLast(body, statement)),
        _ => function,
    };

    /// <summary>All above a statement up to its last comment; nothing where there is none.</summary>
    public static SyntaxTriviaList CommentsAbove(StatementSyntax statement) =>
        SplitAfterComments(statement.GetLeadingTrivia()).Comments;

    public static SyntaxTriviaList WithoutBlankLines(SyntaxTriviaList trivia) =>
        SyntaxFactory.TriviaList(trivia.SkipWhile(static piece => piece.IsKind(SyntaxKind.EndOfLineTrivia)));

    public static T Formatted<T>(T node)
        where T : SyntaxNode =>
        node.WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>Comments at the end of the block stay above what is now its last statement.</summary>
    private static BlockSyntax WithLast(BlockSyntax body, StatementSyntax statement)
    {
        var (comments, rest) = SplitAfterComments(body.CloseBraceToken.LeadingTrivia);
        var last = comments.Count == 0
            ? statement
            : statement.WithLeadingTrivia(comments.Add(SyntaxFactory.ElasticMarker));
        return body.WithCloseBraceToken(body.CloseBraceToken.WithLeadingTrivia(rest)).AddStatements(Formatted(last));
    }

    private static (SyntaxTriviaList Comments, SyntaxTriviaList Others) SplitAfterComments(SyntaxTriviaList trivia)
    {
        var last = trivia.ToList().FindLastIndex(static piece =>
            !piece.IsKind(SyntaxKind.WhitespaceTrivia) && !piece.IsKind(SyntaxKind.EndOfLineTrivia));
        return last < 0
            ? (default, trivia)
            : (SyntaxFactory.TriviaList(trivia.Take(last + 2)), SyntaxFactory.TriviaList(trivia.Skip(last + 2)));
    }

    private static SyntaxTokenList ModifiersOf(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => method.Modifiers,
        LocalFunctionStatementSyntax local => local.Modifiers,
        AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers,
        _ => default,
    };

    private static SyntaxTokenList Without(SyntaxTokenList modifiers) =>
        modifiers.RemoveAt(modifiers.IndexOf(SyntaxKind.AsyncKeyword));
}
