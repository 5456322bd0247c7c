using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Outcomes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>Rewrites what a handler returns into a failure of the method's own Result type.</summary>
internal static class FailedResult
{
    /// <summary>
    /// The clause, returning a failure; null where the method has no Result type with a factory of failures.
    /// </summary>
    public static CatchClauseSyntax? In(CatchClauseSyntax clause, SemanticModel model)
    {
        var returns = clause.Block.DescendantNodes(static node =>
            node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>()
            .ToList();
        if (returns.Count != 1 || returns[0].Expression is not { } value || IsDeed(value, model)) return null;
        if (model.GetEnclosingSymbol(clause.SpanStart) is not IMethodSymbol { IsAsync: true } function
            || FactoryOf(Promises.Returned(function), model, clause.SpanStart) is not { } factory)
            return null;

        var named = CatchVariable.Named(clause, out var exception);
        var carried = factory.Parameters[0].Type.SpecialType == SpecialType.System_String
            ? $"{exception}.Message"
            : exception;
        var home = factory.ContainingType.ToMinimalDisplayString(
            model,
            clause.SpanStart,
            SymbolDisplayFormat.MinimallyQualifiedFormat.WithMiscellaneousOptions(
                SymbolDisplayMiscellaneousOptions.UseSpecialTypes));
        var failure = SyntaxFactory.ParseExpression($"{home}.{factory.Name}({carried})").WithTriviaFrom(value);
        var place = named.Block.DescendantNodes()
            .OfType<ReturnStatementSyntax>()
            .First(candidate => candidate.IsEquivalentTo(returns[0]));
        return named.ReplaceNode(place.Expression!, failure);
    }

    /// <summary>A private function makes the value, and may do more than that.</summary>
    private static bool IsDeed(ExpressionSyntax value, SemanticModel model) =>
        value.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call =>
            model.GetOperation(call) is IInvocationOperation operation && PrivateFunctions.IsCalledBy(operation));

    private static IMethodSymbol? FactoryOf(ITypeSymbol type, SemanticModel model, int position) =>
        type.GetMembers().OfType<IMethodSymbol>()
            .Where(method =>
                method is { IsStatic: true, Arity: 0, MethodKind: MethodKind.Ordinary, Parameters.Length: > 0 }
                && method.Parameters.Skip(1).All(static parameter => parameter.IsOptional || parameter.IsParams)
                && SymbolEqualityComparer.Default.Equals(method.ReturnType, type)
                && ResultTypes.SayingOfName(method.Name) == ResultTypes.Saying.Failure
                && Takes(method.Parameters[0].Type)
                && model.IsAccessible(position, method))
            .OrderBy(static method => method.Parameters[0].Type.SpecialType == SpecialType.System_String)
            .FirstOrDefault();

    private static bool Takes(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String
        || type is { Name: "Exception", ContainingNamespace.Name: "System" };
}
