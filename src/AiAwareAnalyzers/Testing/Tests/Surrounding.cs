namespace AiAwareAnalyzers.Testing.Tests;

/// <summary>What a place stands in.</summary>
internal static class Surrounding
{
    /// <summary>The method around a place, with its lambdas and functions; null in a field or a property.</summary>
    public static IMethodSymbol? MethodOf(SyntaxNode place, SemanticModel? model)
    {
        var around = model?.GetEnclosingSymbol(place.SpanStart);
        while (around is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            around = around.ContainingSymbol;
        return around as IMethodSymbol;
    }
}
