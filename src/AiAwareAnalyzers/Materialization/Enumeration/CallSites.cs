using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization.Enumeration;

/// <summary>Where a finding about a call is underlined.</summary>
internal static class CallSites
{
    /// <summary>
    /// The call without its receiver: <c>ToList()</c> in <c>db.Orders.ToList()</c>; the whole expression where there is
    /// no such part.
    /// </summary>
    public static Location Called(this IOperation operation) => operation.Syntax.Called();

    /// <inheritdoc cref="Called(IOperation)"/>
    public static Location Called(this SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call
            ? Location.Create(
                node.SyntaxTree, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(access.Name.SpanStart, call.Span.End))
            : node.GetLocation();
}
