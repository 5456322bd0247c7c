namespace AiAwareAnalyzers.Tool.Git;

/// <summary>What commits of one origin did.</summary>
internal sealed class OriginTotals(Origin origin)
{
    public Origin Origin { get; } = origin;

    public int Commits { get; set; }

    public int Added { get; set; }

    /// <summary>Of the lines added: changed again within fourteen days.</summary>
    public int ReworkedSoon { get; set; }

    /// <summary>Of the lines added: changed again within thirty days.</summary>
    public int Reworked { get; set; }
}
