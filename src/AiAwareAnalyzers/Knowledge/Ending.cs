namespace AiAwareAnalyzers.Knowledge;

/// <summary>What callers get after a failure was caught.</summary>
internal enum Outcome
{
    /// <summary>Something that one cannot judge, or that says what happened.</summary>
    Unclear,

    /// <summary>An empty value, as if there were nothing to find.</summary>
    EmptyValue,

    /// <summary>The word that it worked.</summary>
    Success,

    /// <summary>The word that it is not there.</summary>
    NotFound,

    /// <summary>An item less, and no word about it.</summary>
    DroppedItem,

    /// <summary>Nothing at all: the function just ends.</summary>
    Silence,
}

/// <summary>How a function goes on after a catch clause, as its callers see it.</summary>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Value">The value that stands for the failure.</param>
internal sealed record Ending(Outcome Outcome, IOperation? Value = null)
{
    public static readonly Ending Unclear = new(Outcome.Unclear);
}

/// <summary>Judges what callers get after a failure.</summary>
internal sealed class Endings
{
    private readonly ResultTypes _results;

    private Endings(Compilation compilation) => _results = ResultTypes.Of(compilation);

    public static Endings Of(Compilation compilation) => Facts.Of(compilation, static c => new Endings(c));

    public Ending After(ITryOperation statement, Reaction reaction, Attempt attempt, IMethodSymbol function)
    {
        var judged = new List<Ending>();
        foreach (var returned in reaction.Returns) judged.Add(OfReturn(returned, statement, attempt, reaction));
        if (reaction.CanComplete) judged.Add(OfFallingThrough(statement, reaction, attempt, function));
        foreach (var jump in reaction.Jumps) judged.Add(OfJump(jump, statement, reaction, attempt, function));

        if (judged.Count == 0 || judged.Any(static ending => ending.Outcome == Outcome.Unclear)) return Ending.Unclear;
        return judged.FirstOrDefault(static ending => ending.Outcome != Outcome.Silence) ?? judged[0];
    }

    /// <summary>What a returned value says about a failure.</summary>
    public Ending OfValue(IOperation value)
    {
        var inner = EmptyValues.Inside(value);
        if (inner is ISwitchExpressionOperation or IConditionalOperation && !EmptyValues.IsEmpty(inner)) return Ending.Unclear;
        if (OfAnswer(inner) is { } answer) return answer;

        switch (_results.SayingOf(inner))
        {
            case ResultTypes.Saying.Failure: return Ending.Unclear;
            case ResultTypes.Saying.Success: return new(Outcome.Success, value);
        }

        if (SaysFalseFirst(inner) || IsDefaultOfResult(inner)) return Ending.Unclear;
        if (EmptyValues.IsEmpty(inner)) return new(Outcome.EmptyValue, value);
        return inner.ConstantValue is { HasValue: true, Value: true } ? new(Outcome.Success, value) : Ending.Unclear;
    }

    /// <summary>The default of a Result that is a struct says that it failed, unless its flag means the opposite.</summary>
    private bool IsDefaultOfResult(IOperation value) =>
        value is IDefaultValueOperation { Type: { IsValueType: true } type } && _results.ShapeOf(type) is { Meaning: ResultTypes.Saying.Success };

    /// <summary><c>(false, null)</c>: by custom the first says whether it worked.</summary>
    private static bool SaysFalseFirst(IOperation value) =>
        value is ITupleOperation { Elements: { Length: > 1 } elements } && EmptyValues.Inside(elements[0]).ConstantValue is { HasValue: true, Value: false };

    /// <summary>Answers of an endpoint: <c>NotFound()</c> for what is broken, <c>Ok()</c> with nothing in it.</summary>
    private static Ending? OfAnswer(IOperation value)
    {
        if (value is not IInvocationOperation { TargetMethod: { ContainingType.Name: "ControllerBase" or "Controller" or "Results" or "TypedResults" } method } call) return null;
        return method.Name switch
        {
            "NotFound" => new(Outcome.NotFound, value),
            "NoContent" => new(Outcome.Success, value),
            "Ok" or "Json" or "Accepted" when call.Arguments.All(static argument => argument.IsImplicit || EmptyValues.IsEmpty(argument.Value)) => new(Outcome.Success, value),
            _ => Ending.Unclear,
        };
    }

    private Ending OfReturn(IReturnOperation returned, ITryOperation statement, Attempt attempt, Reaction reaction) => returned.ReturnedValue is not { } value
        ? new(Outcome.Silence)
        : OfReturned(value, statement, attempt, reaction);

    /// <summary>A returned local stands for what it was set to before the try, or in the handler.</summary>
    private Ending OfReturned(IOperation value, ITryOperation statement, Attempt attempt, Reaction reaction)
    {
        if (EmptyValues.Inside(value) is not ILocalReferenceOperation { Local: var local }) return OfValue(value);

        var assigned = reaction.Assignments.LastOrDefault(assignment => SymbolEqualityComparer.Default.Equals(Attempt.SymbolOf(assignment.Target), local));
        if (assigned is not null) return Named(OfValue(assigned.Value), assigned.Value);
        if (!attempt.Fills(local) || InitializerBefore(statement, local) is not { } initializer) return Ending.Unclear;
        return Named(OfValue(initializer), value);
    }

