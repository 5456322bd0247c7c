using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Concurrency.Overlaps;

/// <summary>Finds the functions that run several times at once.</summary>
internal sealed class OverlappingFunctions(Compilation compilation)
{
    /// <summary>How many lists and locals stand between tasks and who waits for all of them.</summary>
    private const int Patience = 4;

    /// <summary>
    /// How a function overlaps with itself, or with the rest of the code that has started it; null where it does not.
    /// </summary>
    public Overlap? Of(IAnonymousFunctionOperation function) =>
        function.Parent is IDelegateCreationOperation creation && creation.User() is IInvocationOperation call
            ? call.TargetMethod.ContainingType?.Name switch
            {
                "Parallel" => OfParallelLoop(function, call),
                "ParallelEnumerable" => new(function, call.TargetMethod.Name, function.Syntax, 0),
                "Enumerable" => OfProjection(function, call),
                "Task" or "TaskFactory" => OfTask(function, call),
                "EndpointRouteBuilderExtensions" => OfEndpoint(function, call),
                _ => null,
            }
            : null;

    private static Overlap? OfParallelLoop(IAnonymousFunctionOperation function, IInvocationOperation call) =>
        call.TargetMethod.Name is "For" or "ForEach" or "ForAsync" or "ForEachAsync"
        && IsBody(function, call)
        && !IsOneByOne(call)
            ? new(function, "Parallel." + call.TargetMethod.Name, function.Syntax, 0)
            : null;

    /// <summary><c>app.MapPost("/orders", order => …)</c>: each request runs it.</summary>
    private static Overlap? OfEndpoint(IAnonymousFunctionOperation function, IInvocationOperation map) =>
        map.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal) && map.TargetMethod.Name != "MapGroup"
            ? new(function, map.TargetMethod.Name, function.Syntax, 0) { IsEndpoint = true }
            : null;

    /// <summary>The body, and not what starts and ends the share of one thread.</summary>
    private static bool IsBody(IAnonymousFunctionOperation function, IInvocationOperation call) =>
        call.Arguments.Any(argument =>
            argument.Parameter?.Name == "body" && argument.Value.Syntax.Span.Contains(function.Syntax.Span));

    /// <summary><c>new ParallelOptions { MaxDegreeOfParallelism = 1 }</c>.</summary>
    private static bool IsOneByOne(IInvocationOperation call) =>
        call.Arguments.SelectMany(static argument => argument.Value.DescendantsAndSelf())
            .OfType<ISimpleAssignmentOperation>()
            .Any(static assignment =>
                assignment.Target is IPropertyReferenceOperation { Property.Name: "MaxDegreeOfParallelism" }
                && assignment.Value.ConstantValue is { HasValue: true, Value: 1 });

    /// <summary>
    /// <c>Task.WhenAll(items.Select(async item => …))</c>: each run goes to its first await before the next one starts.
    /// </summary>
    private Overlap? OfProjection(IAnonymousFunctionOperation function, IInvocationOperation select) =>
        select.TargetMethod.Name == "Select"
        && Tasks.IsTask(function.Symbol.ReturnType)
        && AreAwaitedTogether(select)
            ? new(function, "Task.WhenAll", function.Syntax, BeginIn(function))
            : null;

    private int BeginIn(IAnonymousFunctionOperation function) =>
        Bodies.Own(function).OfType<IAwaitOperation>().FirstOrDefault() is { } first && !HasOwnThread(function)
            ? first.Syntax.SpanStart
            : int.MaxValue;

    /// <summary>
    /// Components and windows take one continuation after the other, and so does everything in a browser.
    /// </summary>
    private bool HasOwnThread(IOperation function) =>
        compilation.ReferencedAssemblyNames.Any(static assembly => assembly.Name
            is "Microsoft.AspNetCore.Components.WebAssembly" or "Microsoft.Maui.Controls" or "PresentationFramework"
            or "System.Windows.Forms" or "Avalonia.Controls")
        || Semantics.Of(compilation).TypeAround(function.Syntax)
            .SelfAndBases()
            .Any(static ancestor => ancestor.Name is "ComponentBase" or "Grain");

    /// <summary>A task that is started in each round of a loop, or for each element, and not awaited there.</summary>
    private Overlap? OfTask(IAnonymousFunctionOperation function, IInvocationOperation start)
    {
        if (start.TargetMethod.Name is not ("Run" or "StartNew") || start.IsAwaited()) return null;
        foreach (var around in start.Ancestors())
            switch (around)
            {
                case IAnonymousFunctionOperation { Parent: IDelegateCreationOperation creation }
                    when creation.User() is IInvocationOperation { TargetMethod: { Name: "Select",
                        ContainingType.Name: "Enumerable" } } select:
                    return AreAwaitedTogether(select) ? OfRound(around) : null;
                case IAnonymousFunctionOperation or ILocalFunctionOperation: return null;
                case IForEachLoopOperation or IForLoopOperation:
                    return AreAwaitedTogether(start) ? OfRound(around) : null;
            }

        return null;

        Overlap OfRound(IOperation round) =>
            new(function, "Task." + start.TargetMethod.Name, round.Syntax, 0);
    }

    /// <summary>Whether somebody waits for all of these tasks at once.</summary>
    public bool AreAwaitedTogether(IOperation tasks) => AreAwaitedTogether(tasks, Trail.OfSteps(Patience));

    private bool AreAwaitedTogether(IOperation tasks, Trail trail) => tasks.User() switch
    {
        _ when CallStack.IsNearlyFull => false,
        IInvocationOperation { TargetMethod: { Name: "WhenAll" or "WaitAll", ContainingType: var type } } =>
            Tasks.IsTask(type),
        IInvocationOperation { TargetMethod.Name: "ToList" or "ToArray" } list =>
            AreAwaitedTogether(list, trail.Deeper()),
        IInvocationOperation { TargetMethod.Name: "Add" or "AddRange",
            Instance: ILocalReferenceOperation { Local: var list } } =>
            IsAwaitedTogether(list, tasks, trail),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } =>
            IsAwaitedTogether(local, tasks, trail),
        _ => false,
    };

    private bool IsAwaitedTogether(ILocalSymbol local, IOperation place, Trail trail) =>
        trail.TryPass(local, out var further)
        && Locals.Around(place, compilation).MentionsOf(local)
            .Any(mention => AreAwaitedTogether(mention, further));
}
