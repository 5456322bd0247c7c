using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money.Arithmetic;

/// <summary>
/// Places that compile with a decimal and yet behave differently when they run: a fix that would add one is not
/// certain.
/// </summary>
internal static class DecimalHazards
{
    public static int CountIn(SemanticModel model, CancellationToken cancellation) =>
        model.SyntaxTree.GetRoot(cancellation)
            .DescendantNodes()
            .Count(node => node is ExpressionSyntax expression && IsHazard(expression, model));

    private static bool IsHazard(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        InvocationExpressionSyntax call => IsHazardousCall(call, model),
        _ => IsKeptInBox(expression, model),
    };

    /// <summary>
    /// A round-trip format, which decimal does not know; a binary format, which would get other bytes; an atomic
    /// operation, which no decimal has.
    /// </summary>
    private static bool IsHazardousCall(InvocationExpressionSyntax call, SemanticModel model) =>
        model.GetSymbolInfo(call).Symbol is IMethodSymbol method && method.ContainingType.Name switch
        {
            "Decimal" =>
                method.Name == "ToString"
                && call.ArgumentList.Arguments.FirstOrDefault()?.Expression
                    is LiteralExpressionSyntax { Token.ValueText: "R" or "r" },
            "BinaryWriter" or "Interlocked" or "Volatile" =>
                method.Parameters.Any(parameter => Numbers.IsDecimal(parameter.Type)),
            _ => false,
        };

    /// <summary>A decimal in an <c>object</c> or <c>dynamic</c> that somebody unpacks as a double elsewhere.</summary>
    private static bool IsKeptInBox(ExpressionSyntax expression, SemanticModel model) =>
        expression.Parent is EqualsValueClauseSyntax or AssignmentExpressionSyntax or ReturnStatementSyntax
            or ArrowExpressionClauseSyntax
        && model.GetTypeInfo(expression) is { Type: var type, ConvertedType: { } kept }
        && Numbers.IsDecimal(Numbers.Underlying(type))
        && (kept.SpecialType == SpecialType.System_Object || kept.TypeKind == TypeKind.Dynamic);
}
