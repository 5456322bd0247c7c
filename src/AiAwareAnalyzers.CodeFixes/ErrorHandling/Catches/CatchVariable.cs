using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>The variable of a catch clause.</summary>
internal static class CatchVariable
{
    /// <summary>The clause with a variable for its exception, a new one if it has none.</summary>
    public static CatchClauseSyntax Named(CatchClauseSyntax clause, out string name) =>
        Declaring(clause, name = NameFor(clause));

    /// <summary>The clause, with its exception among the arguments of a call inside.</summary>
    public static CatchClauseSyntax Passed(CatchClauseSyntax clause, ArgumentListSyntax arguments, int place)
    {
        var name = NameFor(clause);
        return Declaring(
            clause.ReplaceNode(
                arguments,
                ExceptionArgument.With(arguments, place, SyntaxFactory.Argument(SyntaxFactory.IdentifierName(name)))),
            name);
    }

    /// <summary>
    /// The clause with another declaration, at the place of the old one or behind a bare <c>catch</c>.
    /// </summary>
    public static CatchClauseSyntax Declaring(CatchClauseSyntax clause, TypeSyntax type, string? name)
    {
        var written =
            ((TryStatementSyntax)SyntaxFactory.ParseStatement(
                $"try {{ }} catch (T {name}) {{ }}")).Catches[0].Declaration!;
        var declaration = written.ReplaceNode(
            written.Type,
            name is null ? type.WithoutTrivia() : type.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space));
        return clause.Declaration is { } old
            ? clause.WithDeclaration(declaration.WithTriviaFrom(old))
            : clause.WithCatchKeyword(clause.CatchKeyword.WithTrailingTrivia(SyntaxFactory.Space))
                .WithDeclaration(declaration.WithTrailingTrivia(clause.CatchKeyword.TrailingTrivia));
    }

    private static CatchClauseSyntax Declaring(CatchClauseSyntax clause, string name)
    {
        if (clause.Declaration is { Identifier.ValueText.Length: > 0 }) return clause;
        var type = clause.Declaration?.Type
            ?? SyntaxFactory.ParseTypeName("global::System.Exception").WithAdditionalAnnotations(Simplifier.Annotation);
        return Declaring(clause, type, name);
    }

    private static string NameFor(CatchClauseSyntax clause) =>
        clause.Declaration is { Identifier.ValueText: { Length: > 0 } known }
            ? known
            : FreeNames.Around(clause, "ex", "ex", "exception", "caught");
}
