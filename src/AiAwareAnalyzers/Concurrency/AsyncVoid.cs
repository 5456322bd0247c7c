using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>An asynchronous function that gives nobody a task to wait for, though somebody could.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AsyncVoid() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1011",
        title: "Asynchronous code returns no task that a caller could wait for",
        messageFormat: "{0} goes on before {1} is done, and an exception of it ends the process; {2}",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "What is 'async void' cannot be awaited: the caller takes the first await for the end, and no "
            + "handler of his sees an exception.",
        alsoKnownAs: "async void, fire and forget",
        cwe: [755]);

    /// <summary>The name of a method that only has to return a task, for the fix.</summary>
    internal const string Name = "Name";

    /// <summary>What a component may override instead, and the renderer waits for.</summary>
    private static readonly ImmutableDictionary<string, string> Twins = ImmutableDictionary.CreateRange(
        new Dictionary<string, string>
        {
            ["OnInitialized"] = "OnInitializedAsync",
            ["OnParametersSet"] = "OnParametersSetAsync",
            ["OnAfterRender"] = "OnAfterRenderAsync",
        });

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TypeNames.LacksCore(start.Compilation) || TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterOperationAction(AnalyzeMethod, OperationKind.MethodBody);
        start.RegisterOperationAction(AnalyzeLambda, OperationKind.AnonymousFunction);
    }

    private static void AnalyzeMethod(OperationAnalysisContext context)
    {
        if (context.ContainingSymbol is IMethodSymbol { IsAsync: true, ReturnsVoid: true } method
            && !IsCaught(((IMethodBodyOperation)context.Operation).BlockBody)
            && WayOutOf(method, context.Compilation) is { } found)
            context.Report(Diagnostic.Create(
                Descriptor,
                method.Locations[0],
                found.Name is null ? null : ImmutableDictionary<string, string?>.Empty.Add(Name, found.Name),
                found.Caller,
                $"'{method.Name}'",
                found.Remedy));
    }

    private static void AnalyzeLambda(OperationAnalysisContext context)
    {
        var lambda = (IAnonymousFunctionOperation)context.Operation;
        if (lambda.Symbol is { IsAsync: true, ReturnsVoid: true }
            && !IsCaught(lambda.Body)
            && CallTaking(lambda) is { } call
            && RemedyIn(call) is { } remedy)
            context.Report(Diagnostic.Create(
                Descriptor,
                lambda.Syntax.GetLocation(),
                $"'{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}'",
                "the lambda",
                remedy));
    }

    /// <summary>
    /// Who does not wait for a method, what to do about it, and the name under which he waits already; null where
    /// somebody dictates the method.
    /// </summary>
    private static (string Caller, string Remedy, string? Name)? WayOutOf(IMethodSymbol method, Compilation compilation)
    {
        if (method.OverriddenMethod is { } overridden)
            return overridden.ContainingType.Name == "ComponentBase" && Twins.TryGetValue(method.Name, out var twin)
                ? ("The renderer", $"override '{twin}'", twin)
                : null;
        if (IsHandler(method) || Passed.ContractsOf(method).Any()) return null;
        if (AspNetCore.CanBeAction(method) && IsOfFramework(method, compilation))
            return ("The request", "return 'Task'", method.Name);
        var mentions = Mentions.Of([method.OriginalDefinition], compilation).ToList();
        return mentions.Count > 0 && mentions.TrueForAll(IsCalled)
            ? ("The caller", "return 'Task', and await it", null)
            : null;
    }

    /// <summary>The call that a lambda is given to, also as one of several.</summary>
    private static IInvocationOperation? CallTaking(IAnonymousFunctionOperation lambda) =>
        lambda.Ancestors()
            .FirstOrDefault(static around => around is not (IDelegateCreationOperation or IConversionOperation
                or IArgumentOperation or IArrayCreationOperation or IArrayInitializerOperation)
                && around.Kind != NewerSyntax.CollectionExpression) as IInvocationOperation;

    /// <summary>Calls of which each has a twin that waits.</summary>
    private static string? RemedyIn(IInvocationOperation call) =>
        (call.TargetMethod.ContainingType?.Name, call.TargetMethod.Name) switch
        {
            ("List", "ForEach") or ("Array", "ForEach") => "write a 'foreach' that awaits",
            ("Parallel", "ForEach") => "use 'Parallel.ForEachAsync'",
            ("Parallel", "For") => "use 'Parallel.ForAsync'",
            ("Parallel", "Invoke") => "use 'Task.WhenAll'",
            ("ParallelEnumerable", "ForAll") => "use 'Parallel.ForEachAsync'",
            _ => null,
        };

    /// <summary>Somebody raises an event, and wants no task.</summary>
    private static bool IsHandler(IMethodSymbol method) =>
        method.Parameters is { Length: 2 } parameters
        && (parameters[0].Type.SpecialType == SpecialType.System_Object
            || parameters[1].Type.SelfAndBases().Any(static type => type.Name == "EventArgs"));

    private static bool IsOfFramework(IMethodSymbol method, Compilation compilation)
    {
        var framework = AspNetCore.Of(compilation);
        return framework.IsController(method.ContainingType)
            || framework.IsHub(method.ContainingType)
            || (framework.IsPage(method.ContainingType) && method.Name.StartsWith("On", StringComparison.Ordinal));
    }

    private static bool IsCalled(SimpleNameSyntax mention)
    {
        var called = mention.Parent is MemberAccessExpressionSyntax access && access.Name == mention
            ? (ExpressionSyntax)access
            : mention;
        return called.Parent is InvocationExpressionSyntax call && call.Expression == called;
    }

    /// <summary>All that can fail stands in one <c>try</c> that handles everything.</summary>
    private static bool IsCaught(IBlockOperation? body) =>
        body is { Operations: { IsEmpty: false } statements }
        && statements.Where(static statement => statement.Descendants().Any(static inner => inner is IAwaitOperation))
            .All(static statement => statement is ITryOperation attempt && attempt.Catches.Any(static clause =>
                clause.Filter is null
                && clause.ExceptionType.Name is "Exception" or "Object"
                && !clause.Handler.Descendants().Any(static inner => inner is IThrowOperation)));
}
