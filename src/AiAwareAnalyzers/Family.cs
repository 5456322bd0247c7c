namespace AiAwareAnalyzers;

/// <summary>The families of rules: each a category, a folder, a namespace and a hundred ids.</summary>
internal static class Family
{
    public const string Configuration = "Configuration";
    public const string HallucinatedApi = "HallucinatedApi";
    public const string Money = "Money";
    public const string AuthScope = "AuthScope";
    public const string Materialization = "Materialization";
    public const string ErrorHandling = "ErrorHandling";
    public const string FakeWork = "FakeWork";
    public const string Injection = "Injection";
    public const string Disclosure = "Disclosure";
    public const string EdgeCases = "EdgeCases";
    public const string Concurrency = "Concurrency";
    public const string Testing = "Testing";
    public const string Governance = "Governance";
    public const string Wiring = "Wiring";

    /// <summary>What concerns the security of an application, and is tagged so in a log.</summary>
    public static bool IsSecurity(string category) => category is AuthScope or Injection or Disclosure;

    /// <summary>
    /// What is asked of Razor pages and components too. They are no endpoints of their own, and what they misspell the
    /// Razor compiler says itself.
    /// </summary>
    public static bool ConcernsRazor(string category) =>
        category is Money or Materialization or ErrorHandling or FakeWork or Injection or Disclosure or EdgeCases
            or Concurrency or Wiring;
}
