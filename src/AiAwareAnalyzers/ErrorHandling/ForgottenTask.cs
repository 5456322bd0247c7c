using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>A task that nobody awaits, and that nobody sees fail.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForgottenTask() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0509",
        title: "Nobody sees a task fail",
        messageFormat: "{0}, so nobody sees '{1}' fail; {2}",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A task that is discarded or never awaited, or an async lambda that becomes async void, fails without anybody seeing it, or ends the process.");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var catches = Catches.Of(start.Compilation);
        start.RegisterOperationAction(context => CheckStatement(context, catches), OperationKind.ExpressionStatement);
        start.RegisterOperationAction(context => CheckVariable(context, catches), OperationKind.VariableDeclarator);
        start.RegisterOperationAction(context => CheckLambda(context, catches), OperationKind.DelegateCreation);
    }

    private static void CheckStatement(OperationAnalysisContext context, Catches catches)
    {
        var expression = ((IExpressionStatementOperation)context.Operation).Operation;
        var isDiscarded = expression is ISimpleAssignmentOperation { Target: IDiscardOperation };
        var value = expression is ISimpleAssignmentOperation { Target: IDiscardOperation } discard ? discard.Value : expression;
        if (ForgottenTasks.StartedBy(value) is not { } call || !CanBeTold(context, catches, mustBeSilentCompiler: !isDiscarded)) return;

        Report(context, call, value, isDiscarded ? $"The task of '{call.TargetMethod.Name}' is discarded" : $"Nobody awaits the task of '{call.TargetMethod.Name}'");
    }

    /// <summary>A local that holds the task, and is never looked at again.</summary>
    private static void CheckVariable(OperationAnalysisContext context, Catches catches)
    {
        var variable = (IVariableDeclaratorOperation)context.Operation;
        if (!Tasks.IsTask(variable.Symbol.Type) || variable.GetVariableInitializer()?.Value is not { } value) return;
        if (variable.Parent?.Parent is not IVariableDeclarationGroupOperation { Parent: IBlockOperation block } || ForgottenTasks.StartedBy(value) is not { } call) return;
        if (IsMentioned(variable, block) || !CanBeTold(context, catches, mustBeSilentCompiler: false)) return;

        Report(context, call, value, $"'{variable.Symbol.Name}' is never awaited");
    }

    private static bool IsMentioned(IVariableDeclaratorOperation variable, IOperation block) => block.Syntax.DescendantTokens().Any(token =>
        token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == variable.Symbol.Name && !variable.Syntax.Span.Contains(token.Span));

    /// <summary>An async lambda where the caller only knows how to call an action.</summary>
    private static void CheckLambda(OperationAnalysisContext context, Catches catches)
    {
        var creation = (IDelegateCreationOperation)context.Operation;
        if (creation.Target is not IAnonymousFunctionOperation { Symbol: { IsAsync: true, ReturnsVoid: true } symbol } lambda) return;
        if (ForgottenTasks.IsEventHandler(creation, symbol) || ForgottenTasks.CatchesAll(lambda.Syntax) || ForgottenTasks.OnlyPauses(lambda)) return;
        if (IsExcused(context, catches, creation)) return;

        var taker = creation.Parent is IArgumentOperation { Parent: IInvocationOperation call } ? call.TargetMethod.Name : creation.Type?.Name;
        var awaited = ForgottenTasks.FirstAwaited(lambda) ?? "it";
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptor, ForgottenTasks.HeadOf(lambda.Syntax), $"'{taker}' takes no task, and this async lambda becomes async void", awaited, "catch and log inside, or use an overload that takes a Func<Task>"));
    }

    private static void Report(OperationAnalysisContext context, IInvocationOperation call, IOperation value, string observation)
    {
        var way = call.TargetMethod.Name == "ContinueWith" ? "look at the Exception of the finished task in the continuation" : "await it, return it, or catch and log inside";
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, value.Syntax.GetLocation(), observation, call.TargetMethod.Name, way));
    }

    /// <summary>In an async function the compiler itself speaks of a call that is not awaited.</summary>
    private static bool CanBeTold(OperationAnalysisContext context, Catches catches, bool mustBeSilentCompiler) =>
        !(mustBeSilentCompiler && Operations.FunctionOf(context.Operation, context.ContainingSymbol) is { IsAsync: true }) && !IsExcused(context, catches, context.Operation);

    /// <summary>A test, or a comment that says who sees the failure.</summary>
    private static bool IsExcused(OperationAnalysisContext context, Catches catches, IOperation operation) =>
        (catches.FunctionOf(operation, context.ContainingSymbol) is { } place && (place.Promise & Promise.Test) != 0) || Comments.ExplainStatement(operation.Syntax);
}
