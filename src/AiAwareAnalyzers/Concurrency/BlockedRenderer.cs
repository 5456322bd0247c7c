using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
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
        if (component is not null && !TestCode.Of(start.Compilation).IsTestProject)
            start.RegisterOperationAction(
                context => Analyze(context, component), OperationKind.PropertyReference, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol component)
    {
        if (WaitedForBy(context.Operation) is not { } task
            || !context.ContainingSymbol.ContainingType.Inherits(component)
            || IsOver(task, context)
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
    private static bool IsOver(IOperation task, OperationAnalysisContext context)
    {
        var origin = Locals.Around(task, context.Compilation).Follow(task);
        return origin is IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType: var type } }
                && Tasks.IsTask(type)
            || origin is IMemberReferenceOperation { Member: { Name: "CompletedTask", ContainingType: var owner } }
                && Tasks.IsTask(owner)
            || Values.VariableOrPropertyOf(task.AsWritten()) is { } variable && IsAwaited(variable, task);
    }

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
}
