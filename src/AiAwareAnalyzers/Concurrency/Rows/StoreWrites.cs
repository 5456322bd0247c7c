using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency.Rows;

/// <summary>A whole record that goes back to where it was read.</summary>
/// <param name="Record">The local with the record.</param>
/// <param name="Remedy">How the store notices another writer.</param>
internal sealed record StoreWrite(ILocalSymbol Record, string Remedy);

/// <summary>Stores of documents and states: what is read from them, changed and written back as a whole.</summary>
internal sealed class StoreWrites(Compilation compilation)
{
    private static readonly ImmutableArray<Store> Stores = ImmutableArray.Create(
        new Store(
            "Dapr.Client.DaprClient",
            WordSet.Of("GetStateAsync"),
            WordSet.Of("SaveStateAsync"),
            "read it with 'GetStateAndETagAsync', and save it with 'TrySaveStateAsync'"),
        new Store(
            "Azure.Data.Tables.TableClient",
            WordSet.Of("GetEntity GetEntityAsync GetEntityIfExists GetEntityIfExistsAsync"),
            WordSet.Of("UpdateEntity UpdateEntityAsync UpsertEntity UpsertEntityAsync"),
            "hand its 'ETag' to 'UpdateEntityAsync'"),
        new Store(
            "Microsoft.Azure.Cosmos.Container",
            WordSet.Of("ReadItemAsync"),
            WordSet.Of("ReplaceItemAsync UpsertItemAsync"),
            "hand its 'ETag' on as 'IfMatchEtag'"));

    /// <summary>Whether any of the stores is referenced.</summary>
    public static bool ArePossible(Compilation compilation) =>
        Stores.Any(store => compilation.GetTypeByMetadataName(store.Type) is not null);

    /// <summary>The record that a call writes back without a look at who else has; null for any other call.</summary>
    public StoreWrite? Of(IInvocationOperation call)
    {
        foreach (var store in Stores)
            if (store.Writes.Contains(call.TargetMethod.Name) && store.Is(call.Instance))
                return HasCondition(call) ? null
                    : RecordIn(call, store) is { } record && IsChanged(record, call) ? new(record.Local, store.Remedy)
                    : null;
        return null;
    }

    /// <summary>The argument that was read from the same store.</summary>
    private ILocalReferenceOperation? RecordIn(IInvocationOperation call, Store store) =>
        call.Arguments.Select(static argument => argument.Value.Bare())
            .OfType<ILocalReferenceOperation>()
            .FirstOrDefault(local =>
                Locals.Around(call, compilation).OnlyValueOf(local.Local) is { } read && IsReadFrom(store, read));

    private static bool IsReadFrom(Store store, IOperation value)
    {
        var read = value.Settled();
        while (read is IPropertyReferenceOperation { Property.Name: "Value" or "Resource", Instance: { } answer })
            read = answer.Settled();
        return read is IInvocationOperation call
            && store.Reads.Contains(call.TargetMethod.Name)
            && store.Is(call.Instance);
    }

    /// <summary>An <c>ETag</c> of somebody, or options that may hold one.</summary>
    private static bool HasCondition(IInvocationOperation call) =>
        call.Arguments.Any(static argument =>
            argument.ArgumentKind == ArgumentKind.Explicit
            && argument.Parameter?.Type.Name is "ETag" or "ItemRequestOptions"
            && argument.Value.Bare() is not (IMemberReferenceOperation { Member.Name: "All" } or IDefaultValueOperation
                or { ConstantValue: { HasValue: true, Value: null } }));

    /// <summary>A member is set, or a method of it is called, between the two.</summary>
    private bool IsChanged(ILocalReferenceOperation record, IOperation write) =>
        Locals.Around(write, compilation).MentionsOf(record.Local)
            .Any(mention => mention.Syntax.SpanStart < write.Syntax.SpanStart && ChangesThrough(mention));

    private static bool ChangesThrough(IOperation mention)
    {
        var value = mention;
        while (value.Parent is IMemberReferenceOperation member && member.Instance == value) value = member;
        return value.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == value,
            IIncrementOrDecrementOperation => true,
            IInvocationOperation call => call.Instance == value && call.Parent is IExpressionStatementOperation,
            _ => false,
        };
    }

    /// <summary>A client of a store, and the calls that read and write without a condition.</summary>
    private sealed record Store(
        string Type, ImmutableHashSet<string> Reads, ImmutableHashSet<string> Writes, string Remedy)
    {
        public bool Is(IOperation? client) =>
            client?.Type is { } type
            && Type.EndsWith("." + type.Name, StringComparison.Ordinal)
            && type.ContainingNamespace?.ToDisplayString() + "." + type.Name == Type;
    }
}
