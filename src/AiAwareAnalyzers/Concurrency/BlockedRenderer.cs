using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>A component that waits for a task and so blocks the renderer that the task needs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockedRenderer() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1021",
        title: "A component blocks its renderer until a task ends",
        messageFormat: "'{0}' blocks the renderer, which the task may need to go on: then neither ever ends, and "
            + "WebAssembly cannot wait at all; await it in {1} and keep the result",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "All code of a component runs in turns on one renderer: what blocks it keeps the rest of the task "
            + "that it waits for from ever running.",
        alsoKnownAs: "sync over async, deadlock, Task.Result, Cannot wait on monitors on this runtime",
        cwe: [833]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var component = start.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Components.ComponentBase");
        if (component is null || TestCode.Of(start.Compilation).IsTestProject) return;

        var ended = new EndedTasks(start.Compilation);
        start.RegisterOperationAction(
            context => Analyze(context, component, ended), OperationKind.PropertyReference, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol component, EndedTasks ended)
    {
        if (WaitedForBy(context.Operation) is not { } task
            || !context.ContainingSymbol.ContainingType.Inherits(component)
            || IsOver(task, ended, context.Compilation)
            || RunsElsewhere(context.Operation))
            return;

        context.Report(Diagnostic.Create(
            Descriptor,
            context.Operation.Syntax.GetLocation(),
            Quote.Of(context.Operation.Syntax),
            Bodies.FunctionOf(context.Operation, context.ContainingSymbol) is { Name: { Length: > 0 } name }
                && name.StartsWith("On", StringComparison.Ordinal)
                ? $"an async '{name}'"
                : "'OnInitializedAsync', 'OnParametersSetAsync' or an async handler"));
    }

    /// <summary>The task behind <c>Result</c>, <c>Wait()</c> and <c>GetAwaiter().GetResult()</c>.</summary>
    private static IOperation? WaitedForBy(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task }
            when Tasks.IsTask(task.Type) => task,
        IInvocationOperation { TargetMethod.Name: "Wait", Instance: { } task, Arguments.IsEmpty: true }
            when Tasks.IsTask(task.Type) => task,
        IInvocationOperation { TargetMethod.Name: "GetResult", Instance: { } awaiter } =>
            awaiter.AsWritten() is IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } task }
            && Tasks.IsTask(task.Without(Wrappers.Awaits).Type)
                ? task.Without(Wrappers.Awaits)
                : null,
        _ => null,
    };

    /// <summary>Whether a task has ended for certain, or somebody has awaited or asked it before.</summary>
    private static bool IsOver(IOperation task, EndedTasks ended, Compilation compilation) =>
        ended.Have(Locals.Around(task, compilation).Follow(task))
        || Values.VariableOrPropertyOf(task.AsWritten()) is { } variable && IsAwaited(variable, task);

    /// <summary>A parameter is somebody else's; all others are awaited, or asked, in the same body.</summary>
    private static bool IsAwaited(ISymbol variable, IOperation task) =>
        variable is IParameterSymbol
        || task.Root().DescendantsAndSelf().Any(mention =>
            SymbolEqualityComparer.Default.Equals(Values.VariableOrPropertyOf(mention), variable)
            && (mention.Ancestors().Any(static around => around is IAwaitOperation)
                || mention.Parent is IIsPatternOperation
                    or IPropertyReferenceOperation { Property.Name: not "Result" }));

    /// <summary>A lambda that is given to <c>Task.Run</c> or a timer has a thread of its own.</summary>
    private static bool RunsElsewhere(IOperation wait) =>
        wait.Ancestors().OfType<IAnonymousFunctionOperation>().Any(static lambda =>
            lambda.Parent?.User() is IInvocationOperation { TargetMethod.Name: "Run" or "StartNew" or "ContinueWith" }
                or IObjectCreationOperation { Type.Name: "Timer" or "Thread" });

    /// <summary>Which tasks have ended when they are handed out: nobody waits for them, whoever asks.</summary>
    private sealed class EndedTasks(Compilation compilation)
    {
        /// <summary>How many methods hand such a task on.</summary>
        private const int Patience = 4;

        private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);

        public bool Have(IOperation task) => Have(task, Trail.OfSteps(Patience));

        private bool Have(IOperation task, Trail trail) => task.Bare() switch
        {
            _ when CallStack.IsNearlyFull => false,
            IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType: var type } } =>
                Tasks.IsTask(type),
            IInvocationOperation call => trail.TryPass(call.TargetMethod.OriginalDefinition, out var further)
                && _summaries.Behind(call.TargetMethod) is { IsEmpty: false } bodies
                && bodies.All(body => IsWithoutWait(body, further)),
            IMemberReferenceOperation { Member: { Name: "CompletedTask", ContainingType: var owner } } =>
                Tasks.IsTask(owner),
            IObjectCreationOperation { Type: { Name: "ValueTask" } type, Arguments: [{ Value: var value }] } =>
                Tasks.IsTask(type) && !Tasks.IsTask(value.Type) && value.Type?.Name != "IValueTaskSource",
            IConditionalOperation { WhenFalse: { } otherwise } choice =>
                Have(choice.WhenTrue, trail) && Have(otherwise, trail),
            ISwitchExpressionOperation choice => choice.Arms.All(arm => Have(arm.Value, trail)),
            ILocalReferenceOperation local =>
                trail.InitialValueOf(local, out var further) is { } first && Have(first, further),
            IThrowOperation => true,
            _ => false,
        };

        /// <summary>It hands out tasks that have ended, or awaits none but such.</summary>
        private bool IsWithoutWait(MethodSummary summary, Trail trail) =>
            summary.Body is { } body
            && (summary.Method.IsAsync
                ? Bodies.Own(body).All(part => part is not IForEachLoopOperation { IsAsynchronous: true }
                    and not IUsingOperation { IsAsynchronous: true }
                    and not IUsingDeclarationOperation { IsAsynchronous: true }
                    && (part is not IAwaitOperation wait || Have(wait.Operation, trail)))
                : summary.Answers.ToList() is { Count: > 0 } answers && answers.TrueForAll(each => Have(each, trail)));
    }
}
