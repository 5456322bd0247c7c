namespace AiAwareAnalyzers.Field.Judging;

/// <summary>How many findings were read, and what the reader said; weak is not right.</summary>
internal sealed record Precision(string Name, int Right, int Weak, int Wrong)
{
    public int Read => Right + Weak + Wrong;

    public double Share => (double)Right / Read;

    /// <summary>By rule and level, then by level; what nobody has judged is left out.</summary>
    public static IEnumerable<Precision> Table(IEnumerable<Finding> findings)
    {
        var judged = findings.Where(finding => finding.Verdict.Length > 0).ToList();
        var byRule = judged.GroupBy(finding => $"{finding.Rule} {finding.Level}");
        var byLevel = judged.GroupBy(finding => $"every {finding.Level}");
        return byRule.Concat(byLevel).OrderBy(group => group.Key, StringComparer.Ordinal).Select(Of);
    }

    private static Precision Of(IGrouping<string, Finding> findings)
    {
        int Count(string verdict) => findings.Count(finding => finding.Verdict == verdict);
        return new Precision(findings.Key, Count("right"), Count("weak"), Count("wrong"));
    }
}
