using AiAwareAnalyzers.Concurrency.Tokens;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>A token that a method takes and never looks at, although what it waits for could be ended.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedToken() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1003",
        title: "A cancellation token is taken and never looked at",
        messageFormat: "'{0}' takes '{1}' and never looks at it: {2}, so a caller who cancels still waits for all of "
            + "it; {3}",
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
                        Descriptor, token.Locations[0], method.Name, token.Name, reason.Loss, reason.Remedy));
            },
            OperationKind.MethodBody);
    }

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
