namespace AiAwareAnalyzers.Field.Comparing;

/// <summary>What has changed between two runs.</summary>
/// <remarks>Findings are the same by rule, file, member and message, wherever their lines have moved.</remarks>
internal sealed record Comparison(
    ImmutableArray<Finding> New, ImmutableArray<Finding> Gone, ImmutableArray<Finding> Same)
{
    public static Comparison Of(IEnumerable<Finding> before, IEnumerable<Finding> after)
    {
        var earlier = InOrder(before)
            .GroupBy(finding => finding.Key)
            .ToDictionary(same => same.Key, same => new Queue<Finding>(same));
        var pairs = InOrder(after).Select(finding => (Now: finding, Then: Take(earlier, finding))).ToList();
        return new Comparison(
            [.. pairs.Where(pair => pair.Then is null).Select(pair => pair.Now)],
            [.. earlier.Values.SelectMany(left => left)],
            [.. pairs.Where(pair => pair.Then is not null).Select(pair => Judged(pair.Now, pair.Then!))]);
    }

    private static IEnumerable<Finding> InOrder(IEnumerable<Finding> findings) =>
        findings.OrderBy(finding => (finding.Line, finding.Column));

    private static Finding? Take(Dictionary<FindingKey, Queue<Finding>> waiting, Finding finding) =>
        waiting.TryGetValue(finding.Key, out var left) && left.TryDequeue(out var before) ? before : null;

    /// <summary>What was judged once need not be judged again.</summary>
    private static Finding Judged(Finding now, Finding then) =>
        now with { Verdict = then.Verdict, Reason = then.Reason };
}