    private static Ending Named(Ending ending, IOperation value) => ending.Outcome == Outcome.Unclear ? ending : ending with { Value = value };

    private Ending OfFallingThrough(ITryOperation statement, Reaction reaction, Attempt attempt, IMethodSymbol function)
    {
        var next = Next(statement);
        return next switch
        {
            ILoopOperation loop => OfNextRound(loop, reaction, attempt),
            IReturnOperation { ReturnedValue: { } value, IsImplicit: false } => OfReturned(value, statement, attempt, reaction),
            null or IReturnOperation => OfEnd(reaction, attempt, function),
            _ => OfMember(reaction, attempt),
        };
    }

    /// <summary>After the end of the function nothing comes, unless the handler left an empty value in a member.</summary>
    private Ending OfEnd(Reaction reaction, Attempt attempt, IMethodSymbol function) =>
        OfMember(reaction, attempt) is { Outcome: not Outcome.Unclear } stored ? stored
        : Promises.ReturnsNothing(function) ? new(Outcome.Silence)
        : Ending.Unclear;

    /// <summary>A collection of the object that the try fills, and the handler empties.</summary>
    private static Ending OfMember(Reaction reaction, Attempt attempt)
    {
        foreach (var assignment in reaction.Assignments)
            if (assignment.Target is IFieldReferenceOperation or IPropertyReferenceOperation
                && IsCollection(assignment.Target.Type)
                && Attempt.SymbolOf(assignment.Target) is { } member && attempt.Fills(member)
                && EmptyValues.IsEmpty(assignment.Value))
                return new(Outcome.EmptyValue, assignment.Value);
        return Ending.Unclear;
    }

    private static bool IsCollection(ITypeSymbol? type) =>
        type is IArrayTypeSymbol
        || (type is { SpecialType: not SpecialType.System_String }
            && (type.SpecialType == SpecialType.System_Collections_IEnumerable || type.AllInterfaces.Any(static contract => contract.SpecialType == SpecialType.System_Collections_IEnumerable)));

    /// <summary>In a loop an item is missing, if nobody says so and others are gathered.</summary>
    private static Ending OfNextRound(ILoopOperation loop, Reaction reaction, Attempt attempt) =>
        loop is IForEachLoopOperation && !reaction.IsLogged && attempt.Gathers && !Comments.Explain(reaction.Handler.Syntax) ? new(Outcome.DroppedItem) : Ending.Unclear;

    private Ending OfJump(IBranchOperation jump, ITryOperation statement, Reaction reaction, Attempt attempt, IMethodSymbol function)
    {
        var loop = LoopAround(statement);
        if (loop is null) return Ending.Unclear;
        if (jump.BranchKind == BranchKind.Continue) return OfNextRound(loop, reaction, attempt);
        return jump.BranchKind == BranchKind.Break && Next(loop) is IReturnOperation { ReturnedValue: { } value, IsImplicit: false }
            ? OfReturned(value, statement, attempt, reaction)
            : Ending.Unclear;
    }

    private static ILoopOperation? LoopAround(IOperation statement)
    {
        for (var parent = statement.Parent; parent is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation or ISwitchOperation); parent = parent.Parent)
            if (parent is ILoopOperation loop) return loop;
        return null;
    }

    /// <summary>What runs after a statement: the next one that is no log call, the loop whose next round it is, or null at the end of the function.</summary>
    private static IOperation? Next(IOperation statement)
    {
        for (IOperation? current = statement; current is not null; current = current.Parent)
        {
            switch (current.Parent)
            {
                case null or IMethodBodyBaseOperation or IAnonymousFunctionOperation or ILocalFunctionOperation: return null;
                case ILoopOperation loop: return loop;
                case ISwitchCaseOperation: return current;
                case IBlockOperation block when FollowerIn(block, current) is { } follower: return follower;
            }
        }

        return null;
    }

    private static IOperation? FollowerIn(IBlockOperation block, IOperation statement)
    {
        var place = block.Operations.IndexOf(statement);
        return block.Operations.Skip(place + 1).FirstOrDefault(static candidate => !IsSkipped(candidate));
    }

    private static bool IsSkipped(IOperation statement) =>
        statement is IEmptyOperation or ILocalFunctionOperation
        || (statement is IExpressionStatementOperation { Operation: IInvocationOperation call } && LogCalls.LoudnessOf(call) is not null);

    /// <summary>The value that a local is declared with, in a block around the statement.</summary>
    private static IOperation? InitializerBefore(IOperation statement, ILocalSymbol local)
    {
        for (var current = statement; current.Parent is { } parent; current = parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation) return null;
            if (parent is not IBlockOperation block) continue;
            foreach (var declarator in block.Operations.OfType<IVariableDeclarationGroupOperation>().SelectMany(static group => group.Declarations).SelectMany(static declaration => declaration.Declarators))
                if (SymbolEqualityComparer.Default.Equals(declarator.Symbol, local)) return declarator.GetVariableInitializer()?.Value;
        }

        return null;
    }
}
