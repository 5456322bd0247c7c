using AiAwareAnalyzers.Tool.Ledgers;

namespace AiAwareAnalyzers.Tool.Setup;

/// <summary>Proposes the high-risk zones: as a comment, because a team decides that itself.</summary>
internal static class EditorConfig
{
    public static string? Merge(string before, ZoneSurvey survey)
    {
        if (before.Contains("ai_aware.high_risk", StringComparison.Ordinal)) return null;
        var line = survey.Proposals.Count > 0 ? survey.ProposedLine : "ai_aware.high_risk = Shop.Payments";
        var reasons = string.Concat(survey.Proposals.Select(
            proposal => $"#   {proposal.Namespace}: {string.Join(", ", proposal.Reasons)}\n"));
        var added =
            $"""
            [*.cs]
            # Where a mistake costs most: every finding is a warning there, and asks for a sign-off. Take away the first # of
            # the next line to switch it on.
            {reasons}# {line}

            """;
        return before.Length == 0 ? added : $"{before.TrimEnd()}\n\n{added}";
    }
}
