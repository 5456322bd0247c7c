using AiAwareAnalyzers.ErrorHandling.Failures;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>What the body of a try does.</summary>
internal sealed partial class TryBody
{
    private readonly HashSet<ISymbol> _written = new(SymbolEqualityComparer.Default);
    private readonly List<IInvocationOperation> _ownCalls = new();
    private readonly IoCalls _io;
    private readonly CallerTokens _tokens;
    private (IOperation Token, string Receiver)? _cancellation;
    private IoKinds _reach;
    private string? _call;
    private string? _other;
    private bool _callsOther;
    private bool _calls;

    /// <summary>Learns about a try from one walk; a try inside adds what is known of it already.</summary>
    public TryBody(ITryOperation statement, IoCalls io, Func<ITryOperation, TryBody> inner)
    {
        _io = io;
        _tokens = new(statement.Body.Syntax);
        var open = new Stack<IOperation>();
        open.Push(statement.Body);
        while (open.Count > 0)
        {
            var operation = open.Pop();
            Visited++;
            if (operation is ITryOperation nested)
                Add(inner(nested), keepsCancellation: nested.Catches.Any(IsOfCancellation));
            else See(operation, statement.Body);

            // Of a nested try only the handlers and the finally are new.
            foreach (var child in operation.ChildOperations.Reverse())
                if (operation is not ITryOperation around || child != around.Body)
                    open.Push(child);
        }
    }

    /// <summary>How many operations were looked at.</summary>
    public int Visited { get; }

    /// <summary>
    /// What it reaches for outside the process, together; private functions are only looked into where that matters.
    /// </summary>
    public IoKinds Reach => ReachesOutHere ? _reach : _reach | ReachBehind;

    public bool Awaits { get; private set; }

    /// <summary>
    /// The first call that leaves the process or is awaited, by name. What only makes ready, only reads a text, or only
    /// looks whether something is there is named where there is no other.
    /// </summary>
    public string? Call =>
        _call
        ?? _ownCalls.Find(call => IoCalls.IsOutside(_io.ReachBehind(call)))?.TargetMethod.Name
        ?? _other
        ?? _ownCalls.Find(call => _io.ReachBehind(call) != IoKinds.None)?.TargetMethod.Name;

    /// <summary>
    /// The caller's cancellation token, and the awaited call that receives it. A pause alone is not worth a word.
    /// </summary>
    public (IOperation Token, string Receiver)? Cancellation =>
        (_reach & ~(IoKinds.Format | IoKinds.Overflow)) == IoKinds.None ? null : _cancellation;

    /// <summary>Whether something can fail here that is not the program's own fault.</summary>
    public bool ReachesOut => ReachesOutHere || IoCalls.IsOutside(ReachBehind);

    /// <summary>Elements are added to something that was there before.</summary>
    public bool Gathers { get; private set; }

    /// <summary>When it works, the function is left, or the loop around.</summary>
    public bool Leaves { get; private set; }

    /// <summary>Something is called or awaited at all.</summary>
    public bool DoesSomething => _calls || Awaits || _reach != IoKinds.None;

    /// <summary>Only closes, deletes and stops.</summary>
    public bool OnlyCleansUp => _calls && !_callsOther;

    private bool ReachesOutHere => IoCalls.IsOutside(_reach);

    private IoKinds ReachBehind => _ownCalls.Aggregate(IoKinds.None, (reach, call) => reach | _io.ReachBehind(call));

    /// <summary>Whether a local, field or property gets its value or its elements here.</summary>
    public bool Fills(ISymbol symbol) => _written.Contains(symbol);
}
