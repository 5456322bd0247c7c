using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Concurrency.Processes;

/// <summary>All that one function does with a program that was started, in the order of the source.</summary>
internal sealed class ProcessUses
{
    /// <summary>The pipes that a program writes to.</summary>
    public static readonly ImmutableArray<string> Pipes = ImmutableArray.Create("StandardOutput", "StandardError");

    private readonly IOperation _function;

    /// <summary>Locals that hold the reader of a pipe.</summary>
    private readonly Dictionary<ISymbol, string> _readers = new(SymbolEqualityComparer.Default);

    private ProcessUses(ISymbol process, IOperation function)
    {
        Process = process;
        _function = function;
        foreach (var operation in Bodies.Own(function))
        {
            if (PipeOf(operation) is { } pipe && ReaderOf(operation) is { } reader) _readers[reader] = pipe;
            else if (UseAt(operation) is { } use) All.Add(use);
            if (First is null && (IsWait(operation) || PipeOf(operation) is not null)) First = operation;
        }
    }

    /// <summary>The local, parameter or member that holds the process.</summary>
    public ISymbol Process { get; }

    /// <summary>The first place that waits for the program, or names one of its pipes.</summary>
    public IOperation? First { get; }

    public List<ProcessUse> All { get; } = new();

    /// <summary>The uses of the process that an operation is about; null where it is about none.</summary>
    public static ProcessUses? Around(IOperation operation) =>
        ProcessOf(operation) is { } process ? new(process, Bodies.Around(operation)) : null;

    /// <summary>The call that has just started the program of which something is asked.</summary>
    public static IInvocationOperation? StartedBy(IInvocationOperation asking) =>
        asking.Instance is { } receiver ? Asked(receiver).AsWritten() as IInvocationOperation : null;

