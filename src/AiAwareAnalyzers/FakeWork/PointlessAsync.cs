using AiAwareAnalyzers.FakeWork.Work;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>
/// An await of something that is finished already, or of a mere delay, in a function that awaits nothing real.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PointlessAsync() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0605",
        title: "An await that never waits makes the method look asynchronous",
        messageFormat: "'{0}' {1}, so {2} only looks asynchronous; {3}",
        category: Family.FakeWork,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "Awaiting a completed task or an invented delay makes a function look asynchronous while it "
            + "does all of its work, or none, synchronously.",
        alsoKnownAs: "fake async, async without await");

    /// <summary>The property of a finding in a function that does nothing but delay.</summary>
    internal const string DelaysArePlayed = "DelaysArePlayed";

    /// <summary>Names of functions whose work is to wait.</summary>
    private static readonly ImmutableHashSet<string> Waiting = WordSet.Of(
        "wait waits delay sleep pause throttle debounce retry backoff back poll animate blink flash tick cooldown",
        "simulate yield typing spin");

    private static readonly ImmutableDictionary<string, string?> Delays =
        ImmutableDictionary<string, string?>.Empty.Add(DelaysArePlayed, "");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Surroundings.AreKnown(start.Compilation)) return;

        var stubs = new Stubs(start.Compilation, start.Options);
        var branches = new IdleBranches(start.Compilation, start.Options, stubs);
        var efforts = Efforts.Of(start.Compilation);
        start.RegisterOperationAction(context => Judge(context, stubs, branches, efforts), OperationKind.Await);
    }

    private static void Judge(OperationAnalysisContext context, Stubs stubs, IdleBranches branches, Efforts efforts)
    {
        var awaited = (IAwaitOperation)context.Operation;
        if (!PointlessAwaits.IsFinished(awaited) && !PointlessAwaits.IsConstantDelay(awaited)) return;

        var function = Bodies.Around(awaited);
        if (IsIterator(function, context.ContainingSymbol)) return;

        var delays = IsOnlyADelay(function, context.ContainingSymbol, efforts);
        var awaits = Bodies.Own(function).OfType<IAwaitOperation>().ToList();
        var allArePlayed = awaits.TrueForAll(other => PointlessAwaits.IsPlayed(other, delays));
        var idle = Surroundings.AreProductive(context.Compilation)
            ? branches.In(function, context.ContainingSymbol).ToList()
            : [];
        if (awaits.Find(other =>
            PointlessAwaits.IsPlayed(other, delays) && !IsPartOfGraver(other, idle, allArePlayed)) != awaited)
            return;
        if (Surroundings.AreProductive(context.Compilation) && stubs.Of(function, context.ContainingSymbol) is not null)
            return;

        context.Report(Diagnostic.Create(
            Descriptor,
            awaited.Syntax.GetLocation(),
            delays ? Delays : ImmutableDictionary<string, string?>.Empty,
            Quote.Of(awaited.Syntax),
            PointlessAwaits.IsFinished(awaited)
                ? "is already completed when it is awaited"
                : "waits for a timer and nothing else",
            Bodies.Named(function, context.ContainingSymbol),
            allArePlayed ? "drop 'async' and return the task, or await real work" : "drop it"));
    }

    /// <summary>
    /// In a branch whose work is missing, and where only missing work could be awaited, that branch is reported.
    /// </summary>
    private static bool IsPartOfGraver(IAwaitOperation awaited, List<IdleBranch> idle, bool allArePlayed) =>
        idle.Exists(branch => allArePlayed || branch.Branch.Span.Contains(awaited.Syntax.Span));

    /// <summary>An async iterator needs no await, but people write one to say so.</summary>
    private static bool IsIterator(IOperation function, ISymbol member)
    {
        var symbol = function is ILocalFunctionOperation local ? local.Symbol : member as IMethodSymbol;
        return function is not IAnonymousFunctionOperation
            && symbol is { IsAsync: true, ReturnType.Name: "IAsyncEnumerable" or "IAsyncEnumerator" };
    }

    /// <summary>Besides the delay nothing is done, and a value comes out that needed no time.</summary>
    private static bool IsOnlyADelay(IOperation function, ISymbol member, Efforts efforts) =>
        efforts.Of(function) is { IsNone: true, IsHonest: false, Answers.Count: > 0 }
        && function is not IAnonymousFunctionOperation
        && !Words.Of(function is ILocalFunctionOperation local ? local.Symbol.Name : member.Name).Any(Waiting.Contains)
        && !StandIns.Contain(member.ContainingType)
        && function.Syntax.DescendantNodes().All(static node =>
            node is not (WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
                or DoStatementSyntax));
}
