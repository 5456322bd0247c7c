namespace AiAwareAnalyzers.Tool.Findings;

/// <summary>Findings of one rule that say the same of different code: one decision.</summary>
internal sealed record FindingGroup(KnownRule Rule, string Shape, IReadOnlyList<Finding> Findings)
{
    public int Count => Findings.Count;

    public Level Level => Findings.Max(finding => finding.Level);

    /// <summary>
    /// The groups of findings, in the order in which repairing helps; larger groups first inside a rule.
    /// </summary>
    public static IReadOnlyList<FindingGroup> Of(IEnumerable<Finding> findings) =>
    [
        .. findings.GroupBy(finding => (finding.Rule, finding.Shape))
            .Select(group => new FindingGroup(RuleCatalog.Instance[group.Key.Rule], group.Key.Shape, [.. group]))
            .OrderBy(group => group.Level < Level.Warning)
            .ThenBy(group => RepairOrder.RankOf(group.Rule.Family))
            .ThenBy(group => group.Rule.Id, StringComparer.Ordinal)
            .ThenByDescending(group => group.Count)
            .ThenBy(group => group.Shape, StringComparer.Ordinal),
    ];
}
