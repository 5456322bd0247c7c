using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>The variable of a catch clause.</summary>
internal static class Variables
{
    /// <summary>The clause with a variable for its exception, a new one if it has none.</summary>
    public static CatchClauseSyntax Named(CatchClauseSyntax clause, out string name)
    {
        if (clause.Declaration is { Identifier: { ValueText: { Length: > 0 } known } })
        {
            name = known;
            return clause;
        }

        name = FreeName(clause);
        var identifier = SyntaxFactory.Identifier(name);
        if (clause.Declaration is { } declaration)
            return clause.WithDeclaration(declaration.WithType(declaration.Type.WithTrailingTrivia(SyntaxFactory.Space)).WithIdentifier(identifier));

        var type = SyntaxFactory.ParseTypeName("global::System.Exception").WithAdditionalAnnotations(Simplifier.Annotation).WithTrailingTrivia(SyntaxFactory.Space);
        return clause
            .WithCatchKeyword(clause.CatchKeyword.WithTrailingTrivia(SyntaxFactory.Space))
            .WithDeclaration(SyntaxFactory.CatchDeclaration(type).WithIdentifier(identifier).WithTrailingTrivia(clause.CatchKeyword.TrailingTrivia));
    }

    /// <summary>A name that nothing in the member bears.</summary>
    private static string FreeName(SyntaxNode clause)
    {
        var member = clause.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? clause.SyntaxTree.GetRoot();
        var root = member is GlobalStatementSyntax ? clause.SyntaxTree.GetRoot() : member;
        var taken = new HashSet<string>(root.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText));
        return new[] { "ex", "exception", "caught" }.Concat(Enumerable.Range(1, taken.Count + 1).Select(static number => $"ex{number}")).First(candidate => !taken.Contains(candidate));
    }
}
