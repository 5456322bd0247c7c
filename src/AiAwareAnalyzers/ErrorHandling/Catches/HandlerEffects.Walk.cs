using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>The walk over a handler, by which one learns what it does.</summary>
internal sealed partial class HandlerEffects
{
    private void Walk()
    {
        foreach (var operation in Bodies.Own(
            Handler, static inner => inner.Parent is ICatchClauseOperation clause && inner == clause.Handler))
        {
            Visited++;
            if (operation is ICatchClauseOperation clause) Add(_others.Of(clause));
            else See(operation);
        }
    }

    /// <summary>What a handler inside does, this one does.</summary>
    private void Add(HandlerEffects inner)
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
            case IAwaitOperation awaited: MindsCancellation |= CallerTokens.End(awaited); break;
            case ISimpleAssignmentOperation assignment: SeeAssignment(assignment); break;
            case IIncrementOrDecrementOperation step: _tellsBesides |= NotifyingCalls.IsCount(step.Target); break;
            case ICompoundAssignmentOperation step: _tellsBesides |= NotifyingCalls.IsCount(step.Target); break;
            case ILocalReferenceOperation { IsDeclaration: false } or IParameterReferenceOperation:
                SeeMention(operation);
                break;
            case IMemberReferenceOperation: MindsCancellation |= Cancellations.IsAskedBy(operation); break;
            case IIsTypeOperation test: SeeType(test.TypeOperand); break;
            case ITypePatternOperation test: SeeType(test.MatchedType); break;
            case IDeclarationPatternOperation { MatchedType: { } matched }: SeeType(matched); break;
        }
    }

    private void SeeType(ITypeSymbol type) =>
        MindsCancellation |= Cancellations.IsException(type);

    private void SeeThrow(IThrowOperation thrown)
    {
        _throwsBesides = true;
        if (thrown.Exception is null
            || thrown.Exception.Settled() is ILocalReferenceOperation { Local: var local }
                && _names.ContainsKey(local))
            Rethrows = true;
        else if (thrown.Exception.Settled() is IObjectCreationOperation creation) _thrown.Add(creation);
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
        else if (Bodies.NeverReturns(method)) _throwsBesides = true;
        else if (method.MethodKind == MethodKind.DelegateInvoke || NotifyingCalls.IsToClient(method))
            _tellsBesides = true;
        else if (_others.Behind(call) is { } called) SeeOwnFunction(call, called);
        else if (NotifyingCalls.IsStatement(call)) SeeStatement(method);
    }

    private void SeeStatement(IMethodSymbol method)
    {
        if (NotifyingCalls.IsNamedIn(method)) _tellsBesides = true;
        else if (!NotifyingCalls.IsCleanup(method)) CallsOther = true;
    }

    /// <summary>
    /// A private function of the same type: what it does is done here; what it does with its parameters is seen where
    /// they are passed.
    /// </summary>
    private void SeeOwnFunction(IInvocationOperation call, HandlerEffects called)
    {
        _throwsBesides |= called._throwsBesides;
        MindsCancellation |= called.MindsCancellation;
        _tellsBesides |= called._tellsBesides || (called.CallsOther && NotifyingCalls.IsNamedIn(call.TargetMethod));
        CallsOther |= called.CallsOther;
        _logs.AddRange(called._logs.Select(inner => new Logging(call, inner.Log)));
    }

    private void SeeAssignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Parent is IObjectOrCollectionInitializerOperation
            || assignment.Target is IDiscardOperation
            || IsOwn(assignment.Target))
            return;
        _assignments.Add(assignment);
        _tellsBesides |= !EmptyValues.IsEmpty(assignment.Value);
    }

    /// <summary>A local that the handler declares itself.</summary>
    private bool IsOwn(IOperation target) =>
        target is ILocalReferenceOperation { Local.DeclaringSyntaxReferences: { Length: > 0 } declarations }
        && Handler.Syntax.Span.Contains(declarations[0].Span);

    /// <summary>A variable that may hold the exception; a handler around this one may know it.</summary>
    private void SeeMention(IOperation mention)
    {
        if (IsTarget(mention) || Values.VariableOrPropertyOf(mention) is not { } symbol) return;
        if (!_names.TryGetValue(symbol, out var known))
        {
            _mentions.Add(mention);
            return;
        }

        var use = ExceptionUse.Of(mention, known.IsWhole) with { Origin = known.Origin };
        if (use is { Destination: ExceptionSink.Renamed, At: IVariableDeclaratorOperation { Symbol: { } name } })
            _names[name] = (use.IsWhole, known.Origin);
        if (use is { Destination: ExceptionSink.HandedOver, At: IInvocationOperation call }
            && _others.Behind(call) is { } called)
            SeeUsesBehind(called, call, mention, use);
        else SeeUse(use, use);
    }

    /// <summary>What a private function does with the exception that it is given.</summary>
    private void SeeUsesBehind(HandlerEffects called, IInvocationOperation call, IOperation mention, ExceptionUse here)
    {
        var argument = mention;
        while (argument.Parent is { } parent && parent != call) argument = parent;
        foreach (var use in called._uses)
            if (SymbolEqualityComparer.Default.Equals(
                use.Origin, (argument as IArgumentOperation)?.Parameter?.OriginalDefinition))
                SeeUse(use, here with { IsWhole = use.IsWhole && here.IsWhole, Destination = use.Destination });
    }

    private void SeeUse(ExceptionUse use, ExceptionUse seenFromHere)
    {
        _uses.Add(seenFromHere);
        Rethrows |= use is { Destination: ExceptionSink.Thrown, At: IInvocationOperation };
    }

    private static bool IsTarget(IOperation local) =>
        local.Parent is ISimpleAssignmentOperation assignment && assignment.Target == local;

    private static bool IsDiscard(IOperation statement) =>
        statement
            is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: IDiscardOperation } };
}
