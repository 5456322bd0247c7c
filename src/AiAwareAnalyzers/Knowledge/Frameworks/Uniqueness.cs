namespace AiAwareAnalyzers.Knowledge.Frameworks;

/// <summary>Whether rows can be there twice with the same values.</summary>
internal enum Uniqueness
{
    /// <summary>Something keeps them apart, or nobody can say.</summary>
    Kept,

    /// <summary>The model stands here, and nothing in it keeps them apart.</summary>
    Open,

    /// <summary>The model stands in another project of the solution; no code here answers a violation.</summary>
    Unseen,
}
