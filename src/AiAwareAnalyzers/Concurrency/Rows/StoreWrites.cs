using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;

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

    private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);

    /// <summary>Whether any of the stores is referenced.</summary>
    public static bool ArePossible(Compilation compilation) =>
        Stores.Any(store => compilation.GetTypeByMetadataName(store.Type) is not null);

    /// <summary>The record that a call writes back without a look at who else has; null for any other call.</summary>
    public StoreWrite? Of(IInvocationOperation call)
    {
        foreach (var store in Stores)
            if (RecordIn(call, store) is { } record && IsChanged(record, call)) return new(record.Local, store.Remedy);
        return null;
    }

    /// <summary>The argument that was read from the store that the call writes to, itself or in a repository.</summary>
    private ILocalReferenceOperation? RecordIn(IInvocationOperation call, Store store) =>
        store.Writes.Contains(call.TargetMethod.Name) && store.Is(call.Instance)
            ? HasCondition(call) ? null : RecordIn(call, (record, _) => IsReadFrom(store, record))
            : call.TargetMethod.DeclaringSyntaxReferences.IsEmpty ? null
            : RecordIn(call, (record, argument) =>
                IsWrittenBehind(store, call, argument) && IsReadBehind(store, record));

    private static ILocalReferenceOperation? RecordIn(
        IInvocationOperation call, Func<ILocalReferenceOperation, IArgumentOperation, bool> isOfStore) =>
        call.Arguments.Select(argument =>
                argument.Value.Bare() is ILocalReferenceOperation record && isOfStore(record, argument) ? record : null)
            .FirstOrDefault(static record => record is not null);

    /// <summary>Whatever a local is given is read from the store, or new where nothing was found there.</summary>
    private bool IsReadFrom(Store store, ILocalReferenceOperation record) =>
        ValuesOf(record) is { } values
        && values.Any(value => IsReadFrom(store, value))
        && values.All(value => IsReadFrom(store, value) || value.Settled() is IObjectCreationOperation);

    /// <summary>What a local is declared with and assigned; null where it is given something in another way.</summary>
    private IReadOnlyList<IOperation>? ValuesOf(ILocalReferenceOperation record)
    {
        var locals = Locals.Around(record, compilation);
        var given = locals.MentionsOf(record.Local).Where(static mention => Locals.Of(mention) == Mention.Reassigned)
            .Select(static mention => (mention.Outermost().Parent as ISimpleAssignmentOperation)?.Value)
            .ToList();
        if (locals.InitializerOf(record.Local) is { } initial) given.Add(initial);
        return given.Contains(null) ? null : given.OfType<IOperation>().ToList();
    }

    private bool IsReadFrom(Store store, IOperation value)
    {
        var read = Followed(value);
        while (read is IPropertyReferenceOperation { Property.Name: "Value" or "Resource", Instance: { } answer })
            read = Followed(answer);
        return read is IInvocationOperation call
            && store.Reads.Contains(call.TargetMethod.Name)
            && store.Is(call.Instance);
    }

    private IOperation Followed(IOperation value) =>
        Locals.Around(value, compilation).Follow(value.Settled()).Settled();

    /// <summary><c>var order = await repository.GetAsync(id);</c></summary>
    private bool IsReadBehind(Store store, ILocalReferenceOperation record) =>
        Locals.Around(record, compilation).OnlyValueOf(record.Local)?.Settled() is IInvocationOperation read
        && BodyOf(read) is { } body
        && body.Answers.Any(answer => IsReadFrom(store, answer));

    /// <summary><c>await repository.SaveAsync(order);</c></summary>
    private bool IsWrittenBehind(Store store, IInvocationOperation call, IArgumentOperation record) =>
        BodyOf(call) is { } summary
        && IsSpelledIn(summary.Method, store)
        && summary.Body is { } body
        && body.Descendants().OfType<IInvocationOperation>().Any(write =>
            store.Writes.Contains(write.TargetMethod.Name)
            && store.Is(write.Instance)
            && !HasCondition(write)
            && write.Arguments.Any(argument =>
                argument.Value.Bare() is IParameterReferenceOperation { Parameter: var given }
                && given.Ordinal == record.Parameter?.Ordinal));

    /// <summary>By the text alone: most methods that take a record are none of a store, and are not bound.</summary>
    private static bool IsSpelledIn(IMethodSymbol method, Store store) =>
        method.DeclaringSyntaxReferences.Any(part =>
            part.GetSyntax().ToString() is var code
            && store.Writes.Any(write => code.IndexOf(write, StringComparison.Ordinal) >= 0));

    private MethodSummary? BodyOf(IInvocationOperation call) =>
        !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty
        && _summaries.Behind(call.TargetMethod) is { Length: 1 } bodies
            ? bodies[0]
            : null;

    /// <summary>An <c>ETag</c> of somebody, or options that may hold one.</summary>
    private bool HasCondition(IInvocationOperation call) =>
        call.Arguments.Any(argument =>
            argument.ArgumentKind == ArgumentKind.Explicit
            && argument.Parameter?.Type.Name is "ETag" or "ItemRequestOptions"
            && !IsOfAnyState(argument.Value.Bare()));

    private bool IsOfAnyState(IOperation condition) => condition switch
    {
        IMemberReferenceOperation { Member.Name: "All" } or IDefaultValueOperation
        or { ConstantValue: { HasValue: true, Value: null } } => true,
        _ => Followed(condition) is IObjectCreationOperation { Type.Name: "ItemRequestOptions" }
            && condition.Root().Syntax.ToString().IndexOf("IfMatchEtag", StringComparison.Ordinal) < 0,
    };

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
