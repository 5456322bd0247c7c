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
}
