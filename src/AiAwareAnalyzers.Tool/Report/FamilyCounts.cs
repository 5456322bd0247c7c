using AiAwareAnalyzers.Tool.Findings;

namespace AiAwareAnalyzers.Tool.Report;

/// <summary>How the findings of a family stand.</summary>
internal sealed record FamilyCounts(string Family, int New, int Baselined, int Suppressed, int HighRisk)
{
    public static IEnumerable<FamilyCounts> Of(Evidence evidence) =>
        evidence.Inspection.Findings.GroupBy(finding => RuleCatalog.Instance[finding.Rule].Family)
            .OrderBy(family => RepairOrder.RankOf(family.Key))
            .Select(family => new FamilyCounts(
                family.Key,
                family.Count(finding => finding.Standing == Standing.New),
                family.Count(finding => finding.Standing == Standing.Baselined),
                family.Count(finding => finding.Standing == Standing.Suppressed),
                family.Count(finding => finding.IsHighRisk && finding.Standing != Standing.Suppressed)));
}
