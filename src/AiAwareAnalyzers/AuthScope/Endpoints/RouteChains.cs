using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Endpoints;

/// <summary>
/// Calls in a row, as routes are mapped and told more:
/// <c>app.MapGroup("/a").MapPost("/b", …).RequireAuthorization("c")</c>.
/// </summary>
internal static class RouteChains
{
    /// <summary>The whole chain that a call is a part of.</summary>
    public static ExpressionSyntax Outermost(InvocationExpressionSyntax call)
    {
        ExpressionSyntax outer = call;
        while (outer.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access
            && access.Expression == outer) outer = next;
        return outer;
    }

    /// <summary>What a value is at the end of all calls on it: the name of a local, a parameter, a field.</summary>
    public static ExpressionSyntax RootOf(ExpressionSyntax chain)
    {
        while (chain is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access })
            chain = access.Expression;
        return chain;
    }

    /// <summary>The calls of a chain, the last one first.</summary>
    public static IEnumerable<InvocationExpressionSyntax> CallsOf(ExpressionSyntax chain)
    {
        ExpressionSyntax? current = chain;
        while (current is InvocationExpressionSyntax call)
        {
            yield return call;
            current = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        }
    }

    /// <summary>
    /// The call after a mapping that demands something, as its arguments are written; null where there is none, or more
    /// than one.
    /// </summary>
    public static string? DemandOf(InvocationExpressionSyntax map)
    {
        var demands = CallsOf(Outermost(map)).TakeWhile(call => call != map)
            .Where(call => Calls.NameOf(call) == "RequireAuthorization" && call.ArgumentList.Arguments.Count > 0)
            .ToList();
        return demands.Count == 1 ? demands[0].ArgumentList.Arguments.ToString() : null;
    }

    /// <summary>Where a name may be told more: its body, or the whole program of top-level statements.</summary>
    public static SyntaxNode HomeOf(SyntaxNode node) =>
        node.FirstAncestorOrSelf<SyntaxNode>(outer =>
            outer is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax)
        ?? node.SyntaxTree.GetRoot();
}
