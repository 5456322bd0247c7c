using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.ErrorHandling.Failures;

/// <summary>Which calls start a task that can fail, and whether somebody sees that.</summary>
internal static class ForgottenTasks
{
    /// <summary>Calls that take something out of memory, and cannot fail where it is gone.</summary>
    private static readonly ImmutableHashSet<string> Tidying = WordSet.Of(
        "Clear ContainsKey Remove TryGetValue TryRemove");

    /// <summary>
    /// The call that starts a task whose failure nobody but its holder would see; null for any other value.
    /// </summary>
    public static IInvocationOperation? StartedBy(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true } conversion) value = conversion.Operand;
        if (value is IConditionalAccessOperation access) value = access.WhenNotNull;
        if (value is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task }) value = task;
        return value is IInvocationOperation call && Tasks.IsTask(call.TargetMethod.ReturnType) && CanFail(call)
            ? call
            : null;
    }

    /// <summary>Subscriptions and event handlers are async void by design.</summary>
    public static bool IsEventHandler(IDelegateCreationOperation creation, IMethodSymbol lambda) =>
        creation.Parent is IEventAssignmentOperation
        || (creation.Type?.Name.EndsWith("EventHandler", StringComparison.Ordinal) ?? false)
        || lambda.Parameters.Any(static parameter =>
            parameter.Type.Name.EndsWith("EventArgs", StringComparison.Ordinal));

    /// <summary>Awaits nothing but the clock.</summary>
    public static bool OnlyPauses(IAnonymousFunctionOperation lambda) => FirstAwaited(lambda) is null;

    /// <summary>The first awaited call that can fail, by name.</summary>
    public static string? FirstAwaited(IAnonymousFunctionOperation lambda)
    {
        foreach (var awaited in Bodies.Own(lambda).OfType<IAwaitOperation>())
        {
            if (awaited.Settled() is not IInvocationOperation call) return "it";
            if (CanFail(call)) return call.TargetMethod.Name;
        }

        return null;
    }

    /// <summary>
    /// The work that a call starts: what <c>InvokeAsync(LoadAsync)</c> and <c>Task.Run(() => Load())</c> are given, or
    /// the call itself.
    /// </summary>
    public static string WorkOf(IInvocationOperation call)
    {
        if (!IsStart(call.TargetMethod) && call.TargetMethod.Name != "InvokeAsync") return call.TargetMethod.Name;
        foreach (var part in call.Arguments.SelectMany(static argument => argument.Value.DescendantsAndSelf()))
            if (part is IMethodReferenceOperation given) return given.Method.Name;
            else if (part is IInvocationOperation work && !IsPause(work)) return work.TargetMethod.Name;
        return call.TargetMethod.Name;
    }

    /// <summary>What only waits, or says how long.</summary>
    private static bool IsPause(IInvocationOperation call) =>
        call.TargetMethod is { Name: var name, ContainingType: { } type }
        && (name == "ConfigureAwait"
            || type.Name == nameof(TimeSpan)
            || (Tasks.IsTask(type) && name is "Delay" or "Yield"));

    /// <summary>What to underline of a lambda: all that stands before its body.</summary>
    public static Location HeadOf(SyntaxNode lambda) =>
        lambda is AnonymousFunctionExpressionSyntax { Body: var body } && body.SpanStart > lambda.SpanStart
            ? Location.Create(
                lambda.SyntaxTree,
                TextSpan.FromBounds(lambda.SpanStart, body.GetFirstToken().GetPreviousToken().Span.End))
            : lambda.GetLocation();

    private static bool CanFail(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (Tasks.IsTask(method.ContainingType)
            && method.Name is "Delay" or "FromResult" or "Yield" or "FromCanceled" or "Preserve")
            return false;
        if (method.Name is "CancelAsync" or "DisposeAsync" || Words.Of(method.Name).Contains("forget")) return false;
        if (method.ContainingNamespace is { Name: "JSInterop" } || SafeFunctions.IsRefresh(call) || IsKept(call))
            return false;
        if (IsQueued(call)) return false;
        if (method.Name == "ContinueWith")
            return !LooksAtFault(call) && !OnlyTidies(call) && !OnlyDrawsLater(call);
        if (IsStart(method)) return !GivenWork.CannotFail(call);
        if (method.Name == "InvokeAsync" && GivenWork.CannotFail(call)) return false;
        return call.SemanticModel is not { Compilation: var compilation }
            || !SafeFunctions.NeverFail(method, compilation);
    }

    /// <summary>
    /// The call leaves its task in a variable of ours: <c>LazyInitializer.EnsureInitialized(ref _task, …)</c>.
    /// </summary>
    private static bool IsKept(IInvocationOperation call) =>
        call.Arguments.Any(static argument =>
            argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out } parameter && Tasks.IsTask(parameter.Type));

    /// <summary>
    /// A command in a batch or a transaction of Redis: it is only queued, its task ends after <c>Execute</c>, and to
    /// await it before would wait for ever.
    /// </summary>
    private static bool IsQueued(IInvocationOperation call) =>
        call.Instance?.Type is { Name: "IBatch" or "ITransaction", ContainingNamespace:
            { Name: "Redis", ContainingNamespace.Name: "StackExchange" } }
        && call.TargetMethod.Name != "ExecuteAsync";

    /// <summary><c>Task.Run</c> and <c>StartNew</c>: what fails is the lambda.</summary>
    private static bool IsStart(IMethodSymbol method) =>
        method.Name is "Run" or "StartNew" && method.ContainingType.Name is "Task" or "TaskFactory";

    private static SyntaxNode? LambdaOf(IInvocationOperation call) =>
        call.Arguments.Select(static argument =>
            argument.Syntax.DescendantNodesAndSelf().OfType<AnonymousFunctionExpressionSyntax>().FirstOrDefault())
            .FirstOrDefault(static lambda => lambda is not null);

    /// <summary>
    /// A continuation that reads what became of the task, hands the task on, runs only when it failed, or is written
    /// elsewhere.
    /// </summary>
    private static bool LooksAtFault(IInvocationOperation call) =>
        LambdaOf(call) is not { } lambda
        || HandsOn(lambda)
        || call.Arguments.Any(static argument => argument.Syntax.DescendantTokens().Any(static token =>
            token.IsKind(SyntaxKind.IdentifierToken)
            && token.ValueText is "Exception" or "IsFaulted" or "OnlyOnFaulted" or "NotOnRanToCompletion" or "Status"
                or "IsCompletedSuccessfully"));

    /// <summary><c>Task.Delay(lifetime).ContinueWith(_ => cache.Remove(key))</c>.</summary>
    private static bool OnlyTidies(IInvocationOperation call) =>
        call.Instance is IInvocationOperation { TargetMethod: { Name: "Delay", ContainingType.Name: "Task" } }
        && LambdaOf(call) is { } lambda
        && lambda.DescendantNodes().OfType<InvocationExpressionSyntax>().ToList() is { Count: > 0 } calls
        && calls.TrueForAll(static inner =>
            inner.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }
            && Tidying.Contains(name));

    /// <summary>
    /// <c>Task.Delay(3000).ContinueWith(_ => { InvokeAsync(() => { _text = ""; StateHasChanged(); }); })</c>.
    /// </summary>
    private static bool OnlyDrawsLater(IInvocationOperation call) =>
        call.Instance is IInvocationOperation
            { TargetMethod: { Name: "Delay", ContainingType.Name: "Task" }, Arguments.Length: 1 }
        && call.Arguments.Select(static argument => argument.Value.Lambda()).FirstOrDefault()?.Body
            is { Operations: { IsEmpty: false } statements }
        && statements.All(static statement => statement is IReturnOperation { ReturnedValue: null }
            || CallIn(statement) is { TargetMethod.Name: "InvokeAsync" } drawn && !CanFail(drawn));

    private static IInvocationOperation? CallIn(IOperation statement) => statement switch
    {
        IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: IDiscardOperation } discard } =>
            discard.Value as IInvocationOperation,
        IExpressionStatementOperation { Operation: var value } => value as IInvocationOperation,
        IReturnOperation { ReturnedValue: { } value } => value.Unconverted() as IInvocationOperation,
        _ => null,
    };

    private static bool HandsOn(SyntaxNode lambda)
    {
        var task = lambda.DescendantNodes().OfType<ParameterSyntax>().FirstOrDefault()?.Identifier.ValueText;
        return lambda.DescendantNodes()
            .OfType<ArgumentSyntax>()
            .Any(argument => argument.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == task);
    }
}
