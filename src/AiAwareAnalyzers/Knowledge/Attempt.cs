namespace AiAwareAnalyzers.Knowledge;

/// <summary>What the body of a try does.</summary>
internal sealed class Attempt
{
    private static readonly ImmutableHashSet<string> CleanupNames = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Dispose", "DisposeAsync", "Close", "CloseAsync", "Delete", "Kill", "Cancel", "CancelAsync", "Abort", "Stop", "StopAsync", "Shutdown", "ShutdownAsync", "Release",
        "Disconnect", "DisconnectAsync", "Unsubscribe", "Rollback", "RollbackAsync", "WaitForExit", "Join", "Exists", "Clear", "Flush", "Complete", "TryComplete");

    private readonly HashSet<ISymbol> _written = new(SymbolEqualityComparer.Default);
    private readonly SyntaxNode _body;
    private (IOperation Token, string Receiver)? _cancellation;
    private bool _callsOther;
    private bool _calls;

    /// <summary>Learns about a try from one walk; a try inside adds what is known of it already.</summary>
    public Attempt(ITryOperation statement, InputOutput io, Func<ITryOperation, Attempt> inner)
    {
        _body = statement.Body.Syntax;
        var open = new Stack<IOperation>();
        open.Push(statement.Body);
        while (open.Count > 0)
        {
            var operation = open.Pop();
            if (operation is ITryOperation nested) Add(inner(nested), keepsCancellation: nested.Catches.Any(IsOfCancellation));
            else See(operation, io);

            // Of a nested try only the handlers and the finally are new.
            foreach (var child in operation.ChildOperations.Reverse())
                if (operation is not ITryOperation around || child != around.Body)
                    open.Push(child);
        }
    }

    /// <summary>What it reaches for outside the process, together.</summary>
    public Reach Reach { get; private set; }

    public bool Awaits { get; private set; }

    /// <summary>The first call that leaves the process or is awaited, by name.</summary>
    public string? Call { get; private set; }

    /// <summary>The caller's cancellation token, and the awaited call that receives it. A pause alone is not worth a word.</summary>
    public (IOperation Token, string Receiver)? Cancellation => Reach == Reach.None ? null : _cancellation;

    /// <summary>Whether something can fail here that is not the program's own fault.</summary>
    public bool ReachesOut => (Reach & ~(Reach.Json | Reach.Script)) != 0;

    /// <summary>Elements are added to something that was there before.</summary>
    public bool Gathers { get; private set; }

    /// <summary>Something is called or awaited at all.</summary>
    public bool DoesSomething => _calls || Awaits || Reach != Reach.None;

    /// <summary>Only closes, deletes and stops.</summary>
    public bool OnlyCleansUp => _calls && !_callsOther;

    /// <summary>Whether a local, field or property gets its value or its elements here.</summary>
    public bool Fills(ISymbol symbol) => _written.Contains(symbol);

    /// <summary>A cancellation that an inner handler takes never comes to the outer one.</summary>
    private static bool IsOfCancellation(ICatchClauseOperation clause) => clause.ExceptionType.Name is "OperationCanceledException" or "TaskCanceledException";

    private void Add(Attempt inner, bool keepsCancellation)
    {
        Reach |= inner.Reach;
        Awaits |= inner.Awaits;
        Call ??= inner.Call;
        if (!keepsCancellation) _cancellation ??= inner._cancellation;
        Gathers |= inner.Gathers;
        _calls |= inner._calls;
        _callsOther |= inner._callsOther;
        _written.UnionWith(inner._written);
    }

    private void See(IOperation operation, InputOutput io)
    {
        switch (operation)
        {
            case IAwaitOperation awaited: SeeAwait(awaited, io); break;
            case IForEachLoopOperation { IsAsynchronous: true } or IUsingOperation { IsAsynchronous: true }: SeeReach(Reach.Unknown, null); break;
            case IInvocationOperation call: SeeCall(call, io); break;
            case IObjectCreationOperation creation: SeeReach(io.ReachOf(creation), creation.Type?.Name); break;
            case IAssignmentOperation assignment: SeeWritten(assignment.Target); break;
            case IIncrementOrDecrementOperation step: SeeWritten(step.Target); break;
        }
    }

    private void SeeCall(IInvocationOperation call, InputOutput io)
    {
        _calls = true;
        _callsOther |= !CleanupNames.Contains(call.TargetMethod.Name);
        SeeReach(io.ReachOf(call), call.TargetMethod.Name);
        if (call.TargetMethod.Name is "Add" or "AddRange" or "Append" or "AppendLine" or "Enqueue" or "Push" or "TryAdd" or "UnionWith" && call.Instance is { } filled)
        {
            Gathers = true;
            SeeWritten(filled);
        }
    }

    private void SeeAwait(IAwaitOperation awaited, InputOutput io)
    {
        Awaits = true;
        var task = EmptyValues.Inside(awaited.Operation);
        if (task is not IInvocationOperation call)
        {
            SeeReach(Reach.Unknown, null);
            return;
        }

        _cancellation ??= call.Arguments.Select(argument => argument.Value).FirstOrDefault(IsCallersToken) is { } token ? (token, call.TargetMethod.Name) : null;
        if (IsHarmless(call.TargetMethod)) return;
        SeeReach(io.ReachOf(call) is var known and not Reach.None ? known : Reach.Unknown, call.TargetMethod.Name);
    }

    private void SeeReach(Reach reach, string? name)
    {
        if (reach == Reach.None) return;
        Reach |= reach;
        Call ??= name;
    }

    private void SeeWritten(IOperation target)
    {
        if (SymbolOf(target) is { } symbol) _written.Add(symbol);
    }

    /// <summary>The local, field or property that an operation refers to.</summary>
    public static ISymbol? SymbolOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation { Arguments.Length: 0 } property => property.Property,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>Waiting for a clock or for nothing cannot fail.</summary>
    private static bool IsHarmless(IMethodSymbol method) => method.ContainingType.Name is "Task" or "ValueTask" && method.Name is "Delay" or "Yield" or "FromResult";

    /// <summary>A token that somebody else gave us. One of an own source is a time limit, and running into it is a failure.</summary>
    private bool IsCallersToken(IOperation value) =>
        value is { ConstantValue.HasValue: false, Type: { Name: "CancellationToken", ContainingNamespace.Name: "Threading" } }
        && value switch
        {
            IParameterReferenceOperation { Parameter: var parameter } => !IsDeclaredInside(parameter),
            IFieldReferenceOperation { Field.IsStatic: false } => IsKnownOutside(value),
            IPropertyReferenceOperation { Property: { IsStatic: false, ContainingType.Name: not "CancellationTokenSource" } } => IsKnownOutside(value),
            _ => false,
        };

    private bool IsKnownOutside(IOperation value) => !value.DescendantsAndSelf().Any(part => SymbolOf(part) is { Kind: SymbolKind.Local or SymbolKind.Parameter } local && IsDeclaredInside(local));

    private bool IsDeclaredInside(ISymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration && declaration.SyntaxTree == _body.SyntaxTree && _body.Span.Contains(declaration.Span);
}
