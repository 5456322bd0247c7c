namespace AiAwareAnalyzers.AuthScope.Guards;

/// <summary>What a caller needs to reach an endpoint; the later of two stands above the earlier.</summary>
internal enum Protection
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Nobody can tell from here: what is mapped elsewhere, what a library does.</summary>
    Unknown,

    /// <summary>To be somebody.</summary>
    Presence,

    /// <summary>A role, a scope, a policy, a signature.</summary>
    Demand,

    /// <summary>Nothing, and somebody has said so: <c>[AllowAnonymous]</c> overrides every demand.</summary>
    Open,
}

internal static class Protections
{
    public static Protection Stronger(this Protection one, Protection other) => one > other ? one : other;
}
