using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>A row that its context does not watch.</summary>
/// <param name="Read">The call that reads it, or that asks another method for it.</param>
/// <param name="Entity">What the row is; a parameter of a generic repository stands for any.</param>
/// <param name="Context">The context that it was read by; null where that is out of sight.</param>
/// <param name="Links">The mentions of locals on the way from the query to the row.</param>
internal sealed record UntrackedRow(
    IInvocationOperation Read, ITypeSymbol Entity, ITypeSymbol? Context, ImmutableArray<IOperation> Links);

/// <summary>Which values are certainly rows that were read without tracking, also where a repository reads them.
/// </summary>
internal sealed class UntrackedRows(Compilation compilation)
{
    /// <summary>How many locals, methods and steps of a query stand between a row and its table.</summary>
    private const int Patience = 24;

    /// <summary>Steps after which the rows are the same, and tracked or not as before.</summary>
    private static readonly ImmutableHashSet<string> Steps = WordSet.Of(
        "Where OrderBy OrderByDescending ThenBy ThenByDescending Skip Take Include ThenInclude TagWith AsSplitQuery",
        "AsSingleQuery IgnoreQueryFilters IgnoreAutoIncludes AsQueryable AsEnumerable AsAsyncEnumerable Distinct",
        "Reverse FromSql FromSqlRaw FromSqlInterpolated First FirstAsync FirstOrDefault FirstOrDefaultAsync Single",
        "SingleAsync SingleOrDefault SingleOrDefaultAsync Last LastAsync LastOrDefault LastOrDefaultAsync ElementAt",
        "ToList ToListAsync ToArray ToArrayAsync");

