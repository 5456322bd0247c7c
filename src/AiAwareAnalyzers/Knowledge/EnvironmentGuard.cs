using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>Whether code runs only where nobody is harmed: under a question about the environment.</summary>
internal static class EnvironmentGuard
{
    private static readonly ImmutableHashSet<string> Questions = ImmutableHashSet.Create(
        StringComparer.Ordinal, "IsDevelopment", "IsEnvironment", "IsStaging", "IsProduction", "EnvironmentName");

    public static bool Surrounds(SyntaxNode node) => node.Ancestors().Any(IsGuard);

    /// <summary>As above, or behind a question that leaves the method, or in code that only debug builds have.</summary>
    public static bool Covers(SyntaxNode node) => Surrounds(node) || IsBehindExit(node) || IsDebugOnly(node);

    /// <summary><c>if (!environment.IsDevelopment()) return;</c> somewhere before.</summary>
    private static bool IsBehindExit(SyntaxNode node) =>
        node.AncestorsAndSelf().Where(ancestor => ancestor is StatementSyntax or GlobalStatementSyntax)
            .Any(ancestor => ancestor.Parent!.ChildNodes().TakeWhile(earlier => earlier != ancestor).Select(StatementOf).OfType<IfStatementSyntax>().Any(LeavesElsewhere));

    private static SyntaxNode StatementOf(SyntaxNode node) => node is GlobalStatementSyntax global ? global.Statement : node;

    private static bool LeavesElsewhere(IfStatementSyntax condition)
    {
        var last = condition.Statement is BlockSyntax block ? block.Statements.LastOrDefault() : condition.Statement;
        return last is ReturnStatementSyntax or ThrowStatementSyntax && Asks(condition.Condition);
    }

    private static bool IsDebugOnly(SyntaxNode node)
    {
        if (!node.SyntaxTree.GetRoot().ContainsDirectives) return false;
        var open = new Stack<bool>();
        for (var directive = node.SyntaxTree.GetCompilationUnitRoot().GetFirstDirective(); directive is not null && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
            switch (directive)
            {
                case IfDirectiveTriviaSyntax branch:
                    open.Push(branch.Condition.ToString().Contains("DEBUG"));
                    break;
                case EndIfDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    break;
            }

        return open.Any(isDebug => isDebug);
    }

    private static bool IsGuard(SyntaxNode node) => node switch
    {
        IfStatementSyntax condition => Asks(condition.Condition),
        ConditionalExpressionSyntax condition => Asks(condition.Condition),
        _ => false,
    };

    /// <summary>Whether a condition asks about the environment.</summary>
    public static bool Asks(ExpressionSyntax condition) =>
        condition.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && IsQuestion(token.ValueText));

    private static bool IsQuestion(string name) =>
        Questions.Contains(name) || name.TrimStart('_').StartsWith("isDev", StringComparison.OrdinalIgnoreCase);
}
