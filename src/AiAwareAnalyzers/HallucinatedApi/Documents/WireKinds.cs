namespace AiAwareAnalyzers.HallucinatedApi.Documents;

/// <summary>What JSON can say; none where nothing is known.</summary>
[Flags]
internal enum WireKinds
{
    None = 0,
    Text = 1,
    Integer = 2,

    /// <summary>A number that may have a fraction.</summary>
    Number = 4,
    Boolean = 8,
    Array = 16,
    Object = 32,
}
