using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.AuthScope.Reach;

/// <summary>The endpoints that call a method themselves, also behind a contract. Asked only after a hit.</summary>
internal sealed class CallingEndpoints(IMethodSymbol method, IPropertySymbol owner, Compilation compilation)
{
    private readonly ImmutableArray<(IInvocationOperation Call, Endpoint? Endpoint)> _callers =
        WebApplication.Of(compilation) is { IsPossible: true } application
            ? Passed.CallsOf(method, compilation)
                .Select(call => (call, EndpointAround(call, application)))
                .ToImmutableArray()
            : ImmutableArray<(IInvocationOperation, Endpoint?)>.Empty;

    /// <summary>Whoever gets there is asked for a role or a policy, or runs the place.</summary>
    public bool AreAllOverseers =>
        !_callers.IsEmpty && _callers.All(static caller => caller.Endpoint is { } endpoint && IsOverseer(endpoint));

    /// <summary>
    /// One that asks for no more than to be somebody gives its client what it got, and looks at no owner.
    /// </summary>
    public bool HandItOn => _callers.Any(caller =>
        caller.Endpoint is { Granted: Protection.Presence, Checked: Protection.None } endpoint
        && !IsOverseer(endpoint)
        && !IsCompared(caller.Call));

    private static bool IsOverseer(Endpoint endpoint) =>
        endpoint.Protection == Protection.Demand || Oversight.Is(endpoint);

    private bool IsCompared(IInvocationOperation call) =>
        call.Root().Descendants().Any(part => part switch
        {
            IPropertyReferenceOperation { Property: var property } =>
                SymbolEqualityComparer.Default.Equals(property.OriginalDefinition, owner.OriginalDefinition),
            IInvocationOperation check when check != call => OwnedEntities.AskedBy(check) is (_, true),
            _ => false,
        });

    private static Endpoint? EndpointAround(IInvocationOperation call, WebApplication application) =>
        call.Syntax.Ancestors().Select(application.AnsweredBy).FirstOrDefault(static endpoint => endpoint is not null);
}
