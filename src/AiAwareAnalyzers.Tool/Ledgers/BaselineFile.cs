using AiAwareAnalyzers.Governance.Ledgers;
using AiAwareAnalyzers.Tool.Findings;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Tool.Ledgers;

/// <summary>The baseline of a solution: which findings the team has decided to keep for now.</summary>
internal sealed class BaselineFile
{
    private readonly string _path;
    private readonly IReadOnlyDictionary<string, BaselineEntry> _entries;

    private BaselineFile(string path, Baseline baseline, bool exists)
    {
        _path = path;
        _entries = baseline.Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        Exists = exists;
        Gaps = [.. baseline.Malformed.Select(line => $"A line of {Baseline.FileName} does not count: {line.Reason}")];
    }

    public bool Exists { get; }

    public IReadOnlyList<string> Gaps { get; }

    public IEnumerable<BaselineEntry> Entries => _entries.Values;

    public static BaselineFile Read(string path) =>
        new(path, Baseline.Parse(SourceText.From(LedgerFile.Text(path))), File.Exists(path));

    /// <summary>
    /// As the compiler judges: of the findings of a rule in a member so many are quiet as the baseline says, and the
    /// last speak. In the high-risk zones nothing is quiet.
    /// </summary>
    public IEnumerable<Finding> Judge(IEnumerable<Finding> findings) =>
        findings.GroupBy(KeyOf, StringComparer.Ordinal).SelectMany(JudgeTogether);

    /// <summary>What the baseline would say if it took in all findings that are not suppressed elsewhere.</summary>
    public static IReadOnlyList<BaselineEntry> EntriesFor(IEnumerable<Finding> findings) =>
    [
        .. findings.Where(finding => IsCounted(finding) && !finding.IsHighRisk && MayBeBaselined(finding))
            .GroupBy(finding => (finding.Rule, finding.File, finding.Member))
            .Select(group => new BaselineEntry(group.Key.Rule, group.Key.File, group.Key.Member, group.Count())),
    ];

    /// <summary>The entries as far as findings still fill them: a ratchet never turns back.</summary>
    public IReadOnlyList<BaselineEntry> PrunedTo(IEnumerable<Finding> findings) =>
    [
        .. EntriesFor(findings)
            .Where(entry => _entries.ContainsKey(entry.Key))
            .Select(entry => entry with { Count = Math.Min(entry.Count, _entries[entry.Key].Count) }),
    ];

    public void Write(IEnumerable<BaselineEntry> entries) => LedgerFile.Write(_path, Baseline.Print(entries));

    private IEnumerable<Finding> JudgeTogether(IGrouping<string, Finding> findings)
    {
        var rest = _entries.TryGetValue(findings.Key, out var entry) ? entry.Count : 0;
        var found = findings.Count(IsCounted);
        var surplus = entry is not null && found > rest ? new Surplus(found, rest) : null;
        foreach (var finding in findings.OrderBy(finding => (finding.Region.Line, finding.Region.Column)))
            if (!IsCounted(finding))
                yield return finding with { Standing = Standing.Suppressed };
            else if (finding.Suppression is not null || !finding.IsHighRisk && rest > 0)
            {
                rest--;
                yield return finding with { Standing = Standing.Baselined };
            }
            else
                yield return finding with { Standing = Standing.New, Surplus = finding.IsHighRisk ? null : surplus };
    }

    /// <summary>What is said about a ledger, or about no file, stays loud.</summary>
    private static bool MayBeBaselined(Finding finding) =>
        finding.File.Length > 0 && !Path.GetFileName(finding.File).StartsWith("AiAware.", StringComparison.Ordinal);

    /// <summary>What a pragma or an attribute has suppressed is not the baseline's.</summary>
    private static bool IsCounted(Finding finding) => finding.Suppression is null or { IsBaseline: true };

    private static string KeyOf(Finding finding) => BaselineEntry.KeyOf(finding.Rule, finding.File, finding.Member);
}
