using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>Whether code runs only where nobody is harmed: under a question about the environment.</summary>
internal static class EnvironmentGuard
{
    private static readonly ImmutableHashSet<string> Questions = WordSet.Of(
        "IsDevelopment IsEnvironment IsStaging IsProduction EnvironmentName");

    /// <summary>What a condition asks for that tells a debug build from others.</summary>
    private static readonly ImmutableArray<string> BuildNames = ImmutableArray.Create("DEBUG", "RELEASE");

    public static bool Surrounds(SyntaxNode node) => node.AncestorsAndSelf().Any(IsOnHarmlessSide);

    /// <summary>
    /// As above, or behind a question that leaves the method, or in code that only debug builds have.
    /// </summary>
    public static bool Covers(SyntaxNode node) =>
        Surrounds(node) || IsBehindExit(node) || IsDebugOnly(node) || IsForDevelopers(node);

    /// <summary>A method that says in its name where it is called: <c>AddDevelopmentDetails</c>.</summary>
    private static bool IsForDevelopers(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
        && Words.Of(method.Identifier.ValueText).Any(static word => word is "development" or "debug");

    /// <summary><c>if (!environment.IsDevelopment()) return;</c> somewhere before.</summary>
    private static bool IsBehindExit(SyntaxNode node) =>
        node.AncestorsAndSelf().Where(ancestor => ancestor is StatementSyntax or GlobalStatementSyntax)
            .Any(ancestor =>
                ancestor.Parent!.ChildNodes()
                    .TakeWhile(earlier => earlier != ancestor)
                    .Select(StatementOf)
                    .OfType<IfStatementSyntax>()
                    .Any(LeavesElsewhere));

    private static SyntaxNode StatementOf(SyntaxNode node) =>
        node is GlobalStatementSyntax global ? global.Statement : node;

    private static bool LeavesElsewhere(IfStatementSyntax condition)
    {
        var last = condition.Statement is BlockSyntax block ? block.Statements.LastOrDefault() : condition.Statement;
        return last is ReturnStatementSyntax or ThrowStatementSyntax
            && IsHarmless(condition.Condition, whenTrue: false);
    }

    private static bool IsDebugOnly(SyntaxNode node)
    {
        // From one directive to the next, all tokens between them are passed.
        if (!Calls.AreMentioned(node.SyntaxTree, BuildNames)) return false;
        var open = new Stack<bool>();
        for (var directive = node.SyntaxTree.GetCompilationUnitRoot().GetFirstDirective(); directive is not null
            && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
            switch (directive)
            {
                case IfDirectiveTriviaSyntax branch:
                    open.Push(IsDebug(branch.Condition));
                    break;
                case ElifDirectiveTriviaSyntax branch when open.Count > 0:
                    open.Pop();
                    open.Push(IsDebug(branch.Condition));
                    break;
                case ElseDirectiveTriviaSyntax otherwise when open.Count > 0:
                    open.Pop();
                    open.Push(otherwise.GetRelatedDirectives()
                        .OfType<IfDirectiveTriviaSyntax>()
                        .Any(first => first.Condition.ToString() is "!DEBUG" or "RELEASE"));
                    break;
                case EndIfDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    break;
            }

        return open.Any(isDebug => isDebug);
    }

    private static bool IsDebug(ExpressionSyntax condition) =>
        condition.ToString() is var text && text.Contains("DEBUG") && !text.Contains("!DEBUG");

    /// <summary>Whether a node is the branch of a choice that only runs where nobody is harmed.</summary>
    private static bool IsOnHarmlessSide(SyntaxNode branch) => branch.Parent switch
    {
        IfStatementSyntax choice => branch == choice.Statement && IsHarmless(choice.Condition, whenTrue: true),
        ElseClauseSyntax { Parent: IfStatementSyntax choice } => IsHarmless(choice.Condition, whenTrue: false),
        ConditionalExpressionSyntax choice =>
            branch == choice.WhenTrue && IsHarmless(choice.Condition, whenTrue: true)
            || branch == choice.WhenFalse && IsHarmless(choice.Condition, whenTrue: false),
        _ => false,
    };

    /// <summary>Whether a condition that holds, or does not, proves that this is no production.</summary>
    private static bool IsHarmless(ExpressionSyntax condition, bool whenTrue)
    {
        while (true)
        {
            switch (condition)
            {
                case ParenthesizedExpressionSyntax inner:
                    condition = inner.Expression;
                    break;
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                    (condition, whenTrue) = (not.Operand, !whenTrue);
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression
                    or (int)SyntaxKind.LogicalOrExpression }:
                    return IsHarmlessWhole(condition, whenTrue);
                default:
                    return Asks(condition) && AsksForProduction(condition) != whenTrue;
            }
        }
    }

    /// <summary>Of a conjunction that holds one part is proof enough; of one that does not, all have to be.</summary>
    private static bool IsHarmlessWhole(ExpressionSyntax condition, bool whenTrue)
    {
        var kind = condition.Kind();
        var parts = condition.DescendantNodesAndSelf(node => node.IsKind(kind))
            .OfType<ExpressionSyntax>()
            .Where(part => !part.IsKind(kind) && part.Parent.IsKind(kind));
        return !CallStack.IsNearlyFull
            && (kind == SyntaxKind.LogicalAndExpression == whenTrue
                ? parts.Any(part => IsHarmless(part, whenTrue))
                : parts.All(part => IsHarmless(part, whenTrue)));
    }

    /// <summary><c>IsProduction()</c>, <c>name == "Production"</c>, and not the other way round.</summary>
    private static bool AsksForProduction(ExpressionSyntax condition) =>
        condition.DescendantTokens().Any(static token => token.ValueText is "IsProduction" or "Production")
        != (condition.IsKind(SyntaxKind.NotEqualsExpression) || EndsIn(condition, "false"));

    private static bool EndsIn(ExpressionSyntax condition, string word) =>
        condition is BinaryExpressionSyntax or IsPatternExpressionSyntax && condition.GetLastToken().ValueText == word;

    /// <summary>Whether a condition asks about the environment.</summary>
    public static bool Asks(ExpressionSyntax condition) =>
        condition.DescendantTokens()
            .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && IsQuestion(token.ValueText));

    private static bool IsQuestion(string name) =>
        Questions.Contains(name)
        || name.TrimStart('_').StartsWith("isDev", StringComparison.OrdinalIgnoreCase)
        || name.TrimStart('_').Equals("isTesting", StringComparison.OrdinalIgnoreCase);
}
