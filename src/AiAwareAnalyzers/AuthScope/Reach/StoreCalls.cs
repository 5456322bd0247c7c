using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.AuthScope.Reach;

/// <summary>Calls that change what a database holds.</summary>
internal sealed class StoreCalls
{
    private static readonly ImmutableHashSet<string> Taking = WordSet.Of(
        "Add AddAsync AddRange AddRangeAsync Attach Merge Save SaveAsync SaveOrUpdate SaveOrUpdateAsync Update",
        "UpdateAsync UpdateRange");

    private static readonly ImmutableHashSet<string> Documents = WordSet.Of(
        "InsertOne InsertOneAsync ReplaceOne ReplaceOneAsync FindOneAndReplaceAsync CreateItemAsync UpsertItemAsync",
        "ReplaceItemAsync");

    private static readonly ImmutableHashSet<string> Final = WordSet.Of(
        "SaveChanges SaveChangesAsync ExecuteDelete ExecuteDeleteAsync ExecuteUpdate ExecuteUpdateAsync");

    private readonly EntityFramework _framework;

    private StoreCalls(Compilation compilation) => _framework = EntityFramework.Of(compilation);

    public static StoreCalls Of(Compilation compilation) => Facts.Of(compilation, static c => new StoreCalls(c));

    /// <summary>Whether a call is what makes a change last.</summary>
    public bool Saves(IInvocationOperation call) =>
        Final.Contains(call.TargetMethod.Name)
        && (_framework.IsContext(call.Instance?.Type) || call.TargetMethod.IsExtensionMethod);

    /// <summary>
    /// Whether an object goes into the database as it is: it is added, updated or set as the new values.
    /// </summary>
    public bool Takes(IOperation stored) =>
        stored.Outermost().Parent is IArgumentOperation { Parent: IInvocationOperation call }
        && (TakesIntoSet(call) || IsWrittenEntry(call) || SetsValues(call));

    private bool TakesIntoSet(IInvocationOperation call) =>
        (Taking.Contains(call.TargetMethod.Name)
            && (IsSet(call.Instance?.Type) || _framework.IsContext(call.Instance?.Type)))
        || (Documents.Contains(call.TargetMethod.Name)
            && call.TargetMethod.ContainingType.Name is "IMongoCollection" or "IMongoCollectionExtensions"
                or "Container");

    /// <summary><c>context.Entry(posted).State = EntityState.Modified</c>.</summary>
    private bool IsWrittenEntry(IInvocationOperation call) =>
        call is { TargetMethod.Name: "Entry", Parent: IPropertyReferenceOperation
            { Property.Name: "State", Parent: IAssignmentOperation { Value: var state } } }
        && state.Bare() is IFieldReferenceOperation { Field.Name: "Added" or "Modified" };

    /// <summary><c>context.Entry(stored).CurrentValues.SetValues(posted)</c>.</summary>
    private static bool SetsValues(IInvocationOperation call) =>
        call.TargetMethod is { Name: "SetValues", ContainingType.Name: "PropertyValues" };

    private static bool IsSet(ITypeSymbol? type) => type is { Name: "DbSet" or "IDbSet" };
}
