namespace AiAwareAnalyzers.Knowledge.Flow;

/// <summary>Code that is translated and not run: the lambda of a query.</summary>
internal static class Quoted
{
    /// <summary>Whether an operation stands in an expression tree, where null is what SQL says it is.</summary>
    public static bool Holds(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
            if (outer is IAnonymousFunctionOperation && IsExpressionTree(outer.Parent?.Type)) return true;
        return false;
    }

    private static bool IsExpressionTree(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Expression", Arity: 1,
            ContainingNamespace: { Name: "Expressions", ContainingNamespace.Name: "Linq" } };
}
