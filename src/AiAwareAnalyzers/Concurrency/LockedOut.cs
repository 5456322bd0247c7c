using AiAwareAnalyzers.Concurrency.Locks;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>A lock that its own holder waits for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LockedOut() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1024",
        title: "A lock is waited for by the code that holds it",
        messageFormat: "'{0}' waits for '{1}', which is held here and given back only afterwards, so that neither ever "
            + "goes on; {2}",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A semaphore does not know who holds it, and a thread that waits for a task keeps its locks from "
            + "the thread that the task goes on with.",
        alsoKnownAs: "self-deadlock, non-reentrant lock, SemaphoreSlim deadlock, sync over async, Task.Result",
        cwe: [833]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject || !LockedRegions.MayBeIn(start.Compilation)) return;

        LookInBodies(
            start,
            static context =>
                LockedRegions.AreOpenedBy(context.Operation)
                && LockedCode.Around(context.Operation, context.Compilation) is var code
                && code.Regions.OpenedBy(context.Operation) is { Gate: { } gate } region
                && new Holding(region, gate, code, context.Compilation).FirstWait() is { } wait
                    ? Finding(wait, region)
                    : null,
            OperationKind.Lock,
            OperationKind.Invocation);
    }

    private static Diagnostic Finding(IInvocationOperation wait, LockedRegion region) => Diagnostic.Create(
        Descriptor,
        wait.Syntax.GetLocation(),
        Quote.Of(wait.Syntax),
        Quote.Of(region.Name),
        region.Opening is ILockOperation
            ? "await it outside of the lock"
            : "take it in one of the two only, or give it back first");
}
