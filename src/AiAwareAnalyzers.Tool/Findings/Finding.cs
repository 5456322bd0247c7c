using AiAwareAnalyzers.Tool.Sarif;

namespace AiAwareAnalyzers.Tool.Findings;

/// <summary>What a rule says about a place, and how it stands.</summary>
/// <param name="File">Relative to the root, with <c>/</c> between folders; absolute where it lies elsewhere.</param>
internal sealed record Finding(string Rule, Level Level, string Message, string File, Region Region)
{
    public Suppression? Suppression { get; init; }

    /// <summary>The address of the innermost member, as the ledgers write it.</summary>
    public string Member { get; init; } = "-";

    public bool IsHighRisk { get; init; }

    public Standing Standing { get; init; }

    /// <summary>The day on which its line was last changed, where that is known.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>What it says without the names at hand: findings of one shape are one decision.</summary>
    public string Shape => MessageShape.Of(Message);

    public string Place => Region.Line == 0 ? File : $"{File}({Region.Line},{Region.Column})";
}

/// <summary>How a finding stands to what the team has decided.</summary>
internal enum Standing
{
    New,
    Baselined,
    Suppressed,
}
