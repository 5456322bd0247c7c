namespace AiAwareAnalyzers.Tool.Git;

/// <summary>Who wrote a commit, as far as it says so.</summary>
internal enum Origin
{
    Unknown,
    Assistant,
    Hand,
}
