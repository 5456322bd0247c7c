using AiAwareAnalyzers.Tool.Ledgers;

namespace AiAwareAnalyzers.Tool.Report.Page;

/// <summary>What the team has written down, and what its tests say.</summary>
internal static class LedgerSections
{
    public static Section Zones(Evidence evidence)
    {
        var signOffs = evidence.Survey.SignOffs;
        return new(
            "zones",
            "High-risk zones and sign-offs",
            Html.Of(
                $"""
                {(evidence.Survey.Zones.Count == 0 ? Html.Of($"<p>No zone is named.</p>") : ZoneTable(evidence))}
                {(evidence.Survey.Proposals.Count == 0 ? Html.Nothing : ProposalTable(evidence))}
                {(signOffs.Count == 0 ? Html.Of($"<p>Nobody has signed anything.</p>") : SignOffTable(signOffs))}
                """),
            "Zones are what ai_aware.high_risk names in .editorconfig; a finding in several counts for the first. A "
                + "sign-off holds as long as the tokens of the member are those that were read; spaces and comments "
                + "do not count.",
            "Whether the reviewer understood what was read. What a member calls may have changed while it did not.");
    }

    public static Section Invariants(Evidence evidence)
    {
        var broken = evidence.Invariants.Judged.Count(invariant => invariant.Violations > 0);
        return new(
            "invariants",
            "Invariants",
            evidence.Invariants.Judged.Count == 0
                ? Html.Of($"<p>AiAware.invariants holds no sentence.</p>")
                : Html.Of(
                    $"""
                    <p>Violation rate: {Figures.Percent(broken, evidence.Invariants.Judged.Count)}
                    ({broken} of {evidence.Invariants.Judged.Count} sentences are broken).</p>
                    {InvariantTable(evidence)}
                    """),
            "Each line of AiAware.invariants, and the findings that quote it.",
            "What goes around the compiler: reflection, configuration, other processes. A sentence counts as kept when "
                + "no log speaks of it, also when its project was not built.");
    }

    public static Section Tests(Evidence evidence) => new(
        "tests",
        "Tests, coverage, mutation score",
        Table.Of(
            "Tests",
            ["", "Share", "Files read"],
            new[]
            {
                ("Tests passed", evidence.Tests.Results), ("Lines covered", evidence.Tests.Coverage),
                ("Mutants noticed", evidence.Tests.Mutation),
            }.Select(row => (Html[])
            [
                Html.Of($"{row.Item1}"), Html.Of($"{Figures.Of(row.Item2)}"), Html.Of($"{row.Item2?.Files ?? 0}"),
            ])),
        "TRX, Cobertura and Stryker files that were named or that lie below the folder, summed.",
        "Whether the files belong to this commit. What two files say of the same code is counted twice. A covered line "
            + "was run, not necessarily checked: the mutants tell.");

    private static Html ZoneTable(Evidence evidence) => Table.Of(
        "Zones",
        ["Zone", "Open findings", "Files", "Members", "Signed", "Stale"],
        evidence.Survey.Zones.Select(zone => (Html[])
        [
            Html.Of($"{zone.Text}"), Html.Of($"{evidence.OpenIn(zone)}"), Html.Of($"{zone.Files}"),
            Html.Of($"{zone.Members}"), Html.Of($"{zone.Signed}"), Html.Of($"{zone.Stale}"),
        ]));

    private static Html ProposalTable(Evidence evidence) => Table.Of(
        "In no zone, and it looks like one",
        ["Namespace", "Because it"],
        evidence.Survey.Proposals.Select(proposal => (Html[])
            [Html.Of($"{proposal.Namespace}"), Html.Of($"{string.Join(", ", proposal.Reasons)}")]));

    private static Html SignOffTable(IEnumerable<JudgedSignOff> signOffs) => Table.Of(
        "Sign-offs, stale ones first",
        ["Member", "State", "By", "On", "Words"],
        signOffs.OrderBy(judged => judged.State == SignOffState.Fresh).Select(judged => (Html[])
        [
            Html.Of($"<code>{judged.SignOff.Member}</code>"), Html.Of($"{WordFor(judged.State)}"),
            Html.Of($"{judged.SignOff.Reviewer}"), Html.Of($"{judged.SignOff.Date}"),
            Html.Of($"{judged.SignOff.Words}"),
        ]));

    private static string WordFor(SignOffState state) => state switch
    {
        SignOffState.Fresh => "holds",
        SignOffState.Stale => "stale: it has changed since",
        _ => "there is no such member now",
    };

    private static Html InvariantTable(Evidence evidence) => Table.Of(
        "Sentences",
        ["Sentence", "Violations"],
        evidence.Invariants.Judged.OrderByDescending(invariant => invariant.Violations)
            .Select(invariant => (Html[])[Html.Of($"{invariant.Sentence}"), Html.Of($"{invariant.Violations}")]));
}
