using AiAwareAnalyzers.Concurrency.Tokens;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>A time limit, or a link of tokens, that nothing in its method is given.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedLimit() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1025",
        title: "A time limit is made, and nothing is given its token",
        messageFormat: "'{0}' ends nothing: no call is given its token, and '{1}' {2}, so it goes on {3}; {4}",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A source of tokens ends what was given its token: a limit of which nothing is told never acts, "
            + "and a reader of the method believes that it does.",
        alsoKnownAs: "unused CancellationTokenSource, timeout that is never applied, CancelAfter without Token");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var sources = new TokenSources(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                var declaration = (IVariableDeclaratorOperation)context.Operation;
                if (TokenSources.Are(declaration.Symbol.Type)
                    && sources.PurposeOf(declaration.Symbol, declaration) is > Purpose.None and var purpose)
                    Analyze(context, declaration, purpose);
            },
            OperationKind.VariableDeclarator);
    }

    private static void Analyze(
        OperationAnalysisContext context, IVariableDeclaratorOperation declaration, Purpose purpose)
    {
        var scope = ScopeOf(declaration);
        var calls = CallsBehind(declaration, scope).ToList();
        var awaited = new HashSet<IOperation>(TokenCalls.AwaitedIn(scope));
        var endless = calls.Find(IsGivenOther)
            ?? calls.Find(call => awaited.Contains(call) && TokenCalls.LeavesTokenOut(call))
            ?? calls.Find(awaited.Contains);
        if (endless is null) return;

        var source = declaration.Symbol;
        var (lack, remedy) = LackOf(endless, source.Name);
        context.Report(Diagnostic.Create(
            Descriptor,
            source.Locations[0],
            PlacesFor(declaration, calls.Where(call => awaited.Contains(call) && IsGivenOther(call))),
            source.Name,
            endless.TargetMethod.Name,
            lack,
            purpose == Purpose.Limit ? "for as long as it likes" : "when one of the linked tokens is cancelled",
            remedy));
    }

    /// <summary>The calls that stand behind a source, where it is in scope, in the order of the code.</summary>
    private static IEnumerable<IInvocationOperation> CallsBehind(IOperation declaration, IOperation scope) =>
        Bodies.Own(scope)
            .OfType<IInvocationOperation>()
            .Where(call => call.Syntax.SpanStart > declaration.Syntax.Span.End
                && !TokenSources.Are(call.TargetMethod.ContainingType)
                && !IsAftermath(call, scope));

    private static IOperation ScopeOf(IOperation declaration) =>
        declaration.Ancestors()
            .First(static around => around is IBlockOperation or IUsingOperation or ISwitchCaseOperation
                || around.Parent is null);

    /// <summary>What is done after a failure, or in any case, is not what was to be ended.</summary>
    private static bool IsAftermath(IOperation call, IOperation scope)
    {
        for (var part = call; part != scope && part.Parent is { } around; part = around)
            if (around is ICatchClauseOperation || (around is ITryOperation attempt && attempt.Finally == part))
                return true;
        return false;
    }

    private static bool IsGivenOther(IInvocationOperation call) =>
        TokenCalls.GivenTo(call) is { } token && !TokenCalls.IsNone(token);

    /// <summary>What a call has instead of the token, and what is to be done about it.</summary>
    private static (string Lack, string Remedy) LackOf(IInvocationOperation call, string source) =>
        TokenCalls.GivenTo(call) is { } token ? ($"is given '{Quote.Of(token.Syntax)}'", $"pass '{source}.Token'")
        : TokenCalls.LeavesTokenOut(call) ? ("is given none", $"pass '{source}.Token'")
        : ("takes none", $"let it take one, or wait for it with 'WaitAsync({source}.Token)'");

    /// <summary>
    /// The tokens to be replaced: all calls have the same one, and the source is linked to it, so that nothing is lost.
    /// </summary>
    private static IEnumerable<Location>? PlacesFor(
        IVariableDeclaratorOperation declaration, IEnumerable<IInvocationOperation> calls)
    {
        var tokens = calls.Select(static call => TokenCalls.GivenTo(call)!.Syntax).ToList();
        return tokens.Select(static token => token.ToString()).Distinct().Take(2).ToList() is { Count: 1 } texts
            && declaration.GetVariableInitializer()?.Value.Bare() is IInvocationOperation
                { TargetMethod.Name: "CreateLinkedTokenSource" } link
            && TokenSources.LinkedBy(link).Any(token => token.Syntax.ToString() == texts[0])
                ? tokens.Select(static token => token.GetLocation())
                : null;
    }
}
