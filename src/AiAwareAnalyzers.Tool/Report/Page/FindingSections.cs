using AiAwareAnalyzers.Tool.Findings;
using AiAwareAnalyzers.Tool.Report.Inputs;

namespace AiAwareAnalyzers.Tool.Report.Page;

/// <summary>What the rules found.</summary>
internal static class FindingSections
{
    /// <summary>A page that lists everything opens in no browser; findings.sarif does.</summary>
    private const int MostGroups = 200;
    private const int MostPlaces = 20;
    private const int MostSuppressions = 500;

    public static Section Overview(Evidence evidence) => new(
        "findings",
        "Findings by family, zone and age",
        Html.Of($"{Families(evidence)}{Ages(evidence)}"),
        "The compiler's SARIF logs, what two logs say of the same place counted once. New is what neither the baseline "
            + "nor a suppression covers. The age of a finding is that of its line, as git blame has it.",
        "A line that was only moved or reformatted looks young; a flaw may be older than the line that it stands on. "
            + $"Git was asked about the files with most findings, at most {FindingAges.MostFiles} and fewer where the "
            + "history is long; the rest is 'unknown'. "
            + $"Results of other analyzers in the logs are left out: {Figures.Of(evidence.Inspection.Others)}.");

    public static Section Groups(Evidence evidence)
    {
        var groups = FindingGroup.Of(evidence.Inspection.New);
        var old = FindingGroup.Of(evidence.Inspection.Of(Standing.Baselined));
        return new(
            "groups",
            "What to decide",
            Html.Of(
                $"""
                <h3>New</h3>{Listed(groups)}
                <h3>Baselined</h3>{Listed(old)}
                """),
            "Findings of one rule whose messages differ only in the code that they quote are one decision. The order "
                + "is that in which repairing helps: names that do not exist, what strangers can use, wrong results, "
                + "slow code.",
            "Two findings of one shape may still need two answers.");
    }

    public static Section Suppressions(Evidence evidence)
    {
        var suppressed = evidence.Inspection.Of(Standing.Suppressed).ToList();
        return new(
            "suppressions",
            "Suppressed, and why",
            Html.Of(
                $"""
                <p>Suppressed findings: {suppressed.Count}, without a reason: {suppressed.Count(HasNoReason)}.</p>
                {(suppressed.Count == 0 ? Html.Nothing : Suppressed(suppressed))}
                """),
            "What the logs say of pragmas, attributes and suppressors.",
            "What an .editorconfig or NoWarn switches off never reaches a log. A pragma carries no reason into it.");
    }

    private static bool HasNoReason(Finding finding) => string.IsNullOrWhiteSpace(finding.Suppression?.Justification);

    private static Html Families(Evidence evidence) => Table.Of(
        "Findings by family",
        ["Family", "New", "Baselined", "Suppressed", "In high-risk zones"],
        FamilyCounts.Of(evidence).Select(family => (Html[])
        [
            Html.Of($"{family.Family}"), Html.Of($"{family.New}"), Html.Of($"{family.Baselined}"),
            Html.Of($"{family.Suppressed}"), Html.Of($"{family.HighRisk}"),
        ]));

    private static Html Ages(Evidence evidence) => Table.Of(
        "New and baselined findings by the age of their lines",
        ["Age", "Findings"],
        FindingAges.Buckets(evidence.Open, evidence.Time)
            .Select(age => (Html[])[Html.Of($"{age.Age}"), Html.Of($"{age.Count}")]));

    private static Html Listed(IReadOnlyCollection<FindingGroup> groups)
    {
        if (groups.Count == 0) return Html.Of($"<p>Nothing.</p>");
        var more = groups.Count - MostGroups;
        return Html.Of(
            $"""
            {groups.Take(MostGroups).Select(Listed)}
            {(more > 0 ? Html.Of($"<p>… and {more} more groups: see findings.sarif.</p>") : Html.Nothing)}
            """);
    }

    private static Html Listed(FindingGroup group)
    {
        var more = group.Count - MostPlaces;
        return Html.Of(
            $"""
            <details class="group"><summary><strong>{group.Rule.Id}</strong> {group.Rule.Title}
            <span class="count {group.Level.Word()}">{group.Count} × {group.Level.Word()}</span></summary>
            <p>{group.Shape}</p>
            {(group.Rule.FixAll is { } fix ? Html.Of($"<p>Fix all: <code>{fix}</code></p>") : Html.Nothing)}
            <ul>{group.Findings.Take(MostPlaces).Select(Listed)}
            {(more > 0 ? Html.Of($"<li>… and {more} more: see findings.sarif</li>") : Html.Nothing)}</ul></details>

            """);
    }

    private static Html Listed(Finding finding) =>
        Html.Of($"<li><code>{finding.Place}</code> {finding.Told}{Zone(finding)}</li>");

    private static Html Zone(Finding finding) =>
        finding.IsHighRisk ? Html.Of($""" <span class="count error">high risk</span>""") : Html.Nothing;

    private static Html Suppressed(IReadOnlyCollection<Finding> findings) => Table.Of(
        "Suppressed findings",
        ["Place", "Rule", "How", "Reason"],
        findings.OrderBy(finding => !HasNoReason(finding)).Take(MostSuppressions).Select(finding => (Html[])
        [
            Html.Of($"<code>{finding.Place}</code>"), Html.Of($"{finding.Rule}"),
            Html.Of($"{finding.Suppression!.Kind}"),
            Html.Of($"{(HasNoReason(finding) ? "none" : finding.Suppression.Justification)}"),
        ]));
}
