namespace AiAwareAnalyzers.Tool.Git;

/// <summary>A commit, with what it did to source files.</summary>
internal sealed record Commit(
    string Hash, DateTimeOffset Time, bool IsMerge, string Author, IReadOnlyList<string> Trailers, string Subject)
{
    public IReadOnlyList<FileChange> Changes { get; init; } = [];
}

/// <summary>So many lines of a file added and taken out.</summary>
/// <param name="OldPath">What the file was called before, where it was renamed.</param>
internal sealed record FileChange(string Path, string? OldPath, int Added, int Removed);
