namespace AiAwareAnalyzers.Knowledge;

/// <summary>A log call: where it stands for the reader of a handler, and the one that writes, which may be inside a function that the first calls.</summary>
internal sealed record Logging(IInvocationOperation At, IInvocationOperation Log);

/// <summary>What a handler does with the failure it caught; or what a function does that a handler calls for it.</summary>
/// <remarks>A body is walked once. What a catch clause inside does is known from its own walk, and only added.</remarks>
internal sealed class Reaction
{
    private readonly Dictionary<ISymbol, (bool IsWhole, ISymbol Origin)> _names = new(SymbolEqualityComparer.Default);
    private readonly List<IReturnOperation> _returns = new();
    private readonly List<ExceptionUse> _uses = new();
    private readonly List<Logging> _logs = new();
    private readonly List<IObjectCreationOperation> _thrown = new();
    private readonly List<ISimpleAssignmentOperation> _assignments = new();
    private readonly List<IBranchOperation> _jumps = new();
    private readonly List<IOperation> _mentions = new();
    private readonly Reactions _others;
    private bool _tellsBesides;
    private bool _throwsBesides;

    /// <summary>Learns what a body does with what these symbols hold.</summary>
    public Reaction(IBlockOperation body, IEnumerable<ISymbol> failures, Reactions others)
    {
        Handler = body;
        _others = others;
        foreach (var failure in failures) _names.Add(failure, (true, failure));
        Exception = _names.Keys.FirstOrDefault() as ILocalSymbol;
        Walk();
        CanComplete = Operations.CanComplete(body, clause => others.Of(clause).CanComplete);
    }

    public IBlockOperation Handler { get; }

    /// <summary>How many operations were looked at.</summary>
    public int Visited { get; private set; }

    /// <summary>The variable that holds the exception.</summary>
    public ILocalSymbol? Exception { get; }

    public bool IsEmpty => Handler.Operations.All(static statement => statement is IEmptyOperation || IsDiscard(statement));

    /// <summary>Control comes out at the end of the handler.</summary>
    public bool CanComplete { get; }

    /// <summary>On some path an exception leaves the handler.</summary>
    public bool Throws => _throwsBesides || _uses.Any(static use => use.Destination == Destination.Thrown);

    /// <summary>On some path the caught exception itself leaves the handler.</summary>
    public bool Rethrows { get; private set; }

    /// <summary>It asks whether this was a cancellation, or awaits something that ends with the same token.</summary>
    public bool MindsCancellation { get; private set; }

    /// <summary>Somebody learns of the failure: a caller, a user, a member that holds the state. A log is nobody.</summary>
    public bool Tells => _tellsBesides || _uses.Any(static use => use.Destination is Destination.HandedOver or Destination.Stored or Destination.Returned);

    /// <summary>It calls something whose purpose one cannot see.</summary>
    public bool CallsOther { get; private set; }

    /// <summary>Other exceptions that it throws.</summary>
    public IReadOnlyList<IObjectCreationOperation> Thrown => _thrown;

    public IReadOnlyList<IReturnOperation> Returns => _returns;

    public IReadOnlyList<Logging> Logs => _logs;

    public IReadOnlyList<ExceptionUse> Uses => _uses;

    /// <summary>Assignments to anything that outlives the handler.</summary>
    public IReadOnlyList<ISimpleAssignmentOperation> Assignments => _assignments;

    /// <summary>Every <c>continue</c> and <c>break</c> that leaves the handler.</summary>
    public IReadOnlyList<IBranchOperation> Jumps => _jumps;

    /// <summary>A log that is kept got the exception, or at least a word about it.</summary>
    public bool IsLogged => _logs.Count > 0;

    /// <summary>Whether somewhere the whole exception is used: logged with its stack trace, passed on, stored.</summary>
    public bool UsesWhole => _uses.Any(use => use is { IsWhole: true, Destination: not (Destination.Inspected or Destination.Renamed) });

    /// <summary>Somebody else gets the exception itself, and may look at what kind it is.</summary>
    public bool HandsOver => _uses.Any(use => use is { IsWhole: true, Destination: Destination.HandedOver or Destination.Stored or Destination.Returned });

    private void Walk()
    {
        foreach (var operation in Operations.Own(Handler, static inner => inner.Parent is ICatchClauseOperation clause && inner == clause.Handler))
        {
            Visited++;
            if (operation is ICatchClauseOperation clause) Add(_others.Of(clause));
            else See(operation);
        }
    }

    /// <summary>What a handler inside does, this one does.</summary>
    private void Add(Reaction inner)
    {
        _throwsBesides |= inner.Throws;
        Rethrows |= inner.Rethrows;
        MindsCancellation |= inner.MindsCancellation;
        _tellsBesides |= inner.Tells;
        CallsOther |= inner.CallsOther;
        _returns.AddRange(inner._returns);
        _logs.AddRange(inner._logs);
        _thrown.AddRange(inner._thrown);
        _assignments.AddRange(inner._assignments.Where(assignment => !IsOwn(assignment.Target)));
        foreach (var jump in inner._jumps) SeeJump(jump);
        foreach (var mention in inner._mentions) SeeMention(mention);
    }

