namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What the state after a fix takes over from the state before it.</summary>
public enum StateInheritanceMode
{
    /// <summary>Nothing.</summary>
    Explicit,

    /// <summary>What is not set; of changed code only those expected diagnostics that no fix is for.</summary>
    AutoInherit,

    /// <summary>What is not set, and every expected diagnostic.</summary>
    AutoInheritAll,
}
