using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.ErrorHandling.Failures;

/// <summary>What <c>Task.Run</c> and <c>InvokeAsync</c> are given to run, where it cannot fail.</summary>
internal static class GivenWork
{
    /// <summary>Words of those who put an end to something, out of sight.</summary>
    private static readonly ImmutableHashSet<string> Ending = WordSet.Of("stop shutdown");

    /// <summary>Whether what is given catches everything, asks the page of a browser, or only sets values.</summary>
    public static bool CannotFail(IInvocationOperation call) =>
        call.Arguments.Select(static argument => argument.Value.Unconverted())
            .FirstOrDefault(static given => given is IAnonymousFunctionOperation or IMethodReferenceOperation) switch
        {
            IAnonymousFunctionOperation lambda => CannotFail(lambda),
            IMethodReferenceOperation { Method: var method } =>
                IsSafe(method, call)
                || (SafeFunctions.ForwardOf(BodyOf(method, call)) is { } forward && IsSafe(forward, call)),
            _ => false,
        };

    private static bool CannotFail(IAnonymousFunctionOperation lambda) =>
        OwnCatches.TakeAll(lambda.Syntax)
        || OnlyAsksBrowser(lambda)
        || OnlyAwaitsSafe(lambda)
        || (!lambda.Symbol.IsAsync && OnlySetsValues(lambda.Body))
        || (SafeFunctions.ForwardOf(lambda.Body) is { } forward && IsSafe(forward, lambda));

    /// <summary>All that is awaited sees its own failures, and nothing is thrown beside it.</summary>
    private static bool OnlyAwaitsSafe(IAnonymousFunctionOperation lambda) =>
        lambda.Symbol.IsAsync
        && !lambda.Body.Descendants().Any(static part => part is IThrowOperation)
        && lambda.Body.Descendants().OfType<IAwaitOperation>().ToList() is { Count: > 0 } awaits
        && awaits.TrueForAll(static awaited =>
            awaited.Settled() is IInvocationOperation call && IsSafe(call.TargetMethod, call));

    /// <summary>A catch of everything of its own; or, where that cannot be seen, a name that ends something.</summary>
    private static bool IsSafe(IMethodSymbol method, IOperation place) =>
        method.DeclaringSyntaxReferences.IsEmpty
            ? Words.Of(method.Name).Any(Ending.Contains)
            : place.SemanticModel is { Compilation: var compilation } && SafeFunctions.NeverFail(method, compilation);

    private static IOperation? BodyOf(IMethodSymbol method, IOperation place) =>
        place.SemanticModel is { Compilation: var compilation } ? ReturnValues.BodyOf(method, compilation) : null;

    /// <summary>The page may be gone, as for a call that is not given to anybody.</summary>
    private static bool OnlyAsksBrowser(IAnonymousFunctionOperation lambda) =>
        lambda.Body.Descendants().OfType<IInvocationOperation>()
            .Where(static call => call.TargetMethod.Name != "ConfigureAwait")
            .ToList() is { Count: > 0 } calls
        && calls.TrueForAll(static call => call.TargetMethod.ContainingNamespace is { Name: "JSInterop" });

    /// <summary>Assignments, and nothing called but what computes a value of the framework.</summary>
    private static bool OnlySetsValues(IBlockOperation body) =>
        body.Descendants().Any(static part => part is IAssignmentOperation or IIncrementOrDecrementOperation)
        && body.Descendants().All(static part => part switch
        {
            IInvocationOperation { TargetMethod: var method } => Computes(method),
            IObjectCreationOperation { Type: { IsValueType: true } type } => IsOfSystem(type),
            IObjectCreationOperation or IThrowOperation or IAwaitOperation or IArrayElementReferenceOperation
            or IPropertyReferenceOperation { Arguments.Length: > 0 } or IDynamicInvocationOperation
            or IDynamicMemberReferenceOperation => false,
            _ => true,
        });

    private static bool Computes(IMethodSymbol method) =>
        method.Name == "StateHasChanged"
        || (method.ContainingType is { } type
            && (type.IsValueType || type.Name == "Math")
            && IsOfSystem(type)
            && Parsers.ReachOf(method) == IoKinds.None);

    private static bool IsOfSystem(ITypeSymbol type) =>
        type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };
}
