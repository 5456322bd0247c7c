using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Materialization.Enumeration;

namespace AiAwareAnalyzers.Materialization.Looping;

/// <summary>
/// Which repeated trips certainly cost: for each of many rows that were just read, to look up what a member of the row
/// refers to, while somebody waits for a page.
/// </summary>
internal sealed class CertainTrips(Compilation compilation)
{
    /// <summary>A page of so many rows is one that a reader looks at.</summary>
    private const int Page = 50;

    /// <summary>How many methods stand between a request and the loop.</summary>
    private const int Depth = 3;

    private static readonly ImmutableHashSet<string> Remembering = WordSet.Of(
        "ContainsKey GetOrAdd GetOrCreate GetOrCreateAsync TryAdd TryGetValue");

    private static readonly ImmutableHashSet<string> Lookups = WordSet.Of(
        "Find FindAsync First FirstAsync FirstOrDefault FirstOrDefaultAsync Single SingleAsync SingleOrDefault",
        "SingleOrDefaultAsync");

    private readonly Sequences _sequences = Sequences.Of(compilation);
    private readonly Origins _origins = Origins.Of(compilation);
    private readonly ReadingEndpoints _readings = ReadingEndpoints.Of(compilation);

    public bool Contain(RepeatedTrip repeated, ISymbol member) =>
        repeated.Asked is IInvocationOperation call
        && (repeated.IsHidden || Lookups.Contains(call.TargetMethod.Name))
        && repeated.Trip is Trip.Query or Trip.Key
        && Follows(call, repeated.Repetition)
        && IsOfManyRows(repeated.Repetition.Sequence)
        && OnlyReads(repeated.Repetition)
        && AnswersGet(Bodies.FunctionAround(repeated.Repetition.Scope), member, Trail.OfSteps(Depth));

    /// <summary>By what a member of the row refers to: <c>order.CustomerId</c>.</summary>
    private static bool Follows(IInvocationOperation call, Repetition repetition) =>
        call.Descendants().OfType<IPropertyReferenceOperation>().Any(member =>
            member.Property.Name is { Length: > 2 } name
            && name.EndsWith("Id", StringComparison.Ordinal)
            && member.Instance is { } row
            && repetition.IsElement(row.Bare()));

    /// <summary>Rows of a table that grows: no page, none that belong to one thing, none that keys name.</summary>
    private bool IsOfManyRows(IOperation sequence)
    {
        var rows = Locals.Around(sequence, compilation).Follow(sequence);
        var asked = _sequences.ListingOf(rows) is { } listing ? listing.Source : rows;
        return _origins.SourceOf(asked) is { Origin: Origin.Query } source
            && source.Root is not IInvocationOperation { TargetMethod.Name: "FromSql" or "FromSqlRaw" or "SqlQuery" }
            && !source.Calls.Any(IsNarrow);
    }

    private static bool IsNarrow(SequenceCall call) =>
        call.Name is "Take" or "TakeLast" or "TakeWhile" or "GroupBy" or "Distinct"
            ? !(call.Name == "Take" && IsLong(call.Invocation))
            : call.Lambda is { } filter && call.Verb == Verb.Filter && ComparesId(filter);

    private static bool IsLong(IInvocationOperation take) =>
        take.Arguments.Any(static argument => argument.Value.ConstantValue is { HasValue: true, Value: > Page });

    /// <summary><c>o => o.CustomerId == id</c>, <c>o => ids.Contains(o.Id)</c>: of one, or of a few.</summary>
    private static bool ComparesId(IAnonymousFunctionOperation filter) =>
        filter.Result()?.Bare() is { } condition
        && Values.Conjuncts(condition).Any(static part => part switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality =>
                IsId(equality.LeftOperand) || IsId(equality.RightOperand),
            IInvocationOperation { TargetMethod.Name: "Contains" or "Equals" } search =>
                search.Arguments.Any(static argument => IsId(argument.Value))
                || (search.Instance is { } one && IsId(one)),
            _ => false,
        });

    private static bool IsId(IOperation value) =>
        value.Bare() is IPropertyReferenceOperation { Property.Name: var name }
        && (name.EndsWith("Id", StringComparison.Ordinal) || name is "Key" or "Guid");

    /// <summary>Nothing is remembered from one round to the next, and nothing is saved.</summary>
    private static bool OnlyReads(Repetition repetition) =>
        !repetition.Scope.Descendants().Any(static part => part switch
        {
            ICoalesceAssignmentOperation => true,
            IInvocationOperation call => Remembering.Contains(call.TargetMethod.Name)
                || call.TargetMethod.Name.StartsWith("Save", StringComparison.Ordinal)
                || call.TargetMethod.Name.StartsWith("Execute", StringComparison.Ordinal),
            _ => false,
        })
        && !repetition.Scope.Root().Descendants().OfType<IInvocationOperation>()
            .Any(static call => call.TargetMethod.Name is "SaveChanges" or "SaveChangesAsync");

    /// <summary>The handler of a request that reads, or what one of them calls.</summary>
    private bool AnswersGet(IOperation? function, ISymbol member, Trail trail)
    {
        for (var around = function; around is not null; around = Bodies.FunctionAround(around))
            if (around is IAnonymousFunctionOperation lambda && IsMapped(lambda)) return true;
        return member is IMethodSymbol method
            && (_readings.Contain(method)
                || ReadingEndpoints.AreMappedTo(method, compilation)
                || (trail.TryPass(method, out var further)
                    && Passed.CallsOf(method, compilation).Any(call =>
                        Bodies.MemberAround(call) is { } caller
                        && AnswersGet(Bodies.FunctionAround(call), MethodAround(caller), further))));
    }

    private static ISymbol MethodAround(ISymbol caller)
    {
        while (caller.ContainingSymbol is IMethodSymbol outer) caller = outer;
        return caller;
    }

    private static bool IsMapped(IAnonymousFunctionOperation lambda) =>
        lambda.User() is IInvocationOperation map && ReadingEndpoints.HandlerOf(map) == lambda
        || lambda.Ancestors().OfType<IInvocationOperation>().FirstOrDefault() is { } outer
            && ReadingEndpoints.HandlerOf(outer) == lambda;
}
