using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.Materialization.Looping;

/// <summary>
/// Methods of this compilation that only ask the database, as those of repositories do: a call of one is a round trip.
/// </summary>
internal sealed class HiddenTrips
{
    /// <summary>A service, a repository, and its base class.</summary>
    private const int Depth = 3;

    private static readonly ImmutableHashSet<string> Asking = WordSet.Of(
        "count exist exists fetch find get has is list load lookup query read search");

    /// <summary>Words of calls after which the database is not asked again, or not only asked.</summary>
    private static readonly ImmutableHashSet<string> Keeping = WordSet.Of(
        "add attach cache cached delete enqueue execute insert publish remove save send update upsert write");

    private readonly ConcurrentDictionary<IMethodSymbol, Trip> _known = new(SymbolEqualityComparer.Default);
    private readonly RoundTrips _trips;
    private readonly MethodSummaries _summaries;

    private HiddenTrips(Compilation compilation)
    {
        _trips = RoundTrips.Of(compilation);
        _summaries = MethodSummaries.Of(compilation);
    }

    public static HiddenTrips Of(Compilation compilation) => Facts.Of(compilation, static c => new HiddenTrips(c));

    /// <summary>What a call of a method of this compilation asks the database for.</summary>
    public Trip Of(IInvocationOperation call) =>
        IsQuestion(call.TargetMethod)
            ? _known.GetOrAdd(call.TargetMethod.OriginalDefinition, method => Of(method, Trail.OfSteps(Depth)))
            : Trip.None;

    private static bool IsQuestion(IMethodSymbol method) =>
        method is { ReturnsVoid: false, Parameters.IsEmpty: false, DeclaringSyntaxReferences.IsEmpty: false }
        && Words.Of(method.Name).FirstOrDefault() is { } verb
        && Asking.Contains(verb);

    /// <summary>Where there are several bodies, all of them ask.</summary>
    private Trip Of(IMethodSymbol method, Trail trail)
    {
        if (!IsQuestion(method) || !trail.TryPass(method, out var further)) return Trip.None;
        var trips = _summaries.Behind(method).Select(body => In(body, further)).ToList();
        return trips.Contains(Trip.None) ? Trip.None : trips.FirstOrDefault();
    }

    /// <summary>The first trip of a body that does nothing besides, and keeps nothing for the next time.</summary>
    private Trip In(MethodSummary summary, Trail trail)
    {
        var first = Trip.None;
        foreach (var part in summary.Body?.DescendantsAndSelf() ?? [])
        {
            if (part is ILoopOperation or IAnonymousFunctionOperation { Symbol.IsAsync: true }) return Trip.None;
            if (part is not IInvocationOperation call) continue;

            var trip = _trips.Of(call);
            if (trip == Trip.Request || (trip == Trip.None && Keeps(call))) return Trip.None;
            if (first == Trip.None)
                first = trip == Trip.None ? Of(call.TargetMethod.OriginalDefinition, trail) : trip;
        }

        return first;
    }

    private static bool Keeps(IInvocationOperation call) =>
        (!call.TargetMethod.ContainingType.IsValueType
            && Words.Of(call.TargetMethod.Name).FirstOrDefault() is { } verb
            && Keeping.Contains(verb))
        || Words.Of(call.TargetMethod.ContainingType.Name).Any(static word => word is "cache" or "dictionary")
        || call.TargetMethod.Name is "GetOrCreate" or "GetOrCreateAsync" or "GetOrAdd" or "TryGetValue";
}
