using System.Collections.Concurrent;
using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.AuthScope.Reach;

/// <summary>An endpoint that changes what belongs to somebody, while those beside it look whose it is.</summary>
/// <param name="Entity">What it changes.</param>
/// <param name="Owner">What the others compare.</param>
/// <param name="Service">The method that does it, where the handler leaves it to one.</param>
/// <param name="Careful">Those that compare.</param>
/// <param name="Others">How many beside it reach such a thing by its key, or compare whose it is.</param>
internal sealed record ForeignChange(
    INamedTypeSymbol Entity,
    IPropertySymbol Owner,
    IMethodSymbol? Service,
    ImmutableArray<Endpoint> Careful,
    int Others);

/// <summary>Compares what endpoints of one home reach, and whether they ask whose it is.</summary>
internal sealed class OwnersBeside
{
    private const int FewestCareful = 2;

    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxNode, OwnedReach?> _reaches = new();
    private readonly Lazy<bool> _isCheckedEverywhere;

    private OwnersBeside(Compilation compilation)
    {
        _compilation = compilation;
        _isCheckedEverywhere = new(() =>
            Calls.Of(compilation).To("HasQueryFilter").Any() || RouteReaders.Of(compilation).AreThere);
    }

    public static OwnersBeside Of(Compilation compilation) => Facts.Of(compilation, static c => new OwnersBeside(c));

    /// <summary>
    /// What an endpoint changes by an id of its route, of whomever it is; null where it may have asked. Methods that
    /// look themselves are compared with those of their own type.
    /// </summary>
    public ForeignChange? ForgottenBy(Endpoint endpoint)
    {
        if (!MayForget(endpoint)
            || HandlerFunction.Of(endpoint, _compilation) is not { } function
            || RouteReaders.AreIn(function.Body)
            || ReachOf(endpoint) is not { AsksWho: false, SpeaksOfOwner: false } reach
            || _isCheckedEverywhere.Value
            || RouteTemplates.NamesIn(endpoint.Route).Any(name => RouteReaders.Guard(endpoint, function.Method, name)))
            return null;

        foreach (var (entity, service) in reach.ChangedByKey)
            if ((service is not null || function.Method.MethodKind == MethodKind.LambdaMethod)
                && Beside(endpoint, entity, service) is { } forgotten)
                return forgotten;
        return null;
    }

    private static bool MayForget(Endpoint endpoint) =>
        endpoint is { IsWrite: true, IsForEverybody: false, UsesCaller: false, IsGuardedByType: false,
            Checked: Protection.None, Granted: Protection.Presence or Protection.Demand }
        && endpoint.Route.IndexOf('{') >= 0
        && !Oversight.Is(endpoint);

    private ForeignChange? Beside(Endpoint endpoint, INamedTypeSymbol entity, IMethodSymbol? service)
    {
        var careful = new List<Endpoint>();
        var careless = 0;
        IPropertySymbol? owner = null;
        foreach (var other in SiblingsOf(endpoint))
            if (ReachOf(other) is not { } reach) continue;
            else if (reach.ComparedOwners.FirstOrDefault(compared => IsOf(compared, entity)) is { } compared)
            {
                owner ??= compared;
                careful.Add(other);
            }
            else if (reach.FindsByKey(entity)) careless++;
        return owner is not null && careful.Count >= FewestCareful && careful.Count >= 2 * (careless + 1)
            && careful.Exists(static other => other.UsesCaller && other.Route.IndexOf('{') >= 0)
            && !IsSeenInType(service, owner)
            ? new(entity, owner, service, careful.ToImmutableArray(), careful.Count + careless)
            : null;
    }

    /// <summary>The methods of a service are compared with each other, where most of them look whose it is.</summary>
    private bool IsSeenInType(IMethodSymbol? service, IPropertySymbol owner) =>
        service?.ContainingType.GetMembers().OfType<IMethodSymbol>().Count(method => Compares(method, owner))
            >= FewestCareful;

    private bool Compares(IMethodSymbol method, IPropertySymbol owner) =>
        ReturnValues.BodyOf(method, _compilation) is { } body
        && body.Descendants().OfType<IBinaryOperation>().Any(comparison =>
            OwnedEntities.ComparedIn(comparison) is { } compared
            && SymbolEqualityComparer.Default.Equals(compared.OriginalDefinition, owner));

    private static bool IsOf(IPropertySymbol owner, INamedTypeSymbol entity) =>
        entity.SelfAndBases().Any(type => SymbolEqualityComparer.Default.Equals(type, owner.ContainingType));

    /// <summary>The endpoints beside one that ask the same of their callers.</summary>
    private IEnumerable<Endpoint> SiblingsOf(Endpoint endpoint) =>
        WebApplication.Of(_compilation).WritesBeside(endpoint)
            .Concat(GetEndpoints.Of(_compilation).Beside(endpoint))
            .Where(other => other.Syntax != endpoint.Syntax
                && other.Demand == endpoint.Demand
                && other.Granted == endpoint.Granted
                && Equals(other.Container, endpoint.Container))
            .GroupBy(static other => other.Syntax)
            .Select(static group => group.First());

    private OwnedReach? ReachOf(Endpoint endpoint) =>
        _reaches.GetOrAdd(endpoint.Syntax, _ => OwnedReach.Of(endpoint, _compilation));
}
