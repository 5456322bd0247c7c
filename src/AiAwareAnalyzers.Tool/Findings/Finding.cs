using AiAwareAnalyzers.Tool.Sarif;

namespace AiAwareAnalyzers.Tool.Findings;

/// <summary>What a rule says about a place, and how it stands.</summary>
/// <param name="File">Relative to the root, with <c>/</c> between folders; absolute where it lies elsewhere.</param>
internal sealed record Finding(string Rule, Level Level, string Message, string File, Region Region)
{
    public Suppression? Suppression { get; init; }

    /// <summary>The address of the innermost member, as the ledgers write it.</summary>
    public string Member { get; init; } = "-";

    /// <summary>The high-risk zone that it stands in, as the team names it; the first of several.</summary>
    public string? Zone { get; init; }

    public bool IsHighRisk => Zone is not null;

    public Standing Standing { get; init; }

    /// <summary>Where the baseline counts findings of its rule in its member, and fewer than there are.</summary>
    public Surplus? Surplus { get; init; }

    /// <summary>The day on which its line was last changed, where that is known.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The message; of findings that look alike, also how many the baseline knows.</summary>
    public string Told => Surplus is null ? Message : $"{Message} ({Surplus})";

    /// <summary>What it says without the names at hand: findings of one shape are one decision.</summary>
    public string Shape => MessageShape.Of(Message);

    public string Place => Region.Line == 0 ? File : $"{File}({Region.Line},{Region.Column})";
}

/// <summary>More findings of a rule in a member than the baseline counts; which are new cannot be told.</summary>
internal sealed record Surplus(int Found, int Counted)
{
    public override string ToString() => $"one of {Found} in this member, and the baseline counts {Counted}";
}

/// <summary>How a finding stands to what the team has decided.</summary>
internal enum Standing
{
    New,
    Baselined,
    Suppressed,
}
