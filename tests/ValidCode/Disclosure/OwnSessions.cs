namespace ValidCode.Disclosure;

/// <summary>A client that looks after its own tokens: nobody who guesses measures this.</summary>
public sealed class OwnSessions
{
    public const string SessionToken = "x-shop-session-token";

    public static class KnownHeaders
    {
        public static readonly string AllowedCredentials = string.Intern("Access-Control-Allow-Credentials");
    }

    private string _accessToken = "";

    public bool IsStale(string usedAccessToken) => _accessToken != usedAccessToken;

    public bool IsSameObject(string clientSecret, string other) => (object)clientSecret == other;

    public bool AllowsCredentials(string header) => header == KnownHeaders.AllowedCredentials;
}