    private void See(IOperation operation)
    {
        switch (operation)
        {
            case IThrowOperation thrown: SeeThrow(thrown); break;
            case IReturnOperation { Kind: OperationKind.Return } returned: _returns.Add(returned); break;
            case IBranchOperation jump: SeeJump(jump); break;
            case IInvocationOperation call: SeeCall(call); break;
            case IAwaitOperation awaited: MindsCancellation |= EndsWithToken(awaited); break;
            case ISimpleAssignmentOperation assignment: SeeAssignment(assignment); break;
            case IIncrementOrDecrementOperation step: _tellsBesides |= Telling.IsCount(step.Target); break;
            case ICompoundAssignmentOperation step: _tellsBesides |= Telling.IsCount(step.Target); break;
            case ILocalReferenceOperation { IsDeclaration: false } or IParameterReferenceOperation: SeeMention(operation); break;
            case IMemberReferenceOperation { Member.Name: "IsCancellationRequested" }: MindsCancellation = true; break;
            case IIsTypeOperation test: SeeType(test.TypeOperand); break;
            case ITypePatternOperation test: SeeType(test.MatchedType); break;
            case IDeclarationPatternOperation { MatchedType: { } matched }: SeeType(matched); break;
        }
    }

    private void SeeType(ITypeSymbol type) => MindsCancellation |= type.Name is "OperationCanceledException" or "TaskCanceledException";

    /// <summary>A pause or a call that is given a token ends with it: the cancellation comes out of the handler after all.</summary>
    private static bool EndsWithToken(IAwaitOperation awaited) =>
        EmptyValues.Inside(awaited) is IInvocationOperation call
        && call.Arguments.Any(static argument => argument is { ArgumentKind: ArgumentKind.Explicit, Value: { ConstantValue.HasValue: false, Type.Name: "CancellationToken" } and not IDefaultValueOperation and not IPropertyReferenceOperation { Property.IsStatic: true } });

    private void SeeThrow(IThrowOperation thrown)
    {
        _throwsBesides = true;
        if (thrown.Exception is null || EmptyValues.Inside(thrown.Exception) is ILocalReferenceOperation { Local: var local } && _names.ContainsKey(local)) Rethrows = true;
        else if (EmptyValues.Inside(thrown.Exception) is IObjectCreationOperation creation) _thrown.Add(creation);
    }

    private void SeeJump(IBranchOperation jump)
    {
        for (var parent = jump.Parent; parent is not null && parent != Handler; parent = parent.Parent)
            if (parent is ILoopOperation or ISwitchOperation && jump.BranchKind != BranchKind.GoTo) return;
        _jumps.Add(jump);
    }

    private void SeeCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (LogCalls.LoudnessOf(call) is not null) _logs.Add(new(call, call));
        else if (method.Name == "ThrowIfCancellationRequested") MindsCancellation = true;
        else if (Operations.NeverReturns(method)) _throwsBesides = true;
        else if (method.MethodKind == MethodKind.DelegateInvoke) _tellsBesides = true;
        else if (_others.Behind(call) is { } called) SeeOwnFunction(call, called);
        else if (Telling.IsStatement(call)) SeeStatement(method);
    }

    private void SeeStatement(IMethodSymbol method)
    {
        if (Telling.IsNamedIn(method)) _tellsBesides = true;
        else if (!Telling.IsCleanup(method)) CallsOther = true;
    }

    /// <summary>A private function of the same type: what it does is done here; what it does with its parameters is seen where they are passed.</summary>
    private void SeeOwnFunction(IInvocationOperation call, Reaction called)
    {
        _throwsBesides |= called._throwsBesides;
        MindsCancellation |= called.MindsCancellation;
        _tellsBesides |= called._tellsBesides || (called.CallsOther && Telling.IsNamedIn(call.TargetMethod));
        CallsOther |= called.CallsOther;
        _logs.AddRange(called._logs.Select(inner => new Logging(call, inner.Log)));
    }

    private void SeeAssignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Parent is IObjectOrCollectionInitializerOperation || assignment.Target is IDiscardOperation || IsOwn(assignment.Target)) return;
        _assignments.Add(assignment);
        _tellsBesides |= !EmptyValues.IsEmpty(assignment.Value);
    }

    /// <summary>A local that the handler declares itself.</summary>
    private bool IsOwn(IOperation target) =>
        target is ILocalReferenceOperation { Local.DeclaringSyntaxReferences: { Length: > 0 } declarations } && Handler.Syntax.Span.Contains(declarations[0].Span);

    /// <summary>A variable that may hold the exception; a handler around this one may know it.</summary>
    private void SeeMention(IOperation mention)
    {
        if (IsTarget(mention) || Attempt.SymbolOf(mention) is not { } symbol) return;
        if (!_names.TryGetValue(symbol, out var known))
        {
            _mentions.Add(mention);
            return;
        }

        var use = ExceptionUse.Of(mention, known.IsWhole) with { Origin = known.Origin };
        if (use is { Destination: Destination.Renamed, At: IVariableDeclaratorOperation { Symbol: { } name } }) _names[name] = (use.IsWhole, known.Origin);
        if (use is { Destination: Destination.HandedOver, At: IInvocationOperation call } && _others.Behind(call) is { } called) SeeUsesBehind(called, call, mention, use);
        else SeeUse(use, use);
    }

    /// <summary>What a private function does with the exception that it is given.</summary>
    private void SeeUsesBehind(Reaction called, IInvocationOperation call, IOperation mention, ExceptionUse here)
    {
        var argument = mention;
        while (argument.Parent is { } parent && parent != call) argument = parent;
        foreach (var use in called._uses)
            if (SymbolEqualityComparer.Default.Equals(use.Origin, (argument as IArgumentOperation)?.Parameter?.OriginalDefinition))
                SeeUse(use, here with { IsWhole = use.IsWhole && here.IsWhole, Destination = use.Destination });
    }

    private void SeeUse(ExceptionUse use, ExceptionUse seenFromHere)
    {
        _uses.Add(seenFromHere);
        Rethrows |= use is { Destination: Destination.Thrown, At: IInvocationOperation };
    }

    private static bool IsTarget(IOperation local) => local.Parent is ISimpleAssignmentOperation assignment && assignment.Target == local;

    private static bool IsDiscard(IOperation statement) =>
        statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: IDiscardOperation } };
}
