using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.Concurrency.Rows;

/// <summary>Knows the calls that add a row and those that save it, also through a repository.</summary>
internal sealed class RowAdditions(Compilation compilation)
{
    private static readonly ImmutableHashSet<string> Saving = WordSet.Of(
        "SaveChanges SaveChangesAsync Save SaveAsync Commit CommitAsync Complete CompleteAsync SaveEntitiesAsync");

    private readonly EntityFramework _framework = EntityFramework.Of(compilation);
    private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);

    /// <summary>Whether a call adds a row of a kind, itself or by the one method that it calls.</summary>
    public bool Adds(IInvocationOperation call, ITypeSymbol entity) =>
        IsAddition(call) && (IsSetOf(call, entity) || Gives(call, entity))
        || (Gives(call, entity) && BodyBehind(call) is { } body && InvocationsIn(body).Any(AddsWhatItWasGiven));

    /// <summary>Whether rows that were added are saved by a call.</summary>
    public bool Saves(IInvocationOperation call) =>
        Saving.Contains(call.TargetMethod.Name)
        || (BodyBehind(call) is { } body
            && InvocationsIn(body).Any(static inner => Saving.Contains(inner.TargetMethod.Name)));

    /// <summary>The one body that may run when a call is made; null where it is out of sight.</summary>
    public IOperation? BodyBehind(IInvocationOperation call) =>
        _summaries.Behind(call.TargetMethod) is { Length: 1 } bodies ? bodies[0].Body : null;

    private static IEnumerable<IInvocationOperation> InvocationsIn(IOperation body) =>
        Bodies.Own(body).OfType<IInvocationOperation>();

    private bool AddsWhatItWasGiven(IInvocationOperation call) =>
        IsAddition(call) && call.Arguments[0].Value.Bare() is IParameterReferenceOperation;

    private bool IsAddition(IInvocationOperation call) =>
        call is { TargetMethod.Name: "Add" or "AddAsync", Arguments.Length: > 0, Instance.Type: { } holder }
        && (EntityFramework.EntityOf(holder) is not null || _framework.IsContext(holder));

    private static bool IsSetOf(IInvocationOperation call, ITypeSymbol entity) =>
        SymbolEqualityComparer.Default.Equals(EntityFramework.EntityOf(call.Instance?.Type), entity);

    private static bool Gives(IInvocationOperation call, ITypeSymbol entity) =>
        call.Arguments.Any(argument => SymbolEqualityComparer.Default.Equals(argument.Value.Bare().Type, entity));
}
