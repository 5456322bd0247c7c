using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>
/// A log call: where it stands for the reader of a handler, and the one that writes, which may be inside a function
/// that the first calls.
/// </summary>
internal sealed record Logging(IInvocationOperation At, IInvocationOperation Log);

/// <summary>
/// What a handler does with the failure it caught; or what a function does that a handler calls for it.
/// </summary>
/// <remarks>
/// A body is walked once. What a catch clause inside does is known from its own walk, and only added.
/// </remarks>
internal sealed partial class HandlerEffects
{
    private readonly Dictionary<ISymbol, (bool IsWhole, ISymbol Origin)> _names = new(SymbolEqualityComparer.Default);
    private readonly List<IReturnOperation> _returns = new();
    private readonly List<ExceptionUse> _uses = new();
    private readonly List<Logging> _logs = new();
    private readonly List<IObjectCreationOperation> _thrown = new();
    private readonly List<ISimpleAssignmentOperation> _assignments = new();
    private readonly List<IBranchOperation> _jumps = new();
    private readonly List<IOperation> _mentions = new();
    private readonly HandlerEffectsTable _others;
    private bool _tellsBesides;
    private bool _throwsBesides;

    /// <summary>Learns what a body does with what these symbols hold.</summary>
    public HandlerEffects(IBlockOperation body, IEnumerable<ISymbol> failures, HandlerEffectsTable others)
    {
        Handler = body;
        _others = others;
        foreach (var failure in failures) _names.Add(failure, (true, failure));
        Exception = _names.Keys.FirstOrDefault() as ILocalSymbol;
        Walk();
        CanComplete = Bodies.CanComplete(body, clause => others.Of(clause).CanComplete);
    }

    public IBlockOperation Handler { get; }

    /// <summary>How many operations were looked at.</summary>
    public int Visited { get; private set; }

    /// <summary>The variable that holds the exception.</summary>
    public ILocalSymbol? Exception { get; }

    public bool IsEmpty =>
        Handler.Operations.All(static statement => statement is IEmptyOperation || IsDiscard(statement));

    /// <summary>Control comes out at the end of the handler.</summary>
    public bool CanComplete { get; }

    /// <summary>On some path an exception leaves the handler.</summary>
    public bool Throws => _throwsBesides || _uses.Any(static use => use.Destination == ExceptionSink.Thrown);

    /// <summary>On some path the caught exception itself leaves the handler.</summary>
    public bool Rethrows { get; private set; }

    /// <summary>It asks whether this was a cancellation, or awaits something that ends with the same token.</summary>
    public bool MindsCancellation { get; private set; }

    /// <summary>
    /// Somebody learns of the failure: a caller, a user, a member that holds the state. A log is nobody.
    /// </summary>
    public bool Tells =>
        _tellsBesides
        || _uses.Any(static use =>
            use.Destination is ExceptionSink.HandedOver or ExceptionSink.Stored or ExceptionSink.Returned);

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

    /// <summary>
    /// Whether somewhere the whole exception is used: logged with its stack trace, passed on, stored.
    /// </summary>
    public bool UsesWhole =>
        _uses.Any(use => use is { IsWhole: true, Destination: not (ExceptionSink.Inspected or ExceptionSink.Renamed) });

    /// <summary>Somebody else gets the exception itself, and may look at what kind it is.</summary>
    public bool HandsOver =>
        _uses.Any(use =>
            use is { IsWhole: true,
                Destination: ExceptionSink.HandedOver or ExceptionSink.Stored or ExceptionSink.Returned });
}
