using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Materialization.Enumeration;

namespace AiAwareAnalyzers.Materialization.Looping;

/// <summary>A query or request that runs once for each element of a sequence.</summary>
/// <param name="Asked">What is asked.</param>
/// <param name="Trip">How it leaves the process.</param>
/// <param name="Repetition">What repeats it.</param>
/// <param name="IsHidden">Whether a method of this compilation asks.</param>
internal sealed record RepeatedTrip(IOperation Asked, Trip Trip, Repetition Repetition, bool IsHidden);

/// <summary>Knows which trips are repeated for each element of what is no short list by what it is.</summary>
internal sealed class RepeatedTrips(Compilation compilation)
{
    private readonly RoundTrips _trips = RoundTrips.Of(compilation);
    private readonly HiddenTrips _hidden = HiddenTrips.Of(compilation);
    private readonly Sequences _sequences = Sequences.Of(compilation);
    private readonly Origins _origins = Origins.Of(compilation);

    /// <summary>A call that asks for each element; null where it asks once, or for few.</summary>
    public RepeatedTrip? Of(IInvocationOperation call)
    {
        if (_trips.Of(call) is not Trip.None and var trip) return Of(call, trip, isHidden: false);
        return !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty
            && Repetition.Of(call, compilation) is not null
            && _hidden.Of(call) is not Trip.None and var hidden
                ? Of(call, hidden, isHidden: true)
                : null;
    }

    /// <summary>A query that an inner loop enumerates runs once for each round of the outer one.</summary>
    public RepeatedTrip? OfInner(IForEachLoopOperation loop) =>
        _sequences.IsQuery(loop.Collection.Bare().Type)
            ? Of(loop.Collection.Bare(), Trip.Query, isHidden: false)
            : null;

    private RepeatedTrip? Of(IOperation asked, Trip trip, bool isHidden)
    {
        if (Repetition.Of(asked, compilation) is not { } repetition
            || IsLastRound(asked)
            || !Depends(asked, repetition))
            return null;
        var repeated = repetition.Sequence;
        return IsBehindAnother(asked, repetition)
            || IsSmall(repeated)
            || IsOfBatches(repeated)
            || trip == Trip.Request && !IsResult(repeated)
            ? null
            : new(asked, trip, repetition, isHidden);
    }

    /// <summary>A few that the code names, also where a local holds them, or a page of what there is.</summary>
    private bool IsSmall(IOperation repeated) =>
        Loops.IsSmall(repeated)
        || Loops.IsSmall(Locals.Around(repeated, compilation).Follow(repeated))
        || _origins.SourceOf(repeated) is { Origin: Origin.Memory, Calls.IsEmpty: false, IsBounded: true };

    /// <summary>One loop, one report: the trip in front of this one is the first to go.</summary>
    private bool IsBehindAnother(IOperation asked, Repetition repetition) =>
        repetition.Scope.Descendants()
            .TakeWhile(operation => operation.Syntax.SpanStart < asked.Syntax.SpanStart)
            .OfType<IInvocationOperation>()
            .Any(call => call.Syntax.Span.End <= asked.Syntax.SpanStart
                && (_trips.Of(call) != Trip.None || _hidden.Of(call) != Trip.None)
                && Depends(call, repetition));

    private static bool IsLastRound(IOperation asked) =>
        Loops.Around(asked) is { } loop && Loops.IsLastRound(asked, loop);

    /// <summary>Whether what is asked depends on the element, itself or through a local made of it.</summary>
    private bool Depends(IOperation asked, Repetition repetition)
    {
        var locals = Locals.Around(asked, compilation);
        return asked.DescendantsAndSelf().Any(operation => repetition.IsElement(operation)
            || operation is ILocalReferenceOperation local
                && locals.InitializerOf(local.Local)?.DescendantsAndSelf().Any(repetition.IsElement) == true);
    }

    /// <summary>A query for each batch of keys is what the remedy looks like.</summary>
    private bool IsOfBatches(IOperation repeated) =>
        _sequences.ElementOf(repeated.Type) is { } element
        && element.SpecialType != SpecialType.System_String
        && _sequences.IsSequence(element);

    /// <summary>
    /// Whether a sequence came from a database or another machine in this method: then the caller could have asked
    /// for more.
    /// </summary>
    private bool IsResult(IOperation repeated)
    {
        var source = _origins.SourceOf(repeated);
        return source.Origin == Origin.Query
            || source.Root.DescendantsAndSelf()
                .OfType<IInvocationOperation>()
                .Any(call => _trips.Of(call) != Trip.None);
    }

    public static string NameOf(IOperation asked) =>
        asked is IInvocationOperation call ? call.TargetMethod.Name : Quote.Of(asked.Syntax);

    public string RemedyOf(RepeatedTrip repeated) => repeated.IsHidden
        ? $"add a method beside '{NameOf(repeated.Asked)}' that takes all the keys, and call it once before the loop"
        : Remedy(repeated.Trip, repeated.Asked, repeated.Repetition.Sequence);

    private string Remedy(Trip trip, IOperation asked, IOperation repeated) => trip switch
    {
        Trip.Relation => $"load it with 'Include' in the query of '{Quote.Of(repeated.Syntax)}'",
        Trip.Key => "collect the keys and query once with 'Where(row => keys.Contains(row.Id))' before the loop",
        Trip.Statement => "pass all keys to one statement, with 'IN' or a join",
        Trip.Request => "send one request, to an endpoint that takes all the keys",
        _ => _sequences.CallOf(asked) is { Verb: Verb.Count or Verb.Fold or Verb.Test }
            ? "group the rows by their key in one query before the loop"
            : "join in the query, or collect the keys and query once with 'Contains' before the loop",
    };
}
