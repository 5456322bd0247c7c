namespace AiAwareAnalyzers.Tool;

/// <summary>What the exit codes mean: a CI can rely on them.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>There are new findings, or a ledger is not as it should be.</summary>
    public const int Found = 1;

    /// <summary>The command line or an input cannot be used.</summary>
    public const int Unusable = 2;

    /// <summary>The code does not compile, so that findings may be missing.</summary>
    public const int NotBuilt = 3;
}
