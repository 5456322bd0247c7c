using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Knowledge.Symbols;

/// <summary>Where a finding about a call is underlined.</summary>
internal static class CallSites
{
    /// <summary>
    /// The call without its receiver: <c>ToList()</c> in <c>db.Orders.ToList()</c>; the whole expression where there is
    /// no such part.
    /// </summary>
    public static Location Called(this IOperation operation) => operation.Syntax.Called();

    /// <inheritdoc cref="Called(IOperation)"/>
    public static Location Called(this SyntaxNode node) => NameIn(node) is { } name
        ? Location.Create(node.SyntaxTree, TextSpan.FromBounds(name.SpanStart, node.Span.End))
        : node.GetLocation();

    /// <summary>The name alone; the whole expression where no name stands behind a receiver.</summary>
    public static Location CalledName(this IOperation operation) =>
        NameIn(operation.Syntax)?.Identifier.GetLocation() ?? operation.Syntax.GetLocation();

    private static SimpleNameSyntax? NameIn(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name,
        _ => null,
    };
}
