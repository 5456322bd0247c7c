using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>
/// Rewrites a catch of everything into one of the exceptions by which the tried calls say that they failed.
/// </summary>
internal static class Narrowing
{
    /// <summary>Whether an earlier clause has one of these exceptions already.</summary>
    public static bool IsTaken(
        CatchClauseSyntax clause, IReadOnlyList<INamedTypeSymbol> failures, SemanticModel model) =>
        clause.Parent is TryStatementSyntax statement
        && statement.Catches.TakeWhile(other => other != clause)
            .Any(other => other.Filter is null
                && other.Declaration is { } declaration
                && failures.Any(failure => failure.Inherits(model.GetTypeInfo(declaration.Type).Type)));

    public static CatchClauseSyntax Of(CatchClauseSyntax clause, IReadOnlyList<INamedTypeSymbol> failures) =>
        failures.Count == 1 ? OfOne(clause, failures[0]) : OfSeveral(clause, failures);

    private static CatchClauseSyntax OfOne(CatchClauseSyntax clause, INamedTypeSymbol failure)
    {
        var name = clause.Declaration is { Identifier.ValueText: { Length: > 0 } known } ? known : null;
        return WithoutFilter(CatchVariable.Declaring(clause, TypeOf(failure), name));
    }

    private static CatchClauseSyntax OfSeveral(CatchClauseSyntax clause, IReadOnlyList<INamedTypeSymbol> failures)
    {
        clause = CatchVariable.Named(clause, out var name);
        var tests = string.Join(" || ", failures.Select(failure => $"{name} is {FullName(failure)}"));
        var condition = SyntaxFactory.ParseExpression(tests)
            .WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
        var filter = SyntaxFactory.CatchFilterClause(condition.ReplaceNodes(
            condition.DescendantNodes().OfType<NameSyntax>(),
            static (_, type) => type.WithAdditionalAnnotations(Simplifier.Annotation)));
        return clause.Filter is { } old
            ? clause.WithFilter(old.WithFilterExpression(filter.FilterExpression))
            : clause.WithDeclaration(clause.Declaration!.WithTrailingTrivia(SyntaxFactory.Space))
                .WithFilter(filter.NormalizeWhitespace()
                    .WithFilterExpression(filter.FilterExpression)
                    .WithTrailingTrivia(clause.Declaration!.GetTrailingTrivia()));
    }

    private static CatchClauseSyntax WithoutFilter(CatchClauseSyntax clause) => clause.Filter is { } filter
        ? clause.WithFilter(null).WithDeclaration(clause.Declaration!.WithTrailingTrivia(filter.GetTrailingTrivia()))
        : clause;

    private static TypeSyntax TypeOf(INamedTypeSymbol type) =>
        SyntaxFactory.ParseTypeName(FullName(type)).WithAdditionalAnnotations(Simplifier.Annotation);

    private static string FullName(INamedTypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
