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
        NeverFail(method, compilation, Trail.OfSteps(Depth));

    /// <summary>Whether a caller has nothing to catch: not even what is called before the try can throw.</summary>
    public static bool NeverThrow(IMethodSymbol method, Compilation compilation) =>
        AreAll(
            method, static (body, _) => IsSafe(body, OwnCatches.KeepAll), compilation, Trail.OfSteps(Depth));

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

    /// <summary><c>InvokeAsync(StateHasChanged)</c>: a component that is drawn again, on its own thread.</summary>
    public static bool IsRefresh(IInvocationOperation call) =>
        call.TargetMethod.Name == "InvokeAsync"
        && call.Arguments.Length > 0
        && call.Arguments[0].Syntax.DescendantTokens().Any(static token => token.ValueText == "StateHasChanged")
        && !call.Arguments[0].Syntax.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.AwaitKeyword));

    private static bool NeverFail(IMethodSymbol method, Compilation compilation, Trail trail) =>
        AreAll(
            method,
            (body, further) => IsSafe(body, OwnCatches.TakeAll) || OnlyAwaitsSafe(body.Body, compilation, further),
            compilation,
            trail);

    private static bool IsSafe(MethodSummary body, Func<SyntaxNode, bool> isSafe) =>
        body.Method.DeclaringSyntaxReferences.Any(part => isSafe(part.GetSyntax()));

    /// <summary>
    /// All that it awaits outside of a catch of everything sees its own failures, takes a turn, or only draws a page
    /// again, and nothing is thrown beside it.
    /// </summary>
    private static bool OnlyAwaitsSafe(IOperation? body, Compilation compilation, Trail trail)
    {
        if (body is null) return false;

        var open = Bodies.Own(body, IoCalls.CatchesAll).ToList();
        var io = IoCalls.Of(compilation);
        return !open.Exists(part => part is IThrowOperation
                || part is IInvocationOperation call && IoCalls.IsOutside(io.ReachOf(call)))
            && open.OfType<IAwaitOperation>().ToList() is { Count: > 0 } awaits
            && awaits.TrueForAll(awaited => awaited.Settled().Bare() is IInvocationOperation call
                && (IsRefresh(call)
                    || call.TargetMethod is { Name: "WaitAsync", ContainingType.Name: "SemaphoreSlim" }
                    || NeverFail(call.TargetMethod, compilation, trail)));
    }

    private static bool AreAll(
        IMethodSymbol method, Func<MethodSummary, Trail, bool> isSafe, Compilation compilation, Trail trail) =>
        trail.TryPass(method.OriginalDefinition, out var further)
        && Solutions.AreOne(method, compilation.SourceModule)
        && MethodSummaries.Of(compilation).Behind(method) is { IsEmpty: false } bodies
        && bodies.All(body =>
            isSafe(body, further)
            || (ForwardOf(body.Body) is { } forward && AreAll(forward, isSafe, compilation, further)));
}
