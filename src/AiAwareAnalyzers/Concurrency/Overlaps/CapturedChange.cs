using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency.Overlaps;

/// <summary>What a run of a function does to something that other runs have as well.</summary>
/// <param name="Change">The whole change.</param>
/// <param name="Target">What is changed: a collection, or a number that is read first.</param>
/// <param name="Kind">The type of a collection; null for a value that is read, computed and written.</param>
internal sealed record CapturedChange(IOperation Change, IOperation Target, ITypeSymbol? Kind)
{
    /// <summary>Types of the framework that are made for one thread at a time.</summary>
    private static readonly ImmutableHashSet<string> OneThreaded = WordSet.Of(
        "List Dictionary HashSet Queue Stack LinkedList SortedDictionary SortedList SortedSet PriorityQueue Collection",
        "StringBuilder");

    private static readonly ImmutableHashSet<string> Changing = WordSet.Of(
        "Add TryAdd AddRange AddFirst AddLast Insert InsertRange Remove RemoveAt RemoveAll Clear Enqueue Dequeue",
        "TryDequeue Push Pop TryPop UnionWith Append AppendLine AppendFormat AppendJoin");

    /// <summary>The change that an operation makes, to whatever it is.</summary>
    public static CapturedChange? By(IOperation operation, Compilation compilation) => operation switch
    {
        IInvocationOperation { Instance: { } instance } call when Changing.Contains(call.TargetMethod.Name) =>
            OfCollection(call, instance, compilation),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: 1, Instance: { } map } }
            set when map.Type?.Name is not "List" => OfCollection(set, map, compilation),
        IIncrementOrDecrementOperation step => new(step, step.Target, null),
        ICompoundAssignmentOperation { Target.Type.TypeKind: not TypeKind.Delegate } sum => new(sum, sum.Target, null),
        ISimpleAssignmentOperation assignment when ReadsItself(assignment) => new(assignment, assignment.Target, null),
        _ => null,
    };

    private static CapturedChange? OfCollection(IOperation change, IOperation instance, Compilation compilation)
    {
        var kind = instance.Type is { TypeKind: TypeKind.Interface }
            ? (instance.Bare() is ILocalReferenceOperation local
                ? Locals.Around(change, compilation).Follow(local)
                : instance.Bare()).Type
            : instance.Type;
        return kind is { ContainingNamespace.Name: "Generic" or "ObjectModel" or "Text" }
            && OneThreaded.Contains(kind.Name)
            ? new(change, instance, kind)
            : null;
    }

    /// <summary><c>total = total + price</c>, <c>max = Math.Max(max, price)</c>.</summary>
    private static bool ReadsItself(ISimpleAssignmentOperation assignment) =>
        Values.VariableOf(assignment.Target) is { } target
        && assignment.Value.DescendantsAndSelf().Any(part =>
            SymbolEqualityComparer.Default.Equals(Values.VariableOf(part), target));
}
