using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.EdgeCases.Guards;

/// <summary>Where a finding about a call stands.</summary>
internal static class CallPlaces
{
    /// <summary>The call, or the brackets of an indexer, without the receiver.</summary>
    public static Location OfStep(IOperation step) => step switch
    {
        IInvocationOperation call => Of(call),
        { Syntax: ElementAccessExpressionSyntax { ArgumentList: var brackets } } => brackets.GetLocation(),
        _ => step.Syntax.GetLocation(),
    };

    /// <summary>The call without its receiver.</summary>
    public static Location Of(IInvocationOperation call) => call.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } =>
            Location.Create(call.Syntax.SyntaxTree, TextSpan.FromBounds(access.Name.SpanStart, call.Syntax.Span.End)),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax access } =>
            Location.Create(call.Syntax.SyntaxTree, TextSpan.FromBounds(access.Name.SpanStart, call.Syntax.Span.End)),
        _ => call.Syntax.GetLocation(),
    };
}
