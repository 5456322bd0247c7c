using AiAwareAnalyzers.Concurrency.Tokens;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>
/// A token that a method takes and never looks at, although what it waits for could be ended; or that does not reach
/// the pauses of a service that the host runs.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedToken() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1003",
        title: "A cancellation token does not reach what it could end",
        messageFormat: "{0}, so {1}; {2}",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A method that takes a token promises to stop; one that drops it keeps a cancelled request, a "
            + "closed page or a stopping host waiting.",
        alsoKnownAs: "ignored CancellationToken, unused parameter");

    /// <summary>Words of a comment by which a token is left alone on purpose.</summary>
    private static readonly ImmutableHashSet<string> Excusing = WordSet.Of(
        "cancel cancelled canceled cancellation cancelling abort aborted disconnect disconnected shutdown");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        var summaries = MethodSummaries.Of(start.Compilation);
        var calls = new TokenCalls(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                if (context.ContainingSymbol is IMethodSymbol method
                    && TokenOf(method) is { } token
                    && !summaries.Of(method).Mentions(token)
                    && ReasonIn(context.Operation, calls, method, token) is { } reason
                    && !IsExplained(context.Operation))
                    context.Report(Diagnostic.Create(
                        Descriptor,
                        token.Locations[0],
                        $"'{method.Name}' takes '{token.Name}' and never looks at it: {reason.Loss}",
                        "a caller who cancels still waits for all of it",
                        reason.Remedy));
            },
            OperationKind.MethodBody);
        if (HostedPauses.AreThere(start.Compilation)) WatchPauses(start, new(start.Compilation), summaries);
    }

    private static void WatchPauses(
        CompilationStartAnalysisContext start, HostedPauses pauses, MethodSummaries summaries) =>
        start.RegisterOperationAction(
            context =>
            {
                var call = (IInvocationOperation)context.Operation;
                if (pauses.RunAround(call, context.ContainingSymbol) is not { } run || IsExplained(call.Root())) return;

                var method = (IMethodSymbol)context.ContainingSymbol;
                var token = method.Parameters.FirstOrDefault(static one => Cancellations.IsToken(one.Type));
                if (token is not null && !summaries.Of(method).Mentions(token)) return;
                context.Report(Diagnostic.Create(
                    Descriptor,
                    call.Syntax.GetLocation(),
                    $"'{method.Name}' pauses by '{Quote.Of(call.Syntax)}' without the token of '{run.Name}'",
                    "a host that stops waits for that until its own time is up",
                    token is null
                        ? $"give '{method.Name}' the token too, and pass it on"
                        : $"pass '{token.Name}' on"));
            },
            OperationKind.Invocation);

    /// <summary>The token of a method that is what it seems to be: nobody overrides it or stands in for it.</summary>
    private static IParameterSymbol? TokenOf(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation, IsVirtual: false }
        && !StandIns.Contain(method.ContainingType)
        && !method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ObsoleteAttribute")
            ? method.Parameters.FirstOrDefault(static parameter =>
                Cancellations.IsToken(parameter.Type)
                && !parameter.Name.StartsWith("_", StringComparison.Ordinal)
                && parameter.Locations.Length > 0)
            : null;

    /// <summary>What gets lost; null where nothing could be ended, or the SDK says it.</summary>
    private static (string Loss, string Remedy)? ReasonIn(
        IOperation body, TokenCalls calls, IMethodSymbol method, IParameterSymbol token)
    {
        var awaited = TokenCalls.AwaitedIn(body).ToList();
        if (awaited.Exists(TokenCalls.LeavesTokenOut)) return null;
        if (awaited.Find(static call => TokenCalls.GivenTo(call) is not null) is { } given)
            return TokenCalls.GivenTo(given) is { } other && TokenCalls.IsNone(other)
                ? ($"'{given.TargetMethod.Name}' is given '{Quote.Of(other.Syntax)}'", $"pass '{token.Name}' on")
                : ($"'{given.TargetMethod.Name}' is given another token",
                    "link both with 'CancellationTokenSource.CreateLinkedTokenSource'");
        return awaited.Find(calls.HidesEnd) is { TargetMethod.Name: var hiding } && !IsDictated(method)
            ? ($"'{hiding}' takes none, though what it waits for could be ended",
                $"give '{hiding}' a token too, and pass '{token.Name}' on")
            : null;
    }

    /// <summary>A contract of a library wants the token, whether there is a use for it or not.</summary>
    private static bool IsDictated(IMethodSymbol method) =>
        (method.OverriddenMethod is { } overridden && !Solutions.AreOne(overridden, method))
        || method.ContainingType.AllInterfaces.Any(contract =>
            !Solutions.AreOne(contract, method)
            && contract.GetMembers().Any(member => SymbolEqualityComparer.Default.Equals(
                method.ContainingType.FindImplementationForInterfaceMember(member), method)));

    private static bool IsExplained(IOperation body) =>
        body.Syntax.DescendantTrivia().Any(static trivia =>
            trivia.RawKind is (int)SyntaxKind.SingleLineCommentTrivia or (int)SyntaxKind.MultiLineCommentTrivia
            && Words.Of(trivia.ToString()).Any(Excusing.Contains));
}
