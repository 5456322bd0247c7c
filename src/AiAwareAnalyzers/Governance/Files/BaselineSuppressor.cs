using AiAwareAnalyzers.Governance.Ledgers;
using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.Governance.Files;

/// <summary>Quiets what the baseline knows: so many findings of a rule in a member of a file.</summary>
/// <remarks>
/// Of more findings than the baseline counts, the last in the member speak: which of them is new cannot be told from
/// the code. In the zones of <c>ai_aware.high_risk</c> nothing is quieted.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BaselineSuppressor : DiagnosticSuppressor
{
    private readonly ImmutableDictionary<string, SuppressionDescriptor> _byRule;

    /// <summary>For every finding of this package; the compiler knows of each before it asks.</summary>
    public BaselineSuppressor()
    {
        SupportedSuppressions = RuleBook.Findings()
            .Select(static finding => Suppressing(finding.Id))
            .ToImmutableArray();
        _byRule = SupportedSuppressions.ToImmutableDictionary(static one => one.SuppressedDiagnosticId);
    }

    /// <inheritdoc />
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; }

    /// <inheritdoc />
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (LedgerFiles.Named(Baseline.FileName, context.Options) is not { } ledger
            || ledger.GetText(context.CancellationToken) is not { } text)
            return;

        var counts = Facts.Of(context.Compilation, _ => new Counts(Baseline.Parse(text)));
        foreach (var findings in context.ReportedDiagnostics.GroupBy(finding => KeyOf(finding, ledger, context)))
            foreach (var finding in findings.OrderBy(static finding => finding.Location.SourceSpan)
                .Take(counts.Of(findings.Key)))
                context.ReportSuppression(Suppression.Create(_byRule[finding.Id], finding));
    }

    private static SuppressionDescriptor Suppressing(string id) =>
        new(id.Replace("AIA", "AIAB"), id, $"Stands in {Baseline.FileName} as older than the rules");

    /// <summary>The key of the entry that speaks of a finding; empty where none may.</summary>
    private static string KeyOf(Diagnostic finding, AdditionalText ledger, SuppressionAnalysisContext context)
    {
        var place = finding.Location;
        var written = place.GetMappedLineSpan();
        var holder = place.SourceTree?.GetRoot(context.CancellationToken).FindToken(place.SourceSpan.Start).Parent;
        if (LedgerFiles.PathFrom(ledger, written.Path ?? "") is not { } file
            || holder is not null && Zones.Hold(holder, context.Options, context.Compilation))
            return "";

        // What a page of Razor says stands in no member that its reader knows.
        return BaselineEntry.KeyOf(
            finding.Id, file, written.HasMappedPath ? MemberAddress.None : MemberAddress.Of(holder));
    }

    /// <summary>How many findings of each key are older than the rules.</summary>
    private sealed class Counts(Baseline baseline)
    {
        private readonly Dictionary<string, int> _byKey = baseline.Entries.ToDictionary(
            static entry => entry.Key, static entry => entry.Count, StringComparer.Ordinal);

        public int Of(string key) => _byKey.TryGetValue(key, out var count) ? count : 0;
    }
}
