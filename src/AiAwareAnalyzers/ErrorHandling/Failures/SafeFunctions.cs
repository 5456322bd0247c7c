using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.ErrorHandling.Failures;

/// <summary>
/// Functions of this compilation that see their own failures, also behind a contract: all that may run when they are
/// called catches everything, and says something about it.
/// </summary>
internal static class SafeFunctions
{
    /// <summary>How many functions may hand the work on.</summary>
    private const int Depth = 3;

    /// <summary>Whether the task of a function never fails.</summary>
    public static bool NeverFail(IMethodSymbol method, Compilation compilation) =>
        AreAll(method, OwnCatches.TakeAll, compilation, Trail.OfSteps(Depth));

    /// <summary>Whether a caller has nothing to catch: not even what is called before the try can throw.</summary>
    public static bool NeverThrow(IMethodSymbol method, Compilation compilation) =>
        AreAll(method, OwnCatches.KeepAll, compilation, Trail.OfSteps(Depth));

    /// <summary>The one function to which a body leaves everything; null where it does more, or less.</summary>
    public static IMethodSymbol? ForwardOf(IOperation? body)
    {
        var only = body is IBlockOperation block
            ? block.Operations.Where(static statement => statement is not IReturnOperation { ReturnedValue: null })
                .ToList()
            : null;
        return only switch
        {
            [IReturnOperation { ReturnedValue: { } value }] => (value.Bare() as IInvocationOperation)?.TargetMethod,
            [IExpressionStatementOperation { Operation: var value }] =>
                (value.Bare() as IInvocationOperation)?.TargetMethod,
            _ => null,
        };
    }

    private static bool AreAll(
        IMethodSymbol method, Func<SyntaxNode, bool> isSafe, Compilation compilation, Trail trail) =>
        trail.TryPass(method.OriginalDefinition, out var further)
        && Solutions.AreOne(method, compilation.SourceModule)
        && MethodSummaries.Of(compilation).Behind(method) is { IsEmpty: false } bodies
        && bodies.All(body =>
            body.Method.DeclaringSyntaxReferences.Any(part => isSafe(part.GetSyntax()))
            || (ForwardOf(body.Body) is { } forward && AreAll(forward, isSafe, compilation, further)));
}
