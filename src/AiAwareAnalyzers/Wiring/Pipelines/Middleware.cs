namespace AiAwareAnalyzers.Wiring.Pipelines;

/// <summary>What a call sets up, the middleware that it is set up for, and what happens without that.</summary>
/// <param name="Middleware">The call that puts the middleware into the pipeline.</param>
/// <param name="Harm">What happens without it.</param>
internal sealed record Need(string Middleware, string Harm);

/// <summary>A middleware that works only before certain others.</summary>
/// <param name="Others">The calls that it has to come before.</param>
/// <param name="Harm">What happens behind them.</param>
internal sealed record Order(ImmutableArray<string> Others, string Harm);

/// <summary>Which calls need which middleware, and which middleware has to come first.</summary>
internal static class Middleware
{
    private static readonly ImmutableDictionary<string, Need> Needs = new Dictionary<string, Need>
    {
        ["AddRateLimiter"] = new("UseRateLimiter", "no request is ever limited"),
        ["RequireRateLimiting"] = new("UseRateLimiter", "no request is ever limited"),
        ["AddCors"] = new("UseCors", "browsers refuse every answer to another origin"),
        ["RequireCors"] = new("UseCors", "each request of the endpoint ends in an exception"),
        ["AddSession"] = new("UseSession", "whatever touches the session throws"),
        ["AddOutputCache"] = new("UseOutputCache", "nothing is ever cached"),
        ["CacheOutput"] = new("UseOutputCache", "nothing is ever cached"),
        ["AddResponseCaching"] = new("UseResponseCaching", "nothing is ever cached"),
        ["AddResponseCompression"] = new("UseResponseCompression", "nothing is ever compressed"),
        ["AddRequestDecompression"] = new("UseRequestDecompression", "compressed requests arrive as they were sent"),
        ["AddRequestTimeouts"] = new("UseRequestTimeouts", "no request ever times out"),
        ["WithRequestTimeout"] = new("UseRequestTimeouts", "the request never times out"),
        ["AddHttpLogging"] = new("UseHttpLogging", "no request is logged"),
        ["AddExceptionHandler"] = new("UseExceptionHandler", "the handler never sees an exception"),
        ["AddHeaderPropagation"] = new("UseHeaderPropagation", "each client that forwards headers throws"),
        ["AddHsts"] = new("UseHsts", "the header is never sent"),
        ["MapRazorComponents"] = new("UseAntiforgery", "each request of a page ends in an exception"),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ImmutableDictionary<string, Order> Orders = new Dictionary<string, Order>
    {
        ["UseAuthentication"] = new(
            ImmutableArray.Create("UseAuthorization"), "nobody is known yet when it is decided who may pass"),
        ["UseForwardedHeaders"] = new(
            ImmutableArray.Create("UseHttpsRedirection", "UseHsts"),
            "behind a proxy that ends TLS each request is redirected to itself"),
        ["UseExceptionHandler"] = new(
            ImmutableArray.Create("UseAuthentication", "UseAuthorization"),
            "a failure in there is answered and logged by nobody"),
        ["UseRateLimiter"] = BeforeEndpoints("the endpoints are never limited"),
        ["UseCors"] = BeforeEndpoints("browsers refuse the answers of the endpoints"),
        ["UseSession"] = BeforeEndpoints("an endpoint that touches the session throws"),
        ["UseOutputCache"] = BeforeEndpoints("no endpoint is ever cached"),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ImmutableDictionary<string, string> Protections = new Dictionary<string, string>
    {
        ["UseHttpsRedirection"] = "in production passwords and tokens may travel in plain text",
        ["UseHsts"] = "in production no browser is told to come back by HTTPS only",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>What happens in production without a middleware that is there for it; null for others.</summary>
    public static string? HarmWithout(string call) => Protections.TryGetValue(call, out var harm) ? harm : null;

    /// <summary>Null where a call sets nothing up that needs a middleware.</summary>
    public static Need? NeededBy(string call) => Needs.TryGetValue(call, out var need) ? need : null;

    /// <summary>Null where a call may stand anywhere.</summary>
    public static Order? OrderOf(string call) => Orders.TryGetValue(call, out var order) ? order : null;

    private static Order BeforeEndpoints(string harm) => new(ImmutableArray.Create("UseEndpoints"), harm);
}
