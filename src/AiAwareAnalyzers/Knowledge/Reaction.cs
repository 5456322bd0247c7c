namespace AiAwareAnalyzers.Knowledge;

/// <summary>What a handler does with the failure it caught.</summary>
internal sealed class Reaction
{
    private static readonly ImmutableHashSet<string> Telling = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "show", "display", "alert", "notify", "toast", "report", "error", "fail", "failed", "message", "snackbar", "dialog", "publish", "raise", "increment", "track", "capture",
        "retry", "requeue", "nack", "abandon", "throw", "exit", "redirect", "navigate", "exception", "fault", "problem", "warn");

    private readonly Dictionary<ISymbol, bool> _names = new(SymbolEqualityComparer.Default);
    private readonly List<IReturnOperation> _returns = new();
    private readonly List<ExceptionUse> _uses = new();
    private readonly List<IInvocationOperation> _logs = new();
    private readonly List<IObjectCreationOperation> _thrown = new();
    private readonly List<ISimpleAssignmentOperation> _assignments = new();
    private readonly List<IBranchOperation> _jumps = new();

    public Reaction(ICatchClauseOperation clause)
    {
        Handler = clause.Handler;
        if (clause.ExceptionDeclarationOrExpression is IVariableDeclaratorOperation { Symbol: { } exception })
        {
            Exception = exception;
            _names.Add(exception, true);
        }

        foreach (var operation in Operations.Own(clause.Handler)) See(operation);
        CanComplete = Operations.CanComplete(clause.Handler);
    }

    public IBlockOperation Handler { get; }

    /// <summary>The variable that holds the exception.</summary>
    public ILocalSymbol? Exception { get; }

    public bool IsEmpty => Handler.Operations.All(static statement => statement is IEmptyOperation || IsDiscard(statement));

    /// <summary>Control comes out at the end of the handler.</summary>
    public bool CanComplete { get; }

    /// <summary>On some path an exception leaves the handler.</summary>
    public bool Throws { get; private set; }

    /// <summary>On some path the caught exception itself leaves the handler.</summary>
    public bool Rethrows { get; private set; }

    /// <summary>It asks whether this was a cancellation.</summary>
    public bool MindsCancellation { get; private set; }

    /// <summary>Somebody learns of the failure: a caller, a user, a member that holds the state. A log is nobody.</summary>
    public bool Tells { get; private set; }

    /// <summary>It calls something whose purpose one cannot see.</summary>
    public bool CallsOther { get; private set; }

    /// <summary>Other exceptions that it throws.</summary>
    public IReadOnlyList<IObjectCreationOperation> Thrown => _thrown;

    public IReadOnlyList<IReturnOperation> Returns => _returns;

    public IReadOnlyList<IInvocationOperation> Logs => _logs;

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

    private void See(IOperation operation)
    {
        switch (operation)
        {
            case IThrowOperation thrown: SeeThrow(thrown); break;
            case IReturnOperation { Kind: OperationKind.Return } returned: _returns.Add(returned); break;
            case IBranchOperation jump: SeeJump(jump); break;
            case IInvocationOperation call: SeeCall(call); break;
            case ISimpleAssignmentOperation assignment: SeeAssignment(assignment); break;
            case IIncrementOrDecrementOperation or ICompoundAssignmentOperation: Tells = true; break;
            case ILocalReferenceOperation { IsDeclaration: false } local: SeeLocal(local); break;
            case IMemberReferenceOperation { Member.Name: "IsCancellationRequested" }: MindsCancellation = true; break;
            case IIsTypeOperation test: SeeType(test.TypeOperand); break;
            case ITypePatternOperation test: SeeType(test.MatchedType); break;
            case IDeclarationPatternOperation { MatchedType: { } matched }: SeeType(matched); break;
        }
    }

    private void SeeType(ITypeSymbol type) => MindsCancellation |= type.Name is "OperationCanceledException" or "TaskCanceledException";

    private void SeeThrow(IThrowOperation thrown)
    {
        Throws = true;
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
        if (LogCalls.LoudnessOf(call) is not null) _logs.Add(call);
        else if (method.Name == "ThrowIfCancellationRequested") MindsCancellation = true;
        else if (Operations.NeverReturns(method)) Throws = true;
        else if (method.MethodKind == MethodKind.DelegateInvoke) Tells = true;
        else if (IsStatement(call))
        {
            if (Words.Of(method.Name).Any(Telling.Contains)) Tells = true;
            else if (!IsCleanup(method)) CallsOther = true;
        }
    }

    private static bool IsCleanup(IMethodSymbol method) =>
        method.Name is "Rollback" or "RollbackAsync" or "Dispose" or "DisposeAsync" or "Close" or "CloseAsync" or "Delete" or "Delay" or "StateHasChanged" or "Clear" or "Stop";

    private static bool IsStatement(IOperation call)
    {
        var parent = call.Parent;
        while (parent is IAwaitOperation or IConditionalAccessOperation || parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" }) parent = parent.Parent;
        return parent is IExpressionStatementOperation;
    }

    private void SeeAssignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Parent is IObjectOrCollectionInitializerOperation || assignment.Target is IDiscardOperation || IsOwn(assignment.Target)) return;
        _assignments.Add(assignment);
        Tells |= !EmptyValues.IsEmpty(assignment.Value);
    }

    /// <summary>A local that the handler declares itself.</summary>
    private bool IsOwn(IOperation target) =>
        target is ILocalReferenceOperation { Local.DeclaringSyntaxReferences: { Length: > 0 } declarations } && Handler.Syntax.Span.Contains(declarations[0].Span);

    private void SeeLocal(ILocalReferenceOperation local)
    {
        if (!_names.TryGetValue(local.Local, out var isWhole) || IsTarget(local)) return;

        var use = ExceptionUse.Of(local, isWhole);
        _uses.Add(use);
        if (use is { Destination: Destination.Renamed, At: IVariableDeclaratorOperation { Symbol: { } name } }) _names[name] = use.IsWhole;
        Tells |= use.Destination is Destination.HandedOver or Destination.Stored or Destination.Returned;
        Throws |= use.Destination == Destination.Thrown;
        Rethrows |= use is { Destination: Destination.Thrown, At: IInvocationOperation };
    }

    private static bool IsTarget(IOperation local) => local.Parent is ISimpleAssignmentOperation assignment && assignment.Target == local;

    private static bool IsDiscard(IOperation statement) =>
        statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: IDiscardOperation } };
}
