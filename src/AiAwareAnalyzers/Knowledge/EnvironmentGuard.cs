using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>Whether code runs only where nobody is harmed: under a question about the environment.</summary>
internal static class EnvironmentGuard
{
    private static readonly ImmutableHashSet<string> Questions = ImmutableHashSet.Create(
        StringComparer.Ordinal, "IsDevelopment", "IsEnvironment", "IsStaging", "IsProduction", "EnvironmentName");

    public static bool Surrounds(SyntaxNode node) => node.Ancestors().Any(IsGuard);

    private static bool IsGuard(SyntaxNode node) => node switch
    {
        IfStatementSyntax condition => Asks(condition.Condition),
        ConditionalExpressionSyntax condition => Asks(condition.Condition),
        _ => false,
    };

    private static bool Asks(ExpressionSyntax condition) =>
        condition.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && IsQuestion(token.ValueText));

    private static bool IsQuestion(string name) =>
        Questions.Contains(name) || name.StartsWith("isDev", StringComparison.OrdinalIgnoreCase);
}
