using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>What one body does.</summary>
internal sealed class Effort
{
    private readonly List<IOperation> _answers = new();
    private readonly HashSet<ISymbol> _used = new(SymbolEqualityComparer.Default);
    private readonly List<string> _texts = new();
    private readonly List<string> _loggedTexts = new();
    private readonly IdleCalls _idle;

    public Effort(IOperation? body, IdleCalls idle)
    {
        _idle = idle;
        IsNone = body is not null;
        if (body is not null) See(body);
        CanComplete = Bodies.CanComplete(body);
    }

    /// <summary>
    /// Nothing is done: no call but of loggers, factories and constructors, and nothing outside the body changes.
    /// </summary>
    public bool IsNone { get; private set; }

    /// <summary>It says by an exception that something is not there.</summary>
    public bool IsHonest { get; private set; }

    /// <summary>Whether control can come out at the end.</summary>
    public bool CanComplete { get; }

    /// <summary>The values it returns, in source order. Complete only where nothing is done.</summary>
    public IReadOnlyList<IOperation> Answers => _answers;

    /// <summary>Texts that it logs or hands out.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>Those that it logs.</summary>
    public IReadOnlyList<string> LoggedTexts => _loggedTexts;

    /// <summary>
    /// A wait of a fixed time that stands in no loop and behind no question: nothing is waited for.
    /// </summary>
    public IInvocationOperation? Pause { get; private set; }

    /// <summary>Whether a parameter is looked at, other than to log it.</summary>
    public bool Uses(IParameterSymbol parameter) => _used.Contains(parameter);

    private void See(IOperation body)
    {
        var open = new Stack<IOperation>();
        open.Push(body);
        while (open.Count > 0 && IsNone)
        {
            var operation = open.Pop();
            if (operation is ILocalFunctionOperation) continue;
            if (IsWork(operation)) IsNone = false;
            Note(operation);
            if (operation is IAnonymousFunctionOperation) continue;
            if (operation is IInvocationOperation call && LogCalls.LoudnessOf(call) is not null) NoteTexts(call);
            else foreach (var child in operation.ChildOperations.Reverse()) open.Push(child);
        }
    }

    private void Note(IOperation operation)
    {
        switch (operation)
        {
            case IReturnOperation { ReturnedValue: { } value }: _answers.Add(value); break;
            case IParameterReferenceOperation parameter: _used.Add(parameter.Parameter); break;
            case IInvocationOperation call when Pauses.IsOne(call): Pause ??= call; break;
            case IThrowOperation { Exception: { } thrown }:
                IsHonest |=
                    thrown.Settled().Type is { Name: "NotImplementedException" or "NotSupportedException" };
                break;
            case ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } }: _texts.Add(text); break;
            case IFieldReferenceOperation { ConstantValue: { HasValue: true, Value: string text } }:
                _texts.Add(text);
                break;
        }
    }

    private void NoteTexts(IInvocationOperation log)
    {
        foreach (var text in LogLines.TextsIn(log))
        {
            _texts.Add(text);
            _loggedTexts.Add(text);
        }
    }

    private bool IsWork(IOperation operation) => operation switch
    {
        IInvocationOperation call => !_idle.Contain(call) && !OnlyMakesText(call),
        _ => IsChange(operation),
    };

    /// <summary>Whatever it is but a call.</summary>
    private static bool IsChange(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => !IdleCalls.IsOwn(assignment.Target),
        IIncrementOrDecrementOperation step => !IdleCalls.IsOwn(step.Target),
        IAwaitOperation awaited =>
            awaited.Operation.Settled() is not (IInvocationOperation or IPropertyReferenceOperation
                or ILiteralOperation or IObjectCreationOperation)
            && !IsOfTask(awaited.Operation),
        IDynamicInvocationOperation
        or IDynamicMemberReferenceOperation
        or IEventAssignmentOperation
        or IForEachLoopOperation { IsAsynchronous: true }
        or IUsingOperation
        or ILockOperation => true,
        IUsingDeclarationOperation made => !made.DeclarationGroup.Declarations
            .SelectMany(static declaration => declaration.Declarators)
            .All(static declarator => declarator.Symbol.Type.Name is "MailMessage" or "StringWriter"),
        IRaiseEventOperation or IAddressOfOperation => true,
        _ => false,
    };

    /// <summary>A function of the same type that puts a text together, and does nothing else.</summary>
    private bool OnlyMakesText(IInvocationOperation call) =>
        call.TargetMethod is { ReturnType.SpecialType: SpecialType.System_String, DeclaredAccessibility:
            Accessibility.Private or Accessibility.NotApplicable, DeclaringSyntaxReferences.IsEmpty: false } maker
        && call.SemanticModel is { Compilation: var compilation }
        && ReturnValues.BodyOf(maker, compilation) is { } body
        && body.DescendantsAndSelf().All(part => part switch
        {
            IInvocationOperation inner => _idle.Contain(inner),
            _ => !IsChange(part),
        });

    private static bool IsOfTask(IOperation operation) =>
        operation is { ConstantValue.HasValue: true } or IDefaultValueOperation
        || operation.Settled() is { ConstantValue.HasValue: true };
}
