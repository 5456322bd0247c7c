using AiAwareAnalyzers.Tool.Findings;
using AiAwareAnalyzers.Tool.Printing;

namespace AiAwareAnalyzers.Tool.Report.Page;

/// <summary>
/// The whole report as one file: no script, no network, light and dark as the reader's machine has it.
/// </summary>
internal static class ReportPage
{
    public static Html Of(Evidence evidence)
    {
        Section[] sections =
        [
            FindingSections.Overview(evidence),
            FindingSections.Groups(evidence),
            HistorySections.Pace(evidence),
            HistorySections.Origins(evidence),
            HistorySections.Releases(evidence),
            HistorySections.Trend(evidence),
            LedgerSections.Zones(evidence),
            LedgerSections.Invariants(evidence),
            FindingSections.Suppressions(evidence),
            LedgerSections.Tests(evidence),
        ];
        return Html.Of(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <link rel="icon" href="data:,">
            <title>{evidence.Title}: evidence</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <a class="skip" href="#main">To the content</a>
            <header>
            <h1>{evidence.Title}</h1>
            <p>{TextFindings.Summary(evidence.Inspection)}</p>
            <p class="muted">{evidence.Now.Time}{CommitOf(evidence)}</p>
            <nav aria-label="Parts of this page"><ul>{sections.Select(section => section.Link)}</ul></nav>
            </header>
            <main id="main" tabindex="-1">
            {Gaps(evidence)}
            {Tiles(evidence)}
            {sections.Select(section => section.Draw())}
            </main>
            <footer><p class="muted">Written by aiaware. The same numbers stand in evidence.json, the findings in findings.sarif.</p></footer>
            </body>
            </html>

            """);
    }

    private static Html Style { get; } = Html.OfResource("report.css");

    private static Html CommitOf(Evidence evidence) =>
        evidence.Commit.Length == 0 ? Html.Nothing : Html.Of($", commit <code>{evidence.Commit[..12]}</code>");

    private static Html Gaps(Evidence evidence) => evidence.Gaps.Count == 0
        ? Html.Nothing
        : Html.Of(
            $"""
            <section class="gaps" aria-labelledby="gaps-head"><h2 id="gaps-head">What is missing here</h2>
            <ul>{evidence.Gaps.Select(gap => Html.Of($"<li>{gap}</li>"))}</ul></section>
            """);

    private static Html Tiles(Evidence evidence)
    {
        var change = evidence.Change;
        return Html.Of(
            $"""
            <dl class="tiles">
            {Tile("New findings", Figures.Of(evidence.Count(Standing.New)))}
            {Tile("Baselined", Figures.Of(evidence.Count(Standing.Baselined)))}
            {Tile("Fixed since the last report", change is var (_, repaired) ? Figures.Of(repaired) : Figures.Unknown)}
            {Tile("Appeared since then", change is var (appeared, _) ? Figures.Of(appeared) : Figures.Unknown)}
            {Tile("Open per 1,000 lines", Figures.Of(evidence.Now.PerThousandLines))}
            {Tile("In high-risk zones", Figures.Of(evidence.Open.Count(finding => finding.IsHighRisk)))}
            </dl>
            <p class="muted">How each number was found out, and what it cannot know, stands in its part below.</p>
            """);
    }

    private static Html Tile(string name, string number) =>
        Html.Of($"<div><dt>{name}</dt><dd>{number}</dd></div>");
}
