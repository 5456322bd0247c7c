using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>Contexts that a method makes for itself, and whether anything can get into them there.</summary>
internal sealed class OwnContexts(Compilation compilation)
{
    /// <summary>Ends of a query that hand out no row.</summary>
    private static readonly ImmutableHashSet<string> Figures = WordSet.Of(
        "Any AnyAsync All AllAsync Count CountAsync LongCount LongCountAsync Sum SumAsync Average AverageAsync");

    private readonly EntityFramework _framework = EntityFramework.Of(compilation);

    public static bool IsSave(IInvocationOperation call) =>
        call.TargetMethod.Name is "SaveChanges" or "SaveChangesAsync";

    /// <summary>Whether the context in a local is made, or lent, for this method.</summary>
    public bool IsMadeFor(ILocalSymbol local, IOperation place)
    {
        var locals = Locals.Around(place, compilation);
        return _framework.IsContext(local.Type)
            && !_framework.IsSession(local.Type)
            && locals.OnlyValueOf(local)?.Settled() switch
            {
                IObjectCreationOperation => true,
                IInvocationOperation { TargetMethod.Name: "CreateDbContext" or "CreateDbContextAsync" } => true,
                IPropertyReferenceOperation { Instance: ILocalReferenceOperation { Local: var lease } } =>
                    IsOnlyLent(lease, locals),
                _ => false,
            };
    }

    public bool IsFirstSave(ILocalSymbol local, IInvocationOperation save) =>
        Locals.Around(save, compilation).MentionsOf(local)
            .FirstOrDefault(static mention => mention.Parent is IInvocationOperation call && IsSave(call))
            ?.Parent == save;

    /// <summary>Whether all that is done with a context is to save it, to count its rows, and to put it away.</summary>
    public bool TracksNothing(ILocalSymbol local, IOperation place) =>
        Locals.Around(place, compilation).MentionsOf(local).All(IsHarmless);

    /// <summary>A lease of this method that is asked for its context once, and nothing else.</summary>
    private static bool IsOnlyLent(ILocalSymbol lease, Locals locals) =>
        locals.OnlyValueOf(lease)?.Settled() is IInvocationOperation && locals.MentionsOf(lease).Count == 1;

    private static bool IsHarmless(IOperation mention) => mention.Parent switch
    {
        IInvocationOperation { TargetMethod.Name: var name } call when call.Instance == mention =>
            name is "SaveChanges" or "SaveChangesAsync" or "Dispose" or "DisposeAsync"
            || (name == "Set" && HandsOutNoTrackedRow(call)),
        IPropertyReferenceOperation set when EntityFramework.EntityOf(set.Type) is not null =>
            HandsOutNoTrackedRow(set),
        _ => false,
    };

    /// <summary>A query that says that its rows are not tracked, or that ends in a number.</summary>
    private static bool HandsOutNoTrackedRow(IOperation set)
    {
        var value = set;
        while (StepFrom(value) is { } step)
        {
            if (step.TargetMethod.Name.StartsWith("AsNoTracking", StringComparison.Ordinal)) return !Writes(step);
            if (Figures.Contains(step.TargetMethod.Name)) return true;
            value = step;
        }

        return false;
    }

    private static bool Writes(IOperation query)
    {
        for (var step = StepFrom(query); step is not null; step = StepFrom(step))
            if (step.TargetMethod.Name.StartsWith("Execute", StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>The call that a query goes into as its source.</summary>
    private static IInvocationOperation? StepFrom(IOperation query)
    {
        var parent = query.Parent;
        while (parent is IConversionOperation) parent = parent.Parent;
        return parent switch
        {
            IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.IsExtensionMethod:
                true } call } => call,
            IInvocationOperation call when call.Instance == query => call,
            _ => null,
        };
    }
}
