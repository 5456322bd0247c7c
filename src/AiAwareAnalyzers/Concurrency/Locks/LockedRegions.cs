using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Knowledge.Flow;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Concurrency.Locks;

/// <summary>Where in one function which lock is held, whatever it is taken by.</summary>
internal sealed class LockedRegions
{
    /// <summary>By where they begin.</summary>
    private readonly List<LockedRegion> _all = new();

    /// <param name="code">The operations of a function, without those of functions inside.</param>
    public LockedRegions(IReadOnlyList<IOperation> code)
    {
        foreach (var found in Found(code).OrderBy(static found => found.Span.Start)
            .ThenByDescending(static found => found.Span.End))
            _all.Add(found with { Outer = _all.LastOrDefault()?.Around(found.Span) });
    }

    public IReadOnlyList<LockedRegion> All => _all;

    /// <summary>Whether a program has threads that could lock.</summary>
    public static bool MayBeIn(Compilation compilation) =>
        compilation.GetTypeByMetadataName("System.Threading.Monitor") is not null;

    /// <summary>Whether a lock is taken by an operation, in one of the ways that are understood.</summary>
    public static bool AreOpenedBy(IOperation operation) =>
        operation is ILockOperation
        || (operation is IInvocationOperation { TargetMethod: var method } && ClosingOf(method) is not null);

    /// <summary>The region that an operation opens.</summary>
    public LockedRegion? OpenedBy(IOperation opening) => _all.Find(region => region.Opening == opening);

    /// <summary>The innermost region around an operation.</summary>
    public LockedRegion? Around(IOperation operation)
    {
        var (low, high) = (0, _all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_all[middle].Span.Start <= operation.Syntax.SpanStart) low = middle + 1;
            else high = middle;
        }

        return low == 0 ? null : _all[low - 1].Around(operation.Syntax.Span);
    }

    private static IEnumerable<LockedRegion> Found(IReadOnlyList<IOperation> code)
    {
        var calls = code.OfType<IInvocationOperation>().ToList();
        foreach (var statement in code.OfType<ILockOperation>())
            yield return new(
                statement,
                Place.Of(statement.LockedValue),
                statement.LockedValue.Syntax,
                statement.Body.Syntax.Span,
                null);
        foreach (var call in calls)
            if (ClosingOf(call.TargetMethod) is { } closing)
            {
                if (!Turns.LetsSeveralPass(call)) yield return TakenBy(call, closing, calls);
            }
            else if (!IsOfKnownLock(call.TargetMethod) && Turns.AreWaitedForBy(call.TargetMethod))
            {
                yield return Unknown(call);
            }
    }

    /// <summary>What the call that ends a region is named; null where a call begins none.</summary>
    private static string? ClosingOf(IMethodSymbol method) => (method.ContainingType?.Name, method.Name) switch
    {
        ("Monitor" or "Lock", "Enter" or "TryEnter") => "Exit",
        ("Lock", "EnterScope") => "Dispose",
        ("SemaphoreSlim", "Wait" or "WaitAsync") or ("Semaphore", "WaitOne") => "Release",
        ("Mutex", "WaitOne") => "ReleaseMutex",
        ("ReaderWriterLockSlim", "EnterReadLock" or "TryEnterReadLock") => "ExitReadLock",
        ("ReaderWriterLockSlim", "EnterWriteLock" or "TryEnterWriteLock") => "ExitWriteLock",
        ("ReaderWriterLockSlim", "EnterUpgradeableReadLock" or "TryEnterUpgradeableReadLock") =>
            "ExitUpgradeableReadLock",
        _ => null,
    };

    private static bool IsOfKnownLock(IMethodSymbol method) =>
        method.ContainingType?.Name
            is "Monitor" or "Lock" or "SemaphoreSlim" or "Semaphore" or "Mutex" or "ReaderWriterLockSlim";

    private static LockedRegion TakenBy(
        IInvocationOperation call, string closing, IReadOnlyList<IInvocationOperation> calls)
    {
        if (call.Instance is null && call.Arguments.IsEmpty || GateOf(call) is not { } gate) return Unknown(call);
        var end = closing == "Dispose" ? EndOfScope(call) : EndBy(call, closing, gate, calls);
        return end is { } span ? new(call, gate, NameOf(call), span, null) : Unknown(call);
    }

    /// <summary>Something lets one caller after the other, and nobody sees who or until when.</summary>
    private static LockedRegion Unknown(IInvocationOperation call) =>
        new(
            call,
            null,
            call.Syntax,
            TextSpan.FromBounds(call.Syntax.SpanStart, Bodies.Around(call).Syntax.Span.End),
            null);

    private static Place? GateOf(IInvocationOperation call) =>
        Place.Of(call.Instance ?? call.Arguments[0].Value);

    private static SyntaxNode NameOf(IInvocationOperation call) =>
        (call.Instance ?? call.Arguments[0].Value).Syntax;

    /// <summary><c>using (gate.EnterScope()) { … }</c>, <c>using var scope = gate.EnterScope();</c>.</summary>
    private static TextSpan? EndOfScope(IInvocationOperation call)
    {
        foreach (var around in call.Ancestors())
            switch (around)
            {
                case IUsingOperation { Resources: var held, Body: var body }:
                    return call.IsInside(held) ? body.Syntax.Span : null;
                case IUsingDeclarationOperation { Parent: { } block }:
                    return TextSpan.FromBounds(around.Syntax.Span.End, block.Syntax.Span.End);
                case IAnonymousFunctionOperation or ILocalFunctionOperation: return null;
            }

        return null;
    }

    /// <summary>To the call that gives the lock back on all ways: in a finally, or in the same block.</summary>
    private static TextSpan? EndBy(
        IInvocationOperation call, string closing, Place gate, IReadOnlyList<IInvocationOperation> calls)
    {
        foreach (var end in calls)
            if (end.Syntax.SpanStart > call.Syntax.Span.End
                && end.TargetMethod.Name == closing
                && IsOnAllWays(end, call)
                && gate.Equals(GateOfEnd(end)))
                return TextSpan.FromBounds(call.Syntax.Span.End, end.Syntax.SpanStart);
        return null;
    }

    private static Place? GateOfEnd(IInvocationOperation end) =>
        end.Instance is null && end.Arguments.IsEmpty ? null : GateOf(end);

    private static bool IsOnAllWays(IInvocationOperation end, IInvocationOperation call) =>
        end.Ancestors().OfType<IBlockOperation>().FirstOrDefault() is { } block
        && (call.IsInside(block) || IsInFinally(block));

    private static bool IsInFinally(IBlockOperation block) =>
        block.Ancestors().Prepend(block)
            .Any(static around => around.Parent is ITryOperation attempt && attempt.Finally == around);
}
