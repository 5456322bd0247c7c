using System.Collections.Concurrent;
using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Endpoints;

/// <summary>
/// How a web application is set up: whether it authenticates, and what it demands of all its endpoints. It knows none
/// of them.
/// </summary>
internal sealed class ApplicationSetup
{
    private static readonly ImmutableArray<string> Authenticating = ImmutableArray.Create(
        "AddAuthentication", "AddBearerToken", "AddCookie", "AddDefaultIdentity", "AddIdentity",
        "AddIdentityApiEndpoints", "AddJwtBearer", "AddMicrosoftIdentityWebApi",
        "AddMicrosoftIdentityWebApiAuthentication", "AddMicrosoftIdentityWebApp",
        "AddMicrosoftIdentityWebAppAuthentication", "AddNegotiate", "AddOpenIdConnect", "AddOpenIddict",
        "UseAuthentication");

    private static readonly ImmutableArray<string> BearerAuthentication = ImmutableArray.Create(
        "AddBearerToken", "AddJwtBearer", "AddMicrosoftIdentityWebApi", "AddMicrosoftIdentityWebApiAuthentication",
        "AddOpenIddict");

    private readonly Compilation _compilation;
    private readonly Lazy<Protection> _fallback;
    private readonly Lazy<Protection> _bare;
    private readonly Lazy<bool> _isGuardedByMiddleware;
    private readonly ConcurrentDictionary<string, Protection> _mapped = new();

    private ApplicationSetup(Compilation compilation)
    {
        _compilation = compilation;
        _fallback = new(() => OfPolicy("FallbackPolicy", "SetFallbackPolicy"));
        _bare = new(() =>
            OfPolicy("DefaultPolicy", "SetDefaultPolicy") == Protection.Demand
                ? Protection.Demand
                : Protection.Presence);
        _isGuardedByMiddleware = new(FindMiddleware);
    }

    public static ApplicationSetup Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new ApplicationSetup(c));

    /// <summary>Whether a scheme is added that finds out who is asking.</summary>
    public bool Authenticates => Calls.Of(_compilation).To(Authenticating).Any();

    /// <summary>Whether the framework validates bearer tokens.</summary>
    public bool ValidatesBearerTokens => Calls.Of(_compilation).To(BearerAuthentication).Any();

    /// <summary>What is demanded where nothing is said.</summary>
    public Protection Fallback =>
        _fallback.Value.Stronger(_isGuardedByMiddleware.Value ? Protection.Unknown : Protection.None);

    /// <summary>What <c>[Authorize]</c> alone demands: a default policy may want more than somebody.</summary>
    public Protection OfBareAuthorize => _bare.Value;

    /// <summary>As above, for whatever is declared: only the bare demand depends on the application.</summary>
    public Protection Bare(Protection declared) => declared == Protection.Presence ? OfBareAuthorize : declared;

    /// <summary>
    /// What is demanded of all that one of these calls maps: <c>MapControllers().RequireAuthorization()</c>.
    /// </summary>
    public Protection OfMapped(params string[] calls) =>
        _mapped.GetOrAdd(
            string.Join("|", calls),
            _ => Weakest(Calls.Of(_compilation).To(calls).Select(RouteBuilders.Of(_compilation).OfEndpoint)));

    /// <summary>A filter that every controller and page goes through.</summary>
    public Protection OfFilters =>
        _mapped.GetOrAdd("filters", _ => Calls.Of(_compilation).To("Add").Where(IsFilter).Select(OfFilter)
            .Aggregate(Protection.None, Protections.Stronger));

    private static Protection Weakest(IEnumerable<Protection> protections) =>
        protections.DefaultIfEmpty(Protection.None).Min();

    private static bool IsFilter(InvocationExpressionSyntax call) =>
        call.Expression
            is MemberAccessExpressionSyntax
                { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Filters" } };

    private static Protection OfFilter(InvocationExpressionSyntax call)
    {
        var names = call.DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.ValueText)
            .ToList();
        if (!names.Exists(AuthorizationAttributes.SpeaksOfAuthorization)) return Protection.None;
        return names.Contains("AuthorizeFilter") ? Protection.Presence : Protection.Demand;
    }

    private Protection OfPolicy(string property, string call)
    {
        var calls = Calls.Of(_compilation);
        return calls.ValuesOf(property).Select(value => value.ToString())
            .Concat(calls.To(call).Select(set => set.ArgumentList.ToString()))
            .Select(OfPolicy).Aggregate(Protection.None, Protections.Stronger);
    }

    private static Protection OfPolicy(string policy) =>
        policy == "null" ? Protection.None
        : RouteConventions.AsksOnlyForPresence(policy) || policy.EndsWith("DefaultPolicy", StringComparison.Ordinal)
            ? Protection.Presence
        : Protection.Demand;

    /// <summary>Middleware of the project that refuses somebody guards routes that nobody can tell from here.</summary>
    private bool FindMiddleware() =>
        Calls.Of(_compilation)
            .To(new[] { "Use", "UseWhen" })
            .SelectMany(call => call.ArgumentList.DescendantNodes().OfType<AnonymousFunctionExpressionSyntax>())
            .Any(Refuses)
        || Calls.Of(_compilation).To("UseMiddleware").SelectMany(Middleware).Any(Refuses);

    private IEnumerable<SyntaxNode> Middleware(InvocationExpressionSyntax call) =>
        call.DescendantNodes().OfType<TypeArgumentListSyntax>().SelectMany(list => list.Arguments)
            .Select(type => Semantics.Of(_compilation).ModelOf(type.SyntaxTree)?.GetTypeInfo(type).Type)
            .OfType<INamedTypeSymbol>()
            .SelectMany(type => type.GetMembers("InvokeAsync").Concat(type.GetMembers("Invoke")))
            .SelectMany(method => method.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax());

    private static bool Refuses(SyntaxNode handler) => HandlerChecks.In(handler) != Protection.None;
}
