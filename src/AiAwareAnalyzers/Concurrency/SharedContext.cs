using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>Two operations on one <c>DbContext</c> at once: the second one throws.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedContext() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1005",
        title: "Several tasks use one DbContext at once",
        messageFormat: "'{0}' starts while {1} still uses {2}, which then throws that a second operation "
            + "was started; await one after the other, or create a context for each with 'IDbContextFactory'",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A DbContext serves one operation at a time, however many tasks there are.",
        alsoKnownAs: "A second operation was started on this context instance, thread safety",
        cwe: [362]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (EntityFramework.Of(start.Compilation).Context is null
            || TestCode.Of(start.Compilation).IsTestProject)
            return;

        var uses = new ContextUses(start.Compilation);
        var functions = new OverlappingFunctions(start.Compilation);
        LookInBodies(
            start,
            context => SecondIn((IInvocationOperation)context.Operation, uses, context.Compilation),
            OperationKind.Invocation);
        LookInBodies(
            start,
            context => functions.Of((IAnonymousFunctionOperation)context.Operation) is { } overlap
                ? SharedIn(overlap, uses)
                : null,
            OperationKind.AnonymousFunction);
    }

    /// <summary>The second of two tasks in <c>Task.WhenAll(first, second)</c> that use one context.</summary>
    private static Diagnostic? SecondIn(IInvocationOperation call, ContextUses uses, Compilation compilation)
    {
        if (call.TargetMethod is not { Name: "WhenAll" or "WaitAll", ContainingType: var type } || !Tasks.IsTask(type))
            return null;

        var started = call.Arguments.SelectMany(static argument => Elements.Of(argument.Value))
            .Select(task => uses.Of(Locals.Around(task, compilation).Follow(task)))
            .OfType<ContextUse>()
            .ToList();
        for (var second = 1; second < started.Count; second++)
            if (started.FindIndex(0, second, first => first.Disturbs(started[second])) is >= 0 and var disturbed)
                return Finding(started[second], $"'{Quote.Of(started[disturbed].Call.Syntax)}'");
        return null;
    }

    /// <summary>A call in a function that overlaps with itself, on a context from outside.</summary>
    private static Diagnostic? SharedIn(Overlap overlap, ContextUses uses) =>
        Bodies.Own(overlap.Function).OfType<IInvocationOperation>().Select(uses.Of)
            .FirstOrDefault(use => use?.IsSharedBy(overlap.Round) == true) is { } shared
        && !Turns.AreTakenBefore(shared.Call, overlap)
            ? Finding(shared, "another run of the lambda")
            : null;

    private static Diagnostic Finding(ContextUse second, string first) => Diagnostic.Create(
        Descriptor, second.Call.Syntax.GetLocation(), Quote.Of(second.Call.Syntax), first, second.ContextPhrase);
}
