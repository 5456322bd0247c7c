using System.Runtime.CompilerServices;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>What the body of a function does besides logging, waiting and handing out new values: every body is walked once.</summary>
internal sealed class Efforts
{
    private readonly ConditionalWeakTable<SyntaxNode, Effort> _known = new();
    private readonly ResultTypes _results;

    private Efforts(Compilation compilation) => _results = ResultTypes.Of(compilation);

    public static Efforts Of(Compilation compilation) => Facts.Of(compilation, static c => new Efforts(c));

    /// <summary>The effort of a method, accessor, local function or lambda; the walk ends at the first piece of work.</summary>
    public Effort Of(IOperation function) => _known.GetValue(function.Syntax, _ => new Effort(BodyOf(function), _results));

    private static IOperation? BodyOf(IOperation function) => function switch
    {
        IMethodBodyOperation method => method.BlockBody ?? method.ExpressionBody,
        ILocalFunctionOperation local => local.Body,
        IAnonymousFunctionOperation lambda => lambda.Body,
        _ => null,
    };
}

/// <summary>What one body does.</summary>
internal sealed class Effort
{
    private readonly List<IOperation> _answers = new();
    private readonly HashSet<ISymbol> _used = new(SymbolEqualityComparer.Default);
    private readonly List<string> _texts = new();
    private readonly ResultTypes _results;

    public Effort(IOperation? body, ResultTypes results)
    {
        _results = results;
        IsNone = body is not null;
        if (body is not null) See(body);
        CanComplete = Operations.CanComplete(body);
    }

    /// <summary>Nothing is done: no call but of loggers, factories and constructors, and nothing outside the body changes.</summary>
    public bool IsNone { get; private set; }

    /// <summary>It says by an exception that something is not there.</summary>
    public bool IsHonest { get; private set; }

    /// <summary>Whether control can come out at the end.</summary>
    public bool CanComplete { get; }

    /// <summary>The values it returns, in source order. Complete only where nothing is done.</summary>
    public IReadOnlyList<IOperation> Answers => _answers;

    /// <summary>Texts that it logs or hands out.</summary>
    public IReadOnlyList<string> Texts => _texts;

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
            case IThrowOperation { Exception: { } thrown }: IsHonest |= EmptyValues.Inside(thrown).Type is { Name: "NotImplementedException" or "NotSupportedException" }; break;
            case ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } }: _texts.Add(text); break;
            case IFieldReferenceOperation { ConstantValue: { HasValue: true, Value: string text } }: _texts.Add(text); break;
        }
    }

    private void NoteTexts(IInvocationOperation log)
    {
        foreach (var argument in log.Arguments)
            foreach (var part in Operations.Own(argument.Value))
                if (part.ConstantValue is { HasValue: true, Value: string text })
                    _texts.Add(text);
    }

    private bool IsWork(IOperation operation) => operation switch
    {
        IInvocationOperation call => !IsIdle(call),
        IAssignmentOperation assignment => !IsOwn(assignment.Target),
        IIncrementOrDecrementOperation step => !IsOwn(step.Target),
        IAwaitOperation awaited => EmptyValues.Inside(awaited.Operation) is not (IInvocationOperation or IPropertyReferenceOperation or ILiteralOperation or IObjectCreationOperation) && !IsOfTask(awaited.Operation),
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IEventAssignmentOperation or IForEachLoopOperation { IsAsynchronous: true } or IUsingOperation or ILockOperation => true,
        IUsingDeclarationOperation or IRaiseEventOperation or IAddressOfOperation => true,
        _ => false,
    };

    private static bool IsOfTask(IOperation operation) => operation is { ConstantValue.HasValue: true } or IDefaultValueOperation || EmptyValues.Inside(operation) is { ConstantValue.HasValue: true };

    /// <summary>A call that waits, logs, makes a value or guards against a bad argument.</summary>
    private bool IsIdle(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        return LogCalls.LoudnessOf(call) is not null
            || IsWaiting(method)
            || IsValueMaker(method)
            || IsGuard(method)
            || IsAnswer(method)
            || (method.IsStatic && IsFactory(method))
            || (method.Name is "Add" or "AddRange" or "Append" or "AppendLine" && call.Instance is not null && IsOwn(call.Instance));
    }

    private static bool IsWaiting(IMethodSymbol method) =>
        (method.ContainingType is { Name: "Task" or "ValueTask" } && method.Name is "Delay" or "Yield" or "FromResult")
        || method is { Name: "ConfigureAwait" } or { Name: "Sleep", ContainingType.Name: "Thread" };

    /// <summary>Members of the base library that make a value out of nothing, or out of constants.</summary>
    private static bool IsValueMaker(IMethodSymbol method) => method.ContainingType switch
    {
        { Name: "Guid" } => method.Name is "NewGuid" or "ToString" or "Parse" or "CreateVersion7",
        { Name: "Random" } => true,
        { Name: "RandomNumberGenerator" } => method.Name == "GetInt32",
        { Name: "DateTime" or "DateTimeOffset" or "TimeSpan" or "DateOnly" } => true,
        { SpecialType: SpecialType.System_String } => method.Name is "Format" or "Concat" or "Substring" or "ToUpper" or "ToLower" or "ToUpperInvariant" or "ToLowerInvariant" or "IsNullOrEmpty" or "IsNullOrWhiteSpace",
        { Name: "Array" } => method.Name == "Empty",
        { Name: "Enumerable" } => method.Name is "Empty" or "Repeat" or "Range" or "ToList" or "ToArray",
        _ => method.Name == "ToString",
    };

    /// <summary><c>ArgumentNullException.ThrowIfNull</c>.</summary>
    private static bool IsGuard(IMethodSymbol method) =>
        method.Name.StartsWith("ThrowIf", StringComparison.Ordinal) && method.ContainingType.Name.EndsWith("Exception", StringComparison.Ordinal);

    /// <summary><c>Ok(…)</c> and its kin.</summary>
    private static bool IsAnswer(IMethodSymbol method) => method.ContainingType is { Name: "ControllerBase" or "Controller" or "Results" or "TypedResults" };

    /// <summary>A static method that makes a Result, or one of its own type.</summary>
    private bool IsFactory(IMethodSymbol method)
    {
        var made = Tasks.Unwrap(method.ReturnType);
        return _results.IsResult(made) || SymbolEqualityComparer.Default.Equals(made.OriginalDefinition, method.ContainingType.OriginalDefinition) || _results.IsResult(method.ContainingType);
    }

    /// <summary>A local, a discard, or a member of something that was made here.</summary>
    private static bool IsOwn(IOperation target) => target switch
    {
        ILocalReferenceOperation or IDiscardOperation or IDeclarationExpressionOperation => true,
        IParameterReferenceOperation { Parameter.RefKind: not RefKind.None } => true,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } => true,
        IMemberReferenceOperation { Instance: { } instance } => IsOwn(instance),
        IArrayElementReferenceOperation element => IsOwn(element.ArrayReference),
        ITupleOperation tuple => tuple.Elements.All(IsOwn),
        IConversionOperation conversion => IsOwn(conversion.Operand),
        _ => false,
    };
}
