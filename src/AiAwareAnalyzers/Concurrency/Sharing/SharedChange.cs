using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency.Sharing;

/// <summary>A change to something that several requests have in common.</summary>
/// <param name="Change">The whole change.</param>
/// <param name="Target">What is changed.</param>
/// <param name="Kind">The type of a collection; null for a value.</param>
/// <param name="Tie">Why they have it in common.</param>
internal sealed record SharedChange(IOperation Change, IOperation Target, ITypeSymbol? Kind, Tie Tie)
{
    /// <summary>What an operation changes of the values of a type; null where nobody else has that.</summary>
    public static SharedChange? By(IOperation operation, SharedValues values, Compilation compilation)
    {
        if (operation is IAssignmentOperation { Target: ILocalReferenceOperation }
            or IIncrementOrDecrementOperation { Target: ILocalReferenceOperation })
            return null;
        if (CapturedChange.By(operation, compilation) is { } change)
            return !IsFlag(change.Target) && !IsOfSafeMap(change.Target) && values.Of(change.Target) is { } tie
                ? new(operation, change.Target, change.Kind, tie)
                : null;
        return operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation
                { Arguments.IsEmpty: true, Instance: { Type.IsReferenceType: true } owner } set }
            && values.OfCached(owner) is { } cached
                ? new(operation, set, null, cached)
                : null;
    }

    /// <summary>What it does to others, as a message says it.</summary>
    public string Harm =>
        Kind is { Name: var kind } ? $"a '{kind}' loses what is added then, or breaks"
        : Tie.Root is null ? "the others read it meanwhile"
        : $"one of two changes to '{Quote.Of(Target.Syntax)}' is lost";

    /// <summary>What to do instead.</summary>
    public string Remedy =>
        Tie.Root is null ? "change a copy, and put that into the cache"
        : Kind is { Name: "Dictionary" or "Queue" or "Stack" } && Target.Bare() is IMemberReferenceOperation
            ? $"use a 'Concurrent{Kind.Name}', or put a lock around each use"
        : IsCount ? "use 'Interlocked', or put a lock around each use"
        : "put a lock around each use";

    /// <summary>A number that <c>Interlocked</c> knows.</summary>
    private bool IsCount =>
        Kind is null
        && Target is IFieldReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: true }
        && Target.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    /// <summary>An element of a concurrent dictionary is another rule's business.</summary>
    private static bool IsOfSafeMap(IOperation target) =>
        target is IPropertyReferenceOperation { Arguments.Length: 1, Instance.Type.Name: "ConcurrentDictionary" };

    /// <summary>A flag that is set twice is set.</summary>
    private static bool IsFlag(IOperation target) => target.Type?.SpecialType == SpecialType.System_Boolean;
}
