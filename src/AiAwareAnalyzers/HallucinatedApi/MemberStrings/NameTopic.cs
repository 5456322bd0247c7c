using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>Names that are given in one place and asked for in another.</summary>
/// <param name="Noun">What such a name is called.</param>
/// <param name="Harm">What comes of a name that nobody has given, to be read behind a comma.</param>
/// <param name="Givers">The methods that give a name.</param>
/// <param name="GivenAs">Their parameters that take it.</param>
/// <param name="Owners">
/// The types that <c>AddPolicy</c> and its kin are called on; none where the method says it.
/// </param>
internal sealed record NameTopic(
    string Noun,
    string Harm,
    ImmutableHashSet<string> Givers,
    ImmutableHashSet<string> GivenAs,
    ImmutableHashSet<string> Owners)
{
    public static readonly NameTopic Policies = new(
        "authorization policy",
        "so every request that asks for it throws",
        WordSet.Of("AddPolicy AddDefaultPolicy AddFallbackPolicy"),
        WordSet.Of("name"),
        WordSet.Of("AuthorizationOptions AuthorizationBuilder"))
    {
        Provider = "IAuthorizationPolicyProvider",
        IgnoresCase = true,
    };

    public static readonly NameTopic Origins = new(
        "CORS policy",
        "so no other origin is let in",
        WordSet.Of("AddPolicy"),
        WordSet.Of("name"),
        WordSet.Of("CorsOptions")) { Provider = "ICorsPolicyProvider" };

    public static readonly NameTopic Limits = new(
        "rate limiting policy",
        "so every request that asks for it throws",
        WordSet.Of(
            "AddPolicy AddFixedWindowLimiter AddSlidingWindowLimiter AddTokenBucketLimiter AddConcurrencyLimiter"),
        WordSet.Of("policyName"),
        WordSet.Of("RateLimiterOptions RateLimiterOptionsExtensions"));

    public static readonly NameTopic Outputs = new(
        "output cache policy",
        "so every request that asks for it throws",
        WordSet.Of("AddPolicy"),
        WordSet.Of("name"),
        WordSet.Of("OutputCacheOptions"))
    {
        Provider = "IOutputCachePolicyProvider",
        IgnoresCase = true,
    };

    public static readonly NameTopic Keys = new(
        "service with the key",
        "so the container throws",
        WordSet.Of(
            "AddKeyedSingleton AddKeyedScoped AddKeyedTransient TryAddKeyedSingleton TryAddKeyedScoped",
            "TryAddKeyedTransient AddKeyedService"),
        WordSet.Of("serviceKey"),
        ImmutableHashSet<string>.Empty);

    public static readonly NameTopic Clients = new(
        "HTTP client",
        "so it gets a client without the address and the headers that were set up",
        WordSet.Of("AddHttpClient"),
        WordSet.Of("name"),
        ImmutableHashSet<string>.Empty) { OnlyAsSlip = true };

    /// <summary>Who answers for names that nobody has given, where a project has a class of this contract.</summary>
    public string? Provider { get; private init; }

    /// <summary>Whether a name that nothing resembles may be right.</summary>
    public bool OnlyAsSlip { get; private init; }

    /// <summary>Whether letters of another size are the same to the framework.</summary>
    public bool IgnoresCase { get; private init; }

    public bool IsGiver(IMethodSymbol method) =>
        Owners.IsEmpty || Owners.Contains(method.ContainingType.Name);

    /// <summary>Names are compared as the framework compares them.</summary>
    public ImmutableHashSet<string>.Builder NewSet() => ImmutableHashSet.CreateBuilder(
        IgnoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
}
