using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Outcomes;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Chains of sequence operators, and whether anything is left at their end.</summary>
internal static partial class Sequences
{
    /// <summary>What a chain of calls begins with: a variable, a member, or a call that is no operator.</summary>
    public static IOperation RootOf(IOperation sequence)
    {
        var root = Place.Inside(sequence);
        while (root is IInvocationOperation call && IsOperator(call.TargetMethod) && SourceOf(call) is { } source)
            root = Place.Inside(source);
        return root;
    }

    /// <summary>
    /// What may leave nothing of a sequence: a filter, or a table that may have no rows; null where nothing is known.
    /// </summary>
    public static Emptier? Emptier(IOperation sequence) => Emptier(sequence, Trail.Start);

    /// <summary>As above, where another method of this compilation has filtered what it gives.</summary>
    public static Emptier? EmptierBehind(IOperation sequence) => EmptierBehind(sequence, Trail.Start);

    /// <summary>Whether a variable was given what a filter leaves before it is read.</summary>
    public static bool IsFilledByFilter(IOperation variable) =>
        Place.Of(variable) is { } place
        && OperationTree.Around(variable).OfType<ISimpleAssignmentOperation>().Any(filling =>
            filling.Syntax.Span.End <= variable.Syntax.SpanStart
            && place.IsReadBy(filling.Target)
            && Emptier(filling.Value) is { Filter: not null });

    private static Emptier? Emptier(IOperation sequence, Trail trail)
    {
        if (trail.IsOver) return null;
        var value = Place.Inside(sequence);
        return value switch
        {
            ILocalReferenceOperation local =>
                trail.InitialValueOf(local, out var further) is { } initial ? Emptier(initial, further) : null,
            IInvocationOperation { TargetMethod.Name: "Where" } filter when Extremes.AreKeptBy(filter) => null,
            IInvocationOperation { TargetMethod: { Name: "Where" or "OfType" or "Except" or "Intersect" } filter } =>
                new(filter.Name, (IInvocationOperation)value),
            IInvocationOperation call when Keeps(call.TargetMethod) && SourceOf(call) is { } source =>
                Emptier(source, trail.Deeper()),
            _ when EntityFramework.EntityOf(value.Type) is not null => new("the table", null),
            _ => null,
        };
    }

    private static Emptier? EmptierBehind(IOperation sequence, Trail trail)
    {
        if (trail.IsOver) return null;
        return Place.Inside(sequence) switch
        {
            ILocalReferenceOperation { SemanticModel.Compilation: { } compilation } local =>
                trail.TryPass(local.Local, out var further)
                && Locals.Around(local, compilation).OnlyValueOf(local.Local) is { } only
                    ? EmptierBehind(only, further)
                    : null,
            IInvocationOperation call when Keeps(call.TargetMethod) && SourceOf(call) is { } source =>
                EmptierBehind(source, trail.Deeper()),
            IInvocationOperation call when !IsOperator(call.TargetMethod) => Given(call, trail),
            _ => null,
        };
    }

    /// <summary>All that may run behind a call gives what a filter leaves, or nothing at once.</summary>
    private static Emptier? Given(IInvocationOperation call, Trail trail)
    {
        if (call.SemanticModel is not { Compilation: var compilation }) return null;

        var bodies = MethodSummaries.Of(compilation).Behind(call.TargetMethod);
        var answers = bodies.SelectMany(static body => body.Answers)
            .Where(static answer => !EmptyValues.IsEmpty(answer))
            .Select(answer => Emptier(answer, trail.Deeper()))
            .ToList();
        return !bodies.IsEmpty
            && bodies.All(static body => body.Answers.Any())
            && answers.Count > 0
            && answers.TrueForAll(static emptier => emptier is { Filter: not null, TakesOneOut: false })
                ? answers[0]! with { Finder = call.TargetMethod.Name }
                : null;
    }

    /// <summary>The sequence that an operator is called on.</summary>
    public static IOperation? SourceOf(IInvocationOperation call) =>
        call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null);

    /// <summary>The sequence that is handed to a lambda element by element.</summary>
    public static IOperation? WalkedBy(IMethodSymbol lambda, IOperation inside) =>
        inside.Ancestors()
            .OfType<IAnonymousFunctionOperation>()
            .FirstOrDefault(function => SymbolEqualityComparer.Default.Equals(function.Symbol, lambda))
            ?.Parent?.Parent is IArgumentOperation { Parent: IInvocationOperation call }
                && IsOperator(call.TargetMethod)
                    ? SourceOf(call)
                    : null;

    /// <summary>An operator of LINQ, in memory or in a query.</summary>
    public static bool IsOperator(IMethodSymbol method) => method.ContainingType.Name is
        "Enumerable" or "Queryable" or "EntityFrameworkQueryableExtensions" or "AsyncEnumerable" or "List";

    /// <summary>An operator that leaves nothing of nothing, and something of something.</summary>
    private static bool Keeps(IMethodSymbol method) => IsOperator(method) && method.Name is
        "Select" or "ToList" or "ToArray" or "ToListAsync" or "ToArrayAsync" or "OrderBy" or "OrderByDescending"
        or "ThenBy" or "ThenByDescending" or "Distinct" or "DistinctBy" or "GroupBy" or "Include" or "ThenInclude"
        or "AsNoTracking" or "AsEnumerable" or "AsQueryable" or "Reverse" or "Take" or "Cast" or "SelectMany";
}
