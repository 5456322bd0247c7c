namespace AiAwareAnalyzers.Tool.Findings;

/// <summary>
/// The order in which repairing helps: what does not exist hides the rest, then what strangers can use, then what gives
/// wrong results, then what is slow. Inside a family by file, from its end, so that repairs do not move what follows.
/// </summary>
internal sealed class RepairOrder : IComparer<Finding>
{
    private static readonly string[] Families =
    [
        "Configuration", "HallucinatedApi", "AuthScope", "Injection", "Disclosure", "Money", "ErrorHandling",
        "Concurrency", "FakeWork", "EdgeCases", "Testing", "Materialization", "Governance",
    ];

    public static RepairOrder Instance { get; } = new();

    public int Compare(Finding? left, Finding? right)
    {
        if (left is null || right is null) return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        var order = (IsQuiet(left), RankOf(left)).CompareTo((IsQuiet(right), RankOf(right)));
        if (order == 0) order = string.CompareOrdinal(left.Rule, right.Rule);
        if (order == 0) order = string.CompareOrdinal(left.File, right.File);
        if (order == 0) order = right.Region.Line.CompareTo(left.Region.Line);
        return order != 0 ? order : right.Region.Column.CompareTo(left.Region.Column);
    }

    public static int RankOf(string family) =>
        Array.IndexOf(Families, family) is >= 0 and var rank ? rank : Families.Length;

    private static bool IsQuiet(Finding finding) => finding.Level < Level.Warning;

    private static int RankOf(Finding finding) => RankOf(RuleCatalog.Instance[finding.Rule].Family);
}
