using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.Concurrency.Rows;

/// <summary>A row that was read from the database.</summary>
/// <param name="Entity">What the row is.</param>
/// <param name="Context">The context that it was read by; null where that is out of sight.</param>
internal sealed record LoadedRow(ITypeSymbol Entity, ITypeSymbol? Context);

/// <summary>Which values are single rows of the database, also where a helper or a repository has read them.</summary>
internal sealed class LoadedRows(Compilation compilation)
{
    /// <summary>How many locals, helpers and steps of a query stand between a row and its table.</summary>
    private const int Patience = 10;

    private static readonly ImmutableHashSet<string> Endings = WordSet.Of(
        "Find FindAsync First FirstAsync FirstOrDefault FirstOrDefaultAsync Single SingleAsync SingleOrDefault",
        "SingleOrDefaultAsync Last LastAsync LastOrDefault LastOrDefaultAsync");

    private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);
    private readonly EntityFramework _framework = EntityFramework.Of(compilation);

    /// <summary>The row that a value is; null for anything else, and for one that was locked as it was read.</summary>
    public LoadedRow? Of(IOperation value) => Of(value, Trail.OfSteps(Patience));

    private LoadedRow? Of(IOperation value, Trail trail) => value.Bare() switch
    {
        _ when CallStack.IsNearlyFull => null,
        ILocalReferenceOperation local when trail.InitialValueOf(local, out var further) is { } first =>
            Of(first, further),
        ICoalesceOperation { Value: var found, WhenNull: var otherwise }
            when otherwise.Bare() is IThrowOperation => Of(found, trail.Deeper()),
        IInvocationOperation call when Endings.Contains(call.TargetMethod.Name) && OfQuery(call, trail) is { } row =>
            row,
        IInvocationOperation call => OfHelper(call, trail),
        _ => null,
    };

    private LoadedRow? OfQuery(IInvocationOperation ending, Trail trail)
    {
        IOperation? step = ending;
        for (; !trail.IsOver; trail = trail.Deeper())
            switch (step?.Bare())
            {
                case { Type: var type } set when EntityFramework.EntityOf(type) is { } entity:
                    return IsOfRow(ending, entity) ? new(entity, _framework.ContextOf(set)?.Type) : null;
                case IInvocationOperation { TargetMethod.Name: var name }
                    when name.StartsWith("FromSql", StringComparison.Ordinal):
                    return null;
                case IInvocationOperation call:
                    step = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
                    break;
                default: return null;
            }

        return null;
    }

    /// <summary>A query that selects something else answers with no row.</summary>
    private static bool IsOfRow(IInvocationOperation ending, ITypeSymbol entity) =>
        SymbolEqualityComparer.Default.Equals(Tasks.Unwrap(ending.TargetMethod.ReturnType), entity);

    private LoadedRow? OfHelper(IInvocationOperation call, Trail trail) =>
        trail.TryPass(call.TargetMethod.OriginalDefinition, out var further)
        && _summaries.Behind(call.TargetMethod) is { Length: 1 } bodies
        && bodies[0].Answers.Take(2).ToList() is { Count: 1 } answers
            ? Of(answers[0], further)
            : null;
}
