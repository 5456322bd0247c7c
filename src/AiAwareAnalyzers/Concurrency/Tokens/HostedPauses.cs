using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.Concurrency.Tokens;

/// <summary>Pauses of services that the host runs, and waits for when it stops: those that no token ends.</summary>
internal sealed class HostedPauses(Compilation compilation)
{
    /// <summary>How many methods lie between what the host runs and the pause.</summary>
    private const int Patience = 4;

    private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);
    private readonly PauseLengths _lengths = new(compilation);

    public static bool AreThere(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Microsoft.Extensions.Hosting.IHostedService") is not null;

    /// <summary>
    /// What the host runs, where a pause that it leads to is long, or of a length that nobody knows, and hears of no
    /// stop; null for any other call. The SDK sees where a token is at hand (CA2016).
    /// </summary>
    public IMethodSymbol? RunAround(IInvocationOperation call, ISymbol member) =>
        IsPause(call.TargetMethod)
        && member is IMethodSymbol method
        && HostedServices.Contain(method.ContainingType)
        && IsWaitedFor(call)
        && (TokenCalls.GivenTo(call) is { } token ? TokenCalls.IsNone(token) : !HasTokenAtHand(call, method))
        && _lengths.MayBeLong(call)
        && !IsEndedByStop(call, method.ContainingType)
            ? RunOf(method)
            : null;

    private static bool IsPause(IMethodSymbol method) => method switch
    {
        { Name: "Delay", ContainingType: { Name: "Task", ContainingNamespace.Name: "Tasks" } } => true,
        { Name: "WaitForNextTickAsync", ContainingType.Name: "PeriodicTimer" } => true,
        _ => false,
    };

    /// <summary>A pause beside other work (<c>Task.WhenAny</c>) may be left before it is over.</summary>
    private static bool IsWaitedFor(IInvocationOperation pause) =>
        pause.IsAwaited() || pause.Outermost().Parent is IReturnOperation;

    /// <summary>As the SDK looks for it: outwards to the first lambda or static function.</summary>
    private static bool HasTokenAtHand(IOperation pause, IMethodSymbol member)
    {
        foreach (var around in pause.Ancestors())
            switch (around)
            {
                case IAnonymousFunctionOperation lambda: return TakesToken(lambda.Symbol);
                case ILocalFunctionOperation local when TakesToken(local.Symbol): return true;
                case ILocalFunctionOperation { Symbol.IsStatic: true }: return false;
            }

        return TakesToken(member);
    }

    private static bool TakesToken(IMethodSymbol method) =>
        method.Parameters.Any(static parameter => Cancellations.IsToken(parameter.Type));

    /// <summary>A timer that is given back when the host stops makes no further tick.</summary>
    private static bool IsEndedByStop(IInvocationOperation pause, INamedTypeSymbol service) =>
        pause.Instance?.Bare() is IFieldReferenceOperation { Field.Name: var timer }
        && service.GetMembers("StopAsync").SelectMany(static stop => stop.DeclaringSyntaxReferences)
            .Any(stop => stop.GetSyntax().DescendantTokens().Any(token =>
                token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == timer));

    private IMethodSymbol? RunOf(IMethodSymbol method) =>
        method.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .Where(IsRun)
            .FirstOrDefault(run => LeadsTo(run, method, Trail.OfSteps(Patience)));

    /// <summary><c>ExecuteAsync</c>, or <c>StartAsync</c> where <c>StopAsync</c> waits for what was started.</summary>
    private bool IsRun(IMethodSymbol method) => method switch
    {
        { Name: "ExecuteAsync", IsOverride: true } => true,
        { Name: "StartAsync", IsOverride: false } =>
            method.ContainingType.GetMembers("StopAsync").OfType<IMethodSymbol>()
                .Any(stop => _summaries.Of(stop).Body is { } body
                    && Bodies.Own(body).Any(static operation => operation is IAwaitOperation)),
        _ => false,
    };

    private bool LeadsTo(IMethodSymbol run, IMethodSymbol method, Trail trail) =>
        SymbolEqualityComparer.Default.Equals(run, method)
        || (trail.TryPass(run, out var further)
            && _summaries.Of(run).Body is { } body
            && CalledIn(body)
                .Where(called => SymbolEqualityComparer.Default.Equals(called.ContainingType, method.ContainingType))
                .Any(called => LeadsTo(called, method, further)));

    private static IEnumerable<IMethodSymbol> CalledIn(IOperation body) =>
        body.Descendants()
            .Select(static operation => operation switch
            {
                IInvocationOperation call => call.TargetMethod,
                IMethodReferenceOperation reference => reference.Method,
                _ => null,
            })
            .OfType<IMethodSymbol>();
}
