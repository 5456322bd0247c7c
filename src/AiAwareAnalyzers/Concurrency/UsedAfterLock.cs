using AiAwareAnalyzers.Concurrency.Locks;
using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Concurrency.Sharing;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Container;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>What was looked at under a lock decides a write after the lock was given back.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsedAfterLock() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1023",
        title: "A write relies on what was looked at under a lock that was given back",
        messageFormat: "Between the look at '{0}' under the lock on '{1}' and '{2}' another thread can {3}; {4}",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "What is known of shared state is true as long as the lock is held; a second lock begins anew.",
        alsoKnownAs: "check-then-act, TOCTOU, race condition, lost update, double-checked locking, atomicity violation",
        cwe: [362, 367]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject || !LockedRegions.MayBeIn(start.Compilation)) return;

        var objects = new SharedObjects(start.Compilation);
        LookInBodies(
            start,
            context =>
                LockedRegions.AreOpenedBy(context.Operation)
                && LateWrites.Around(context.Operation, context.Compilation).After(context.Operation) is { } late
                && (late.Harm == Harm.Orphaned || MayMeetIn(context.ContainingSymbol, context.Compilation))
                && !IsWithoutAnyLock(late.Write, context, objects)
                    ? Finding(late)
                    : null,
            OperationKind.Lock,
            OperationKind.Invocation);
    }

    /// <summary>Who locks expects others; a constructor and the loop of a hosted service have none.</summary>
    private static bool MayMeetIn(ISymbol member, Compilation compilation)
    {
        if (member.OriginalDefinition is not IMethodSymbol { ContainingType: { } type } method) return false;
        var isHosted = HostedServices.Contain(type);
        var doors = new Doors(type, called => !IsForOne(called, isHosted));
        if (method.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected)
            doors.SeeAll(compilation);
        return doors.LeadTo(method);
    }

    private static bool IsForOne(IMethodSymbol method, bool isHosted) =>
        method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor
        || method.Name is "Dispose" or "DisposeAsync"
        || (isHosted && method.Name is "StartAsync" or "StopAsync" or "ExecuteAsync");

    /// <summary>A change in the open to what all requests share is found by another rule.</summary>
    private static bool IsWithoutAnyLock(StateUse write, OperationAnalysisContext context, SharedObjects objects) =>
        write.Region is null
        && FrameworkServices.Of(context.Compilation).HasScopes
        && !Turns.AreTakenAround(write.Whole)
        && context.ContainingSymbol.ContainingType is { } type
        && SharedChange.By(
            write.Whole,
            new SharedValues(type, objects.AreOne(type), context.Compilation),
            context.Compilation) is not null;

    private static Diagnostic Finding(LateWrite late) => Diagnostic.Create(
        Descriptor,
        late.Write.Whole.Syntax.GetLocation(),
        Quote.Of(late.Look.Reference.Syntax),
        Quote.Of(late.Look.Region!.Name),
        Quote.Of(late.Write.Whole.Syntax),
        HarmOf(late),
        RemedyFor(late));

    private static string HarmOf(LateWrite late) => late.Harm switch
    {
        Harm.BothGoOn => "find the same, so that both go on",
        Harm.TwoAreMade => "find nothing there too, so that two are made and one is lost",
        Harm.SameNumber => "take the same number",
        Harm.Overwritten => "change it, and that change is then overwritten",
        Harm.Taken => "take what was there",
        Harm.Orphaned => "get the element and change it, which is then lost with it",
        _ => "add something, which is then lost",
    };

    private static string RemedyFor(LateWrite late) => late.Harm switch
    {
        Harm.BothGoOn or Harm.TwoAreMade => late.Write.Region is null
            ? "do both in one lock"
            : "do both in one lock, or look again in the second",
        Harm.Cleared => "copy and clear in one lock",
        Harm.Orphaned => "mark it as removed under the lock, and ask for the mark wherever it is locked",
        _ => "do both in one lock",
    };
}
