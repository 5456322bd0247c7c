using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>A task, or a sequence to loop over, that may be null, where the compiler does not say so.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AwaitedNull() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0904",
        title: "A task or sequence that is null is awaited or walked",
        messageFormat: "{0}; {1}",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Awaiting null, or looping over null, throws a NullReferenceException; a method that returns a "
            + "task returns a finished one.",
        alsoKnownAs: "null Task, awaiting null, null dereference",
        cwe: [476]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterOperationAction(AnalyzeReturn, OperationKind.Return);
        start.RegisterOperationAction(AnalyzeAwait, OperationKind.Await);
        start.RegisterOperationAction(AnalyzeLoop, OperationKind.Loop);
    }

    private static void AnalyzeReturn(OperationAnalysisContext context)
    {
        if (((IReturnOperation)context.Operation).ReturnedValue is not { } answer || !IsTaskObject(answer.Type)) return;
        if (Bodies.FunctionOf(context.Operation, context.ContainingSymbol) is not { } function
            || !PromisesTask(function))
            return;

        foreach (var value in Alternatives.Of(answer))
            if (IsNull(value) && Dereference.IsUnwarned(value))
                Report(context, value, $"{Named(function)} returns null instead of a task, so awaiting it throws a "
                    + "NullReferenceException", WayOut(answer.Type!));
    }

    private static void AnalyzeAwait(OperationAnalysisContext context)
    {
        var task = ((IAwaitOperation)context.Operation).Operation
            .Without(Wrappers.Parentheses | Wrappers.Conversions | Wrappers.Awaits);
        if (task is IConditionalAccessOperation access && IsTaskObject(access.Type) && Dereference.IsUnwarned(access))
            Report(context, access, $"'{Quote.Of(access.Syntax)}' is null where '{Quote.Of(access.Operation.Syntax)}' "
                + "is, and awaiting null throws", "await it only where it is there, or '?? Task.CompletedTask'");
    }

    private static void AnalyzeLoop(OperationAnalysisContext context)
    {
        if (context.Operation is IForEachLoopOperation { Collection: var collection, IsAsynchronous: false }
            && collection.Without(Wrappers.Parentheses | Wrappers.Conversions) is IConditionalAccessOperation access
            && Dereference.IsUnwarned(access))
            Report(context, access, $"'{Quote.Of(access.Syntax)}' is null where '{Quote.Of(access.Operation.Syntax)}' "
                + "is, and a loop over null throws", "loop over '?? []', or return before it");
    }

    private static void Report(OperationAnalysisContext context, IOperation place, string harm, string way) =>
        context.Report(Diagnostic.Create(Descriptor, place.Syntax.GetLocation(), harm, way));

    /// <summary>
    /// A method that says nothing of null: neither <c>async</c>, nor <c>Task?</c>, nor a property that keeps a task.
    /// </summary>
    private static bool PromisesTask(IMethodSymbol function) =>
        !function.IsAsync
        && IsTaskObject(function.ReturnType)
        && function.ReturnNullableAnnotation != NullableAnnotation.Annotated
        && function.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.AnonymousFunction
            or MethodKind.ExplicitInterfaceImplementation;

    /// <summary>A <c>ValueTask</c> cannot be null.</summary>
    private static bool IsTaskObject(ITypeSymbol? type) => Tasks.IsTask(type) && type!.IsReferenceType;

    private static bool IsNull(IOperation value) => value switch
    {
        IDefaultValueOperation => true,
        _ => value.ConstantValue is { HasValue: true, Value: null },
    };

    private static string Named(IMethodSymbol function) =>
        function.MethodKind == MethodKind.AnonymousFunction ? "The lambda" : $"'{function.Name}'";

    private static string WayOut(ITypeSymbol task) =>
        Tasks.IsBareTask(task)
            ? "return 'Task.CompletedTask'"
            : $"return 'Task.FromResult<{TypeNames.Written(Tasks.Unwrap(task))}>(null)', or make it async";
}
