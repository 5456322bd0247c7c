using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>Judges what callers get after a failure.</summary>
internal sealed class FailureOutcomes
{
    private readonly FailureValues _values;

    private FailureOutcomes(Compilation compilation) => _values = FailureValues.Of(compilation);

    public static FailureOutcomes Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new FailureOutcomes(c));

    /// <summary>The gravest of the ways on from a handler; unclear where one of them is.</summary>
    public FailureOutcome After(
        ITryOperation statement, HandlerEffects reaction, TryBody attempt, IMethodSymbol function)
    {
        var failure = new Failure(statement, reaction, attempt, function);
        var judged = new List<FailureOutcome>();
        foreach (var returned in reaction.Returns)
            judged.Add(returned.ReturnedValue is { } value ? OfReturned(value, failure) : new(OutcomeKind.Silence));
        if (reaction.CanComplete && OfFallingThrough(failure) is { } falling) judged.Add(falling);
        foreach (var jump in reaction.Jumps)
            if (OfJump(jump, failure) is { } jumping) judged.Add(jumping);

        if (judged.Count == 0
            || judged.Any(static ending => ending.Outcome == OutcomeKind.Unclear)
            || IsExitCode(failure))
            return FailureOutcome.Unclear;
        return judged.FirstOrDefault(static ending => ending.Outcome != OutcomeKind.Silence) ?? judged[0];
    }

    /// <summary>
    /// A number that is always a constant, and zero when all is well, says by itself that something failed.
    /// </summary>
    private static bool IsExitCode(Failure failure)
    {
        if (Promises.Returned(failure.Function).SpecialType != SpecialType.System_Int32
            || failure.Reaction.Returns.Count == 0
            || failure.Reaction.Returns.Any(static answer => IsZero(answer.ReturnedValue)))
            return false;

        var others = ReturnValues.In(Bodies.Around(failure.Statement))
            .Where(answer => !failure.Reaction.Handler.Syntax.Span.Contains(answer.Syntax.Span))
            .ToList();
        return others.Exists(IsZero)
            && others.TrueForAll(static answer => answer.Settled().ConstantValue.HasValue);
    }

    private static bool IsZero(IOperation? value) =>
        value is not null && value.Settled().ConstantValue is { HasValue: true, Value: 0 };

    /// <summary>A returned local stands for what it was set to before the try, or in the handler.</summary>
    private FailureOutcome OfReturned(IOperation value, Failure failure)
    {
        if (value.Settled() is not ILocalReferenceOperation { Local: var local }) return _values.Judge(value);

        var assigned = failure.Reaction.Assignments.LastOrDefault(assignment =>
            SymbolEqualityComparer.Default.Equals(Values.VariableOrPropertyOf(assignment.Target), local));
        if (assigned is not null) return Named(_values.Judge(assigned.Value), assigned.Value);
        if (!failure.Attempt.Fills(local)
            || Continuations.InitializerBefore(failure.Statement, local) is not { } initializer)
            return FailureOutcome.Unclear;
        return Named(_values.Judge(initializer), value);
    }

    private static FailureOutcome Named(FailureOutcome ending, IOperation value) =>
        ending.Outcome == OutcomeKind.Unclear ? ending : ending with { Value = value };

    private FailureOutcome? OfFallingThrough(Failure failure) =>
        OfGoingOn(Continuations.After(failure.Statement), failure);

    private FailureOutcome? OfGoingOn(IOperation? next, Failure failure) => next switch
    {
        ILoopOperation loop when loop.Syntax.Span.Contains(failure.Statement.Syntax.Span) => OfNextRound(loop, failure),
        IReturnOperation { ReturnedValue: { } value, IsImplicit: false } => OfReturned(value, failure),
        null or IReturnOperation => OfEnd(failure),
        _ => OfMember(failure),
    };

    /// <summary>
    /// After the end of the function nothing comes, unless the handler left an empty value in a member.
    /// </summary>
    private static FailureOutcome OfEnd(Failure failure) =>
        OfMember(failure) is { Outcome: not OutcomeKind.Unclear } stored ? stored
        : Promises.ReturnsNothing(failure.Function) ? new(OutcomeKind.Silence)
        : FailureOutcome.Unclear;

    /// <summary>A collection of the object that the try fills, and the handler empties.</summary>
    private static FailureOutcome OfMember(Failure failure)
    {
        foreach (var assignment in failure.Reaction.Assignments)
            if (assignment.Target is IFieldReferenceOperation or IPropertyReferenceOperation
                && IsCollection(assignment.Target.Type)
                && Values.VariableOrPropertyOf(assignment.Target) is { } member && failure.Attempt.Fills(member)
                && EmptyValues.IsEmpty(assignment.Value))
                return new(OutcomeKind.EmptyValue, assignment.Value);
        return FailureOutcome.Unclear;
    }

    private static bool IsCollection(ITypeSymbol? type) =>
        type is IArrayTypeSymbol
        || (type is { SpecialType: not SpecialType.System_String }
            && (type.SpecialType == SpecialType.System_Collections_IEnumerable
                || type.AllInterfaces.Any(static contract =>
                    contract.SpecialType == SpecialType.System_Collections_IEnumerable)));

    /// <summary>
    /// In a loop that gathers, an item is missing if nobody says so. One that tries again says nothing by itself: what
    /// counts is what comes after its last round.
    /// </summary>
    private FailureOutcome? OfNextRound(ILoopOperation loop, Failure failure)
    {
        if (loop is not IForEachLoopOperation && failure.Attempt.Leaves) return OfLastRound(loop, failure);
        return loop is IForEachLoopOperation or IForLoopOperation
            && !failure.Reaction.IsLogged
            && failure.Attempt.Gathers
            && !Comments.Explain(failure.Reaction.Handler.Syntax)
            ? new(OutcomeKind.DroppedItem)
            : FailureOutcome.Unclear;
    }

    private FailureOutcome? OfLastRound(ILoopOperation loop, Failure failure)
    {
        if (!Continuations.IsCounted(loop)) return null;

        var next = Continuations.After(loop);
        var goesOn = next is null or IReturnOperation || Bodies.CanComplete(next);
        return goesOn && OfGoingOn(next, failure) is { } ending ? ending with { TriesAgain = true } : null;
    }

    /// <summary>A jump out of the handler: to the next round, or behind the loop.</summary>
    private FailureOutcome? OfJump(IBranchOperation jump, Failure failure)
    {
        if (Continuations.LoopAround(failure.Statement) is not { } loop) return FailureOutcome.Unclear;
        if (jump.BranchKind == BranchKind.Continue) return OfNextRound(loop, failure);
        return jump.BranchKind == BranchKind.Break
            && Continuations.After(loop) is IReturnOperation { ReturnedValue: { } value, IsImplicit: false }
            ? OfReturned(value, failure)
            : FailureOutcome.Unclear;
    }

    /// <summary>What is known of a failure where one asks how it ends.</summary>
    private sealed record Failure(
        ITryOperation Statement, HandlerEffects Reaction, TryBody Attempt, IMethodSymbol Function);
}