    private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);
    private readonly TrackingDefaults _defaults = TrackingDefaults.Of(compilation);
    private readonly Contexts _contexts = Contexts.Of(compilation);

    /// <summary>The row that a local holds; null for anything else, and where it is not certain.</summary>
    public UntrackedRow? Of(ILocalReferenceOperation local) =>
        Of(local, false, Trail.OfSteps(Patience)) is { Entity: var entity } row
        && (entity is ITypeParameterSymbol || SymbolEqualityComparer.Default.Equals(entity, local.Type))
            ? row with { Links = row.Links.Remove(local) }
            : null;

    /// <param name="value">The value.</param>
    /// <param name="isUntracked">Whether a later step of the query says that nothing is tracked.</param>
    /// <param name="trail">The way that led here.</param>
    private UntrackedRow? Of(IOperation value, bool isUntracked, Trail trail) => value.Bare() switch
    {
        _ when CallStack.IsNearlyFull || trail.IsOver => null,
        ILocalReferenceOperation local => trail.TryPass(local.Local, out var further)
            && OriginOf(local) is { } origin
            && Of(origin, isUntracked, further) is { } row
                ? row with { Links = row.Links.Add(local) }
                : null,
        ICoalesceOperation { Value: var found, WhenNull: var otherwise } when otherwise.Bare() is IThrowOperation =>
            Of(found, isUntracked, trail.Deeper()),
        IInvocationOperation call => OfCall(call, isUntracked, trail.Deeper()),
        _ => null,
    };

    /// <summary>The only value of a local, what a pattern names, or what a loop walks.</summary>
    private IOperation? OriginOf(ILocalReferenceOperation local)
    {
        if (Locals.Around(local, compilation).OnlyValueOf(local.Local) is { } value) return value;
        if (Locals.Around(local, compilation).MentionsOf(local.Local).Any(static mention =>
            Locals.Of(mention) == Mention.Reassigned))
            return null;

        foreach (var operation in local.Root().Descendants())
            switch (operation)
            {
                case IForEachLoopOperation { Collection: var rows, LoopControlVariable: IVariableDeclaratorOperation
                    { Symbol: var each } } when IsSame(each, local.Local):
                    return rows;
                case IIsPatternOperation { Value: var matched, Pattern: var pattern }
                    when Values.NamedBy(pattern) is { } name && IsSame(name, local.Local):
                    return matched;
            }

        return null;
    }

    private UntrackedRow? OfCall(IInvocationOperation call, bool isUntracked, Trail trail)
    {
        var row = EntityFramework.EntityOf(call.Type) is { } entity ? OfSet(call, entity, call, isUntracked)
            : call.TargetMethod.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty ? OfStep(call, isUntracked, trail)
            : OfHelper(call, isUntracked, trail);
        return row is null ? null : row with { Read = call };
    }

    /// <summary>The last step that speaks of tracking decides.</summary>
    private UntrackedRow? OfStep(IInvocationOperation call, bool isUntracked, Trail trail) =>
        call.TargetMethod.Name switch
        {
            "AsTracking" => isUntracked ? OfSource(call, true, trail) : null,
            "AsNoTracking" or "AsNoTrackingWithIdentityResolution" => OfSource(call, true, trail),
            var name => Steps.Contains(name) ? OfSource(call, isUntracked, trail) : null,
        };

    private UntrackedRow? OfSource(IInvocationOperation step, bool isUntracked, Trail trail) =>
        (step.Instance ?? step.Arguments.FirstOrDefault()?.Value)?.Bare() is not { } source ? null
        : EntityFramework.EntityOf(source.Type) is { } entity ? OfSet(source, entity, step, isUntracked)
        : Of(source, isUntracked, trail);

    private UntrackedRow? OfSet(IOperation set, ITypeSymbol entity, IInvocationOperation read, bool isUntracked)
    {
        var context = set switch
        {
            IMemberReferenceOperation { Instance.Type: { } holder } => _contexts.Behind(holder),
            IInvocationOperation { Instance.Type: { } holder } => _contexts.Behind(holder),
            _ => null,
        };
        return isUntracked || (context is not null && _defaults.AreOff(context))
            ? new(read, entity, context, ImmutableArray<IOperation>.Empty)
            : null;
    }

    /// <summary>A method that answers with nothing else, and shows the row to none before.</summary>
    private UntrackedRow? OfHelper(IInvocationOperation call, bool isUntracked, Trail trail)
    {
        if (!trail.TryPass(call.TargetMethod.OriginalDefinition, out var further)
            || _summaries.Behind(call.TargetMethod) is not { Length: 1 } bodies)
            return null;

        UntrackedRow? row = null;
        foreach (var answer in bodies[0].Answers)
        {
            if (answer.Bare() is { ConstantValue: { HasValue: true, Value: null } }) continue;
            row = Of(answer, isUntracked, further);
            if (row is null || IsShown(row, answer)) return null;
        }

        return row is null ? null : row with { Links = ImmutableArray<IOperation>.Empty };
    }

    /// <summary>Whether a row may have become known to a context, or to anybody, before a place.</summary>
    public bool IsShown(UntrackedRow row, IOperation place) =>
        row.Links.Any(link => IsShown(((ILocalReferenceOperation)link).Local, row.Links, place));

    /// <summary>As above, by one of its names.</summary>
    public bool IsShown(ILocalSymbol name, ImmutableArray<IOperation> links, IOperation place)
    {
        var function = Bodies.FunctionAround(place);
        return Locals.Around(place, compilation).MentionsOf(name).Any(mention =>
            (mention.Syntax.SpanStart < place.Syntax.Span.End || Bodies.FunctionAround(mention) != function)
            && !links.Contains(mention)
            && !KeepsToItself(mention));
    }

    private static bool KeepsToItself(IOperation mention) => Values.UserOf(mention) switch
    {
        IMemberReferenceOperation or IReturnOperation or IConditionalAccessOperation => true,
        IInvocationOperation call => call.Instance is not null,
        IIsPatternOperation { Pattern: var pattern } => Values.NamedBy(pattern) is null,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } => true,
        IArgumentOperation { Parent: IInvocationOperation call } =>
            call.TargetMethod.Name is "Any" or "Count" or "ReferenceEquals",
        _ => false,
    };

    private static bool IsSame(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
