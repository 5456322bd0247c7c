using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>The walk over the body of a try, by which one learns what it does.</summary>
internal sealed partial class TryBody
{
    private static readonly ImmutableHashSet<string> CleanupNames = WordSet.Of(
        "Dispose DisposeAsync Close CloseAsync Delete Kill Cancel CancelAsync Abort Stop StopAsync Shutdown",
        "ShutdownAsync Release Disconnect DisconnectAsync Unsubscribe Rollback RollbackAsync WaitForExit Join Exists",
        "Clear Flush Complete TryComplete");

    /// <summary>A cancellation that an inner handler takes never comes to the outer one.</summary>
    private static bool IsOfCancellation(ICatchClauseOperation clause) =>
        Cancellations.IsException(clause.ExceptionType);

    private void Add(TryBody inner, bool keepsCancellation)
    {
        _reach |= inner._reach;
        Awaits |= inner.Awaits;
        _call ??= inner._call;
        _other ??= inner._other;
        if (!keepsCancellation) _cancellation ??= inner._cancellation;
        Gathers |= inner.Gathers;
        Leaves |= inner.Leaves;
        _calls |= inner._calls;
        _callsOther |= inner._callsOther;
        _written.UnionWith(inner._written);
        _ownCalls.AddRange(inner._ownCalls);
    }

    private void See(IOperation operation, IOperation body)
    {
        switch (operation)
        {
            case IAwaitOperation awaited: SeeAwait(awaited); break;
            case IForEachLoopOperation { IsAsynchronous: true } or IUsingOperation { IsAsynchronous: true }:
                SeeReach(IoKinds.Unknown, name: null);
                break;
            case IInvocationOperation call: SeeCall(call); break;
            case IObjectCreationOperation creation: SeeReach(_io.ReachOf(creation), creation.Type?.Name); break;
            case IAssignmentOperation assignment: SeeWritten(assignment.Target); break;
            case IIncrementOrDecrementOperation step: SeeWritten(step.Target); break;
            case IReturnOperation or IBranchOperation { BranchKind: BranchKind.Break }:
                Leaves |= Continuations.LeavesFrom(operation, body);
                break;
        }
    }

    private void SeeCall(IInvocationOperation call)
    {
        _calls = true;
        _callsOther |= !CleanupNames.Contains(call.TargetMethod.Name);
        SeeReach(_io.ReachOf(call), call.TargetMethod);
        if (PrivateFunctions.IsCalledBy(call)) _ownCalls.Add(call);
        if (call.TargetMethod.Name is "Add" or "AddRange" or "Append" or "AppendLine" or "Enqueue" or "Push" or "TryAdd"
            or "UnionWith"
            && call.Instance is { } filled)
        {
            Gathers = true;
            SeeWritten(filled);
        }
    }

    private void SeeAwait(IAwaitOperation awaited)
    {
        Awaits = true;
        if (awaited.Operation.Settled() is not IInvocationOperation call)
        {
            if (!IsWait(awaited)) SeeReach(IoKinds.Unknown, name: null);
            return;
        }

        if (!OnlyTracks(call))
            _cancellation ??= call.Arguments.Select(argument => _tokens.Behind(argument.Value))
                .FirstOrDefault(static token => token is not null) is { } token
                ? (token, call.TargetMethod.Name)
                : null;
        if (IsWait(awaited) || OnlyParses(call)) return;
        SeeReach(_io.ReachOf(call) is var known and not IoKinds.None ? known : IoKinds.Unknown, call.TargetMethod);
    }

    /// <summary><c>await Record.DeserializeAsync(stream)</c> of a stream in memory.</summary>
    private static bool OnlyParses(IInvocationOperation call) =>
        call.TargetMethod is { IsStatic: true, Name: var name }
        && (name.StartsWith("Deserialize", StringComparison.Ordinal)
            || name.StartsWith("Parse", StringComparison.Ordinal))
        && call.Arguments.Any(static argument => argument.Value.Bare().Type?.Name == nameof(MemoryStream));

    /// <summary><c>await context.Orders.AddAsync(order, token)</c> waits for nothing that a token could end.</summary>
    private static bool OnlyTracks(IInvocationOperation call) =>
        call.TargetMethod is { Name: "AddAsync" or "AddRangeAsync",
            ContainingType: { Name: "DbSet" or "DbContext", ContainingNamespace.Name: "EntityFrameworkCore" } };

    /// <summary>What is waited for was not begun here.</summary>
    private bool IsWait(IAwaitOperation awaited) =>
        Waits.IsOne(awaited)
        && !awaited.DescendantsAndSelf().Any(part =>
            Values.VariableOrPropertyOf(part) is { } task && Fills(task));

    private void SeeReach(IoKinds reach, IMethodSymbol method) =>
        SeeReach(reach, method.Name, makesReady: Waits.IsFactory(method));

    private void SeeReach(IoKinds reach, string? name, bool makesReady = false)
    {
        if (reach == IoKinds.None) return;
        _reach |= reach;
        if (makesReady || name == "Exists" || !IoCalls.IsOutside(reach)) _other ??= name;
        else _call ??= name;
    }

    private void SeeWritten(IOperation target)
    {
        if (Values.VariableOrPropertyOf(target) is { } symbol) _written.Add(symbol);
    }
}
