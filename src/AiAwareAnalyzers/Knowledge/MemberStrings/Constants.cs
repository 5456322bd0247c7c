using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.MemberStrings;

/// <summary>The text of an expression that the compiler knows.</summary>
internal static class Constants
{
    public static string? Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        expression is LiteralExpressionSyntax literal ? literal.Token.Value as string : model.GetConstantValue(expression, cancellation).Value as string;
}