    /// <summary>Whether an operation waits for a program, or names one of its pipes.</summary>
    public static bool IsAt(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "WaitForExit" or "WaitForExitAsync" } method } =>
            IsProcess(method.ContainingType),
        IPropertyReferenceOperation { Property: { Name: var name, ContainingType: var type } } =>
            Pipes.Contains(name) && IsProcess(type),
        _ => false,
    };

    /// <summary>The pipes that are read when a use has come to its end, and not before.</summary>
    public IEnumerable<string> ReadTooLateFor(ProcessUse use) =>
        IsRepeated(use) || IsOver(use)
            ? []
            : Pipes.Where(pipe =>
                pipe != use.Pipe
                && All.Find(each => each.Pipe == pipe) is { } reading
                && All.IndexOf(reading) > All.IndexOf(use)
                && Succession.Follows(reading.Place, use.Extent)
                && !IsNamedElsewhere(pipe));

    /// <summary>Whether something has ended the program before, or it has been seen to be over.</summary>
    public bool IsOver(ProcessUse use) =>
        All.TakeWhile(each => each != use).Any(static each => each.Step == ProcessStep.Kills)
        || RunsWhenOver(use.Place)
        || use.Place.Ancestors().OfType<IConditionalOperation>().Any(static choice =>
            choice.Condition.DescendantsAndSelf().Any(static operation =>
                operation is IPropertyReferenceOperation { Property.Name: "HasExited" }));

    /// <summary><c>process.Exited += (sender, e) => …</c>.</summary>
    private static bool RunsWhenOver(IOperation place) =>
        Bodies.FunctionAround(place)?.Parent?.User() is IEventAssignmentOperation
        {
            EventReference: IEventReferenceOperation { Event.Name: "Exited" },
        };

    /// <summary>Whether another function, such as a task that was started, names a pipe.</summary>
    public bool IsNamedElsewhere(string pipe) =>
        _function.Root().Descendants().Any(operation =>
            NamedBy(operation) == pipe && Bodies.Around(operation) != _function);

    /// <summary>A loop comes back to a process that it has not started, and may have read before.</summary>
    private bool IsRepeated(ProcessUse use) =>
        use.Extent.Ancestors().FirstOrDefault(static around => around is ILoopOperation) is { } loop
        && !Process.DeclaringSyntaxReferences.Any(reference =>
            reference.SyntaxTree == loop.Syntax.SyntaxTree && loop.Syntax.Span.Contains(reference.Span));

    private ProcessUse? UseAt(IOperation operation) =>
        NamedBy(operation) is { } pipe ? ReadingOf(operation, pipe)
        : IsWait(operation) ? new(operation, operation, null, ProcessStep.Waits)
        : operation is IInvocationOperation { TargetMethod.Name: "Kill" } && IsAbout(operation)
            ? new(operation, operation, null, ProcessStep.Kills)
        : null;

    /// <summary>The pipe that an operation names, also by a local, or has read in the background.</summary>
    private string? NamedBy(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => _readers.TryGetValue(local, out var pipe) ? pipe : null,
        IInvocationOperation { TargetMethod.Name: "BeginOutputReadLine" } when IsAbout(operation) => Pipes[0],
        IInvocationOperation { TargetMethod.Name: "BeginErrorReadLine" } when IsAbout(operation) => Pipes[1],
        _ => PipeOf(operation),
    };

    private string? PipeOf(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property.Name: var name } && IsAt(operation) && IsAbout(operation)
            ? name
            : null;

    private bool IsWait(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.Name: var name } call
        && IsAt(call)
        && IsAbout(call)
        && (name == "WaitForExit"
            ? call.Arguments.FirstOrDefault()?.Value.ConstantValue is not { HasValue: true, Value: 0 }
            : IsWaitedFor(call));

    private bool IsAbout(IOperation operation) =>
        SymbolEqualityComparer.Default.Equals(ProcessOf(operation), Process);

    private static ISymbol? ProcessOf(IOperation operation)
    {
        var (receiver, type) = operation switch
        {
            IInvocationOperation call => (call.Instance, call.TargetMethod.ContainingType),
            IPropertyReferenceOperation property => (property.Instance, property.Property.ContainingType),
            _ => (null, null),
        };
        return receiver is not null && IsProcess(type)
            ? Values.VariableOrPropertyOf(Asked(receiver).AsWritten())
            : null;
    }

    /// <summary><c>process?.WaitForExit()</c>.</summary>
    private static IOperation Asked(IOperation receiver) =>
        receiver is IConditionalAccessInstanceOperation
        && receiver.Ancestors().OfType<IConditionalAccessOperation>().FirstOrDefault() is { } access
            ? access.Operation
            : receiver;

    private static bool IsProcess(ITypeSymbol? type) =>
        type is { Name: "Process", ContainingNamespace.Name: "Diagnostics" };

    /// <summary><c>using var reader = process.StandardOutput;</c>.</summary>
    private static ISymbol? ReaderOf(IOperation pipe) =>
        Values.UserOf(pipe) is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation reader }
            ? reader.Symbol
            : null;

    private static ProcessUse ReadingOf(IOperation mention, string pipe) => ReadBy(mention) switch
    {
        IInvocationOperation { TargetMethod.Name: "ReadToEnd" or "CopyTo" } call =>
            new(call, call, pipe, ProcessStep.ReadsToEnd),
        IInvocationOperation { TargetMethod.Name: "ReadToEndAsync" or "CopyToAsync" } call when IsWaitedFor(call) =>
            new(call, call, pipe, ProcessStep.ReadsToEnd),
        { } line when LoopOn(line) is { } loop => new(line, loop, pipe, ProcessStep.ReadsToEnd),
        var other => new(other ?? mention, other ?? mention, pipe, ProcessStep.Reads),
    };

    /// <summary>The member of a reader, or of its stream, that is asked.</summary>
    private static IOperation? ReadBy(IOperation mention) => mention.Parent switch
    {
        IPropertyReferenceOperation { Property.Name: "BaseStream" } stream => stream.Parent as IInvocationOperation,
        IPropertyReferenceOperation { Property.Name: "EndOfStream" } end => end,
        IInvocationOperation call when call.Instance == mention => call,
        _ => null,
    };

    /// <summary><c>while ((line = reader.ReadLine()) != null)</c>, <c>while (!reader.EndOfStream)</c>.</summary>
    private static IOperation? LoopOn(IOperation line) =>
        line.Ancestors().OfType<IWhileLoopOperation>().FirstOrDefault(loop =>
            loop.Condition is { } condition && line.IsInside(condition));

    private static bool IsWaitedFor(IOperation task) =>
        task.IsAwaited()
        || task.Outermost().Parent switch
        {
            IPropertyReferenceOperation { Property.Name: "Result" } => true,
            IInvocationOperation { TargetMethod.Name: "Wait" or "GetAwaiter" } => true,
            IInvocationOperation { TargetMethod.Name: "WaitAsync" } limited => limited.IsAwaited(),
            _ => false,
        };
}
