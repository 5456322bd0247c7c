using System.Collections.Concurrent;
using AiAwareAnalyzers.Concurrency.Tokens;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>Reading endpoints that take no token, although what they wait for could be ended by one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UntakenToken() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1026",
        title: "An endpoint takes no cancellation token",
        messageFormat: "{0} no CancellationToken, though '{1}' would stop at one: when a caller leaves or times out, "
            + "its work goes on unused; take the token and pass it on",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A request that its caller has given up still holds a connection, a query and memory until all of "
            + "its work is done, unless the endpoint takes the token of the request and passes it on.",
        alsoKnownAs: "missing CancellationToken, RequestAborted, aborted request");

    /// <summary>Calls that are over at once, for one row or connection, and a save, which is better finished.</summary>
    private static readonly ImmutableHashSet<string> Short = WordSet.Of(
        "FindAsync FirstAsync FirstOrDefaultAsync SingleAsync SingleOrDefaultAsync AnyAsync OpenAsync",
        "OpenConnectionAsync SaveChangesAsync");

    private static readonly ImmutableHashSet<string> Changing = WordSet.Of(
        "SaveChanges SaveChangesAsync ExecuteUpdate ExecuteUpdateAsync ExecuteDelete ExecuteDeleteAsync");

    private static readonly ImmutableHashSet<string> Keeping = WordSet.Of(
        "GetOrCreate GetOrCreateAsync Set SetAsync SetString SetStringAsync");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        var readings = ReadingEndpoints.Of(start.Compilation);
        if (!readings.ArePossible) return;

        var calls = new TokenCalls(start.Compilation);
        start.RegisterSymbolStartAction(
            type =>
            {
                if (!readings.MayBeIn((INamedTypeSymbol)type.Symbol)) return;

                var endless = new ConcurrentBag<Endless>();
                type.RegisterOperationBlockAction(body =>
                {
                    if (body.OwningSymbol is IMethodSymbol method
                        && readings.Contain(method)
                        && !TakesToken(method)
                        && EndableIn(body.OperationBlocks, calls) is { } call)
                        endless.Add(new(method, call));
                });
                type.RegisterSymbolEndAction(end => Report(end, endless));
            },
            SymbolKind.NamedType);
        LookInBodies(
            start,
            context => ReadingEndpoints.HandlerOf((IInvocationOperation)context.Operation) is { } handler
                && !TakesToken(handler.Symbol)
                && EndableIn([handler.Body], calls) is { } call
                    ? ("handlers", Diagnostic.Create(
                        Descriptor,
                        context.Operation.Syntax.GetLocation(),
                        $"This handler of '{((IInvocationOperation)context.Operation).TargetMethod.Name}' takes",
                        call.TargetMethod.Name))
                    : null,
            OperationKind.Invocation);
    }

    private static bool TakesToken(IMethodSymbol method) =>
        method.Parameters.Any(static parameter => Cancellations.IsToken(parameter.Type));

    /// <summary>
    /// The first call that is waited for and could be ended; null where the request's own token is used.
    /// </summary>
    private static IInvocationOperation? EndableIn(IEnumerable<IOperation> bodies, TokenCalls calls)
    {
        var body = bodies.FirstOrDefault(static block => block is IBlockOperation);
        return body is null || Bodies.Own(body).Any(static part => IsToken(part) || IsForOthers(part))
            ? null
            : TokenCalls.AwaitedIn(body)
                .Where(static call => !Short.Contains(call.TargetMethod.Name))
                .FirstOrDefault(call => TokenCalls.LeavesTokenOut(call) || calls.HidesEnd(call));
    }

    /// <summary><c>HttpContext.RequestAborted</c>, or another token that was found elsewhere.</summary>
    private static bool IsToken(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property.IsStatic: false, Type: var type }
        && Cancellations.IsToken(type);

    /// <summary>
    /// What is changed, or kept in a cache for the next who asks, is better finished: <c>Send(new SaveCommand())</c>.
    /// </summary>
    private static bool IsForOthers(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: var name, ContainingType: { } type } } call
        && (Changing.Contains(name)
            || (type.ContainingNamespace.ToDisplayString().Contains("Caching") && Keeping.Contains(name))
            || call.Arguments.Any(static argument =>
                argument.Value.Bare().Type?.Name.EndsWith("Command", StringComparison.Ordinal) == true));

    /// <summary>One finding for a type: who mends one endpoint mends its neighbours.</summary>
    private static void Report(SymbolAnalysisContext context, IEnumerable<Endless> endless)
    {
        var inOrder = endless
            .OrderBy(static one => one.Method.Locations[0].SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static one => one.Method.Locations[0].SourceSpan.Start)
            .ToList();
        if (inOrder.Count > 0)
            context.Report(Diagnostic.Create(
                Descriptor,
                inOrder[0].Method.Locations[0],
                Subject([.. inOrder.Select(static one => one.Method.Name)]),
                inOrder[0].Call.TargetMethod.Name));
    }

    private static string Subject(IReadOnlyList<string> names) => names.Count switch
    {
        1 => $"'{names[0]}' takes",
        2 => $"'{names[0]}' and '{names[1]}' take",
        3 => $"'{names[0]}', '{names[1]}' and '{names[2]}' take",
        _ => $"'{names[0]}', '{names[1]}' and {names.Count - 2} more take",
    };

    /// <summary>An endpoint, and what it waits for to the end.</summary>
    private sealed record Endless(IMethodSymbol Method, IInvocationOperation Call);
}
