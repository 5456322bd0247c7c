using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Guards;

/// <summary>Refusals: 401, 403, and exceptions that mean them; and the condition that leads to one.</summary>
internal static class Refusals
{
    private static readonly ImmutableHashSet<string> Names = WordSet.Of(
        "Unauthorized UnauthorizedResult UnauthorizedObjectResult Forbid ForbidResult Forbidden Challenge",
        "ChallengeResult Status401Unauthorized Status403Forbidden PermissionDenied Unauthenticated",
        "UnauthorizedAccessException UnauthorizedException ForbiddenException ForbiddenAccessException",
        "AccessDeniedException SecurityException AuthenticationException AuthorizationException");

    /// <summary>Every refusal in a body.</summary>
    public static IEnumerable<SyntaxToken> In(SyntaxNode body) => body.DescendantTokens().Where(Is);

    public static bool IsNamed(string call) => Names.Contains(call);

    private static bool Is(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.IdentifierToken =>
            Names.Contains(token.ValueText) && !token.Parent.IsKind(SyntaxKind.CatchDeclaration),
        SyntaxKind.NumericLiteralToken => token.Value is 401 or 403,
        _ => false,
    };

    /// <summary>What is asked before it; null where the refusal stands alone, or answers an exception.</summary>
    public static ExpressionSyntax? ConditionOf(SyntaxToken refusal, SyntaxNode body)
    {
        if (refusal.Parent!.FirstAncestorOrSelf<CatchClauseSyntax>() is not null) return null;

        foreach (var node in refusal.Parent!.Ancestors().TakeWhile(node => node != body.Parent))
        {
            var condition = node switch
            {
                IfStatementSyntax choice when !choice.Condition.Span.Contains(refusal.Span) => choice.Condition,
                ConditionalExpressionSyntax choice when !choice.Condition.Span.Contains(refusal.Span) =>
                    choice.Condition,
                SwitchExpressionSyntax choice => choice.GoverningExpression,
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice
                    when choice.Right.Span.Contains(refusal.Span) => choice.Left,
                StatementSyntax { Parent: BlockSyntax block } statement when block == body =>
                    ConditionBefore(statement, block),
                _ => null,
            };
            if (condition is not null) return condition;
        }

        return null;
    }

    /// <summary><c>if (may) { …; return Ok(); } return Unauthorized();</c>.</summary>
    private static ExpressionSyntax? ConditionBefore(StatementSyntax refusal, BlockSyntax block) =>
        block.Statements.TakeWhile(statement => statement != refusal)
            .OfType<IfStatementSyntax>()
            .LastOrDefault()?.Condition;
}
