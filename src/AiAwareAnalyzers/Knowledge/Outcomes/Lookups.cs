using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.Knowledge.Outcomes;

/// <summary>Calls that look for something, and answer null where it is not there.</summary>
internal static class Lookups
{
    /// <summary>
    /// Whether a call may find nothing: a query for one or none, a search by key, a finder that says so.
    /// </summary>
    public static bool MayFindNothing(IInvocationOperation call) =>
        Tasks.Unwrap(call.TargetMethod.ReturnType) is { IsReferenceType: true } found
        && (IsOneOrNone(call) || IsByKey(call.TargetMethod) || IsFinder(call.TargetMethod, found)
            || IsOfState(call.TargetMethod));

    /// <summary>
    /// Whether a call declares that it always finds something, and does not: the compiler believes it and keeps still.
    /// </summary>
    public static bool PromiseTooMuch(IInvocationOperation call) =>
        IsOfState(call.TargetMethod)
        && Tasks.Unwrap(call.TargetMethod.ReturnType).NullableAnnotation != NullableAnnotation.Annotated;

    /// <summary><c>FirstOrDefault</c> and its like, without a value to fall back on.</summary>
    private static bool IsOneOrNone(IInvocationOperation call) =>
        call.TargetMethod
            is { Name: var name,
                ContainingType.Name: "Enumerable" or "Queryable" or "EntityFrameworkQueryableExtensions" }
        && name is "FirstOrDefault" or "SingleOrDefault" or "LastOrDefault" or "FirstOrDefaultAsync"
            or "SingleOrDefaultAsync" or "LastOrDefaultAsync"
        && call.TargetMethod.Parameters.All(parameter => parameter.Name != "defaultValue")
        && !IsNeverEmpty(call);

    private static bool IsByKey(IMethodSymbol method) =>
        method is { Name: "Find" or "FindAsync",
            ContainingType.Name: "DbSet" or "InternalDbSet" or "List" or "DbContext" };

    /// <summary>The state of a key that nobody has saved yet.</summary>
    private static bool IsOfState(IMethodSymbol method) =>
        method is { Name: "GetStateAsync", ContainingType: { Name: "DaprClient", ContainingNamespace.Name: "Client" } };

    /// <summary>
    /// <c>FindByEmailAsync</c> of a library that declares its answer nullable, also for callers that do not read that.
    /// </summary>
    private static bool IsFinder(IMethodSymbol method, ITypeSymbol found) =>
        method.Name.StartsWith("Find", StringComparison.Ordinal)
        && found.NullableAnnotation == NullableAnnotation.Annotated
        && method.Parameters.Length > 0;

    /// <summary>A group has at least one member, in whatever order.</summary>
    private static bool IsNeverEmpty(IInvocationOperation call)
    {
        var source = SourceOf(call);
        while (source is IInvocationOperation { TargetMethod.Name: "OrderBy" or "OrderByDescending" or "ThenBy"
            or "ThenByDescending" or "Select" or "Reverse" } step)
            source = SourceOf(step);
        return source?.Type is { Name: "IGrouping" };
    }

    private static IOperation? SourceOf(IInvocationOperation call) =>
        (call.Instance ?? call.Arguments.FirstOrDefault()?.Value)?.Bare();
}
