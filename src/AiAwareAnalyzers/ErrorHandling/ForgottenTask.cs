using AiAwareAnalyzers.ErrorHandling.Catches;
using AiAwareAnalyzers.ErrorHandling.Failures;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Outcomes;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>A task that nobody awaits, and that nobody sees fail.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForgottenTask() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0509",
        title: "A task's failure is never observed",
        messageFormat: "{0}, so a failure of {1} goes unnoticed; {2}",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A task that is discarded or never awaited, or an async lambda that becomes async void, fails "
            + "unnoticed or ends the process.",
        alsoKnownAs: "fire and forget, async void, unobserved task exception");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var catches = CatchClauses.Of(start.Compilation);
        start.RegisterOperationAction(context => CheckStatement(context, catches), OperationKind.ExpressionStatement);
        start.RegisterOperationAction(context => CheckVariable(context, catches), OperationKind.VariableDeclarator);
        start.RegisterOperationAction(context => CheckLambda(context, catches), OperationKind.DelegateCreation);
    }

    private static void CheckStatement(OperationAnalysisContext context, CatchClauses catches)
    {
        var expression = ((IExpressionStatementOperation)context.Operation).Operation;
        var isDiscarded = expression is ISimpleAssignmentOperation { Target: IDiscardOperation };
        var value = expression is ISimpleAssignmentOperation { Target: IDiscardOperation } discard
            ? discard.Value
            : expression;
        if (ForgottenTasks.StartedBy(value) is not { } call
            || IsDoneAtOnce(call, context.Compilation)
            || IsOfBinding(call, context.ContainingSymbol)
            || !CanBeTold(context, catches, mustBeSilentCompiler: !isDiscarded))
            return;

        var named = CallbackReceivers.CallbackOf(call) is { } callback
            ? $"'{callback.Name}.{call.TargetMethod.Name}'"
            : $"'{call.TargetMethod.Name}'";
        Report(context, call, value, $"The task of {named} is {(isDiscarded ? "discarded" : "never awaited")}");
    }

    /// <summary>A property that a form is bound to tells its parent, and nobody can await a setter.</summary>
    private static bool IsOfBinding(IInvocationOperation call, ISymbol place) =>
        place is IMethodSymbol { MethodKind: MethodKind.PropertySet } && CallbackReceivers.CallbackOf(call) is not null;

    /// <summary>All that stands behind the call returns a task that is completed: what fails there is thrown.</summary>
    private static bool IsDoneAtOnce(IInvocationOperation call, Compilation compilation) =>
        MethodSummaries.Of(compilation).Behind(call.TargetMethod) is { IsEmpty: false } bodies
        && bodies.All(static body => !body.Method.IsAsync
            && body.Answers.Any()
            && body.Answers.All(static answer => IsCompleted(answer.Unconverted())));

    private static bool IsCompleted(IOperation answer) => answer switch
    {
        IPropertyReferenceOperation { Property.Name: "CompletedTask" } or IDefaultValueOperation => true,
        IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" } } =>
            true,
        IObjectCreationOperation { Type.Name: "ValueTask", Arguments: { Length: 1 } given } =>
            !Tasks.IsTask(given[0].Value.Type) && given[0].Value.Type?.Name != "IValueTaskSource",
        _ => false,
    };

    /// <summary>A local that holds the task, and is never looked at again.</summary>
    private static void CheckVariable(OperationAnalysisContext context, CatchClauses catches)
    {
        var variable = (IVariableDeclaratorOperation)context.Operation;
        if (!Tasks.IsTask(variable.Symbol.Type) || variable.GetVariableInitializer()?.Value is not { } value) return;
        if (variable.Parent?.Parent is not IVariableDeclarationGroupOperation { Parent: IBlockOperation }
            || ForgottenTasks.StartedBy(value) is not { } call
            || IsDoneAtOnce(call, context.Compilation)
            || Locals.Around(variable, context.Compilation).MentionsOf(variable.Symbol).Count > 0
            || !CanBeTold(context, catches, mustBeSilentCompiler: false))
            return;

        Report(context, call, value, $"'{variable.Symbol.Name}' is never awaited");
    }

    /// <summary>An async lambda where the caller only knows how to call an action.</summary>
    private static void CheckLambda(OperationAnalysisContext context, CatchClauses catches)
    {
        var creation = (IDelegateCreationOperation)context.Operation;
        if (creation.Target
            is not IAnonymousFunctionOperation { Symbol: { IsAsync: true, ReturnsVoid: true } symbol } lambda)
            return;
        if (ForgottenTasks.IsEventHandler(creation, symbol)
            || OwnCatches.TakeAll(lambda.Syntax)
            || ForgottenTasks.OnlyPauses(lambda))
            return;
        if (IsExcused(context, catches, creation)) return;

        var taker = creation.Parent is IArgumentOperation { Parent: IInvocationOperation call }
            ? call.TargetMethod.Name
            : creation.Type?.Name;
        var awaited = ForgottenTasks.FirstAwaited(lambda) ?? "it";
        context.Report(Diagnostic.Create(
            Descriptor,
            ForgottenTasks.HeadOf(lambda.Syntax),
            $"'{taker}' takes no task, and this async lambda becomes async void",
            $"'{awaited}'",
            "catch and log inside the lambda, or use an overload that takes a Func<Task>"));
    }

    private static void Report(
        OperationAnalysisContext context, IInvocationOperation call, IOperation value, string observation)
    {
        if (CallbackReceivers.CallbackOf(call) is { } callback)
        {
            ReportCallback(context, callback, value, observation);
            return;
        }

        var way = call.TargetMethod.Name == "ContinueWith"
            ? "check the Exception of the finished task in the continuation"
            : "await it, return it, or catch and log inside";
        context.Report(Diagnostic.Create(
            Descriptor, value.Syntax.GetLocation(), observation, $"'{ForgottenTasks.WorkOf(call)}'", way));
    }

    /// <summary>
    /// What fails in a receiver that awaits nothing comes out at once; only where one is seen to await, a failure is
    /// certain to be lost.
    /// </summary>
    private static void ReportCallback(
        OperationAnalysisContext context, ISymbol callback, IOperation value, string observation)
    {
        var isAwaiting = CallbackReceivers.Of(context.Compilation).AnyAwaits(callback);
        context.Report(Diagnostic.Create(
            Descriptor,
            value.Syntax.GetLocation(),
            observation,
            isAwaiting ? $"the receiver of '{callback.Name}'" : $"a receiver of '{callback.Name}' that awaits",
            "await it, or return it from a method that returns a Task"));
    }

    /// <summary>In an async function the compiler itself speaks of a call that is not awaited.</summary>
    private static bool CanBeTold(OperationAnalysisContext context, CatchClauses catches, bool mustBeSilentCompiler) =>
        !(mustBeSilentCompiler
            && Bodies.FunctionOf(context.Operation, context.ContainingSymbol) is { IsAsync: true })
        && !IsExcused(context, catches, context.Operation);

    /// <summary>A test, or a comment that says who sees the failure.</summary>
    private static bool IsExcused(OperationAnalysisContext context, CatchClauses catches, IOperation operation) =>
        (catches.FunctionOf(operation, context.ContainingSymbol) is { } place && (place.Promise & Promise.Test) != 0)
        || Comments.ExplainStatement(operation.Syntax);
}
