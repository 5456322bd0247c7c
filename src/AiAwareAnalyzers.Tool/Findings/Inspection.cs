using AiAwareAnalyzers.Tool.Ledgers;
using AiAwareAnalyzers.Tool.Terminal;

namespace AiAwareAnalyzers.Tool.Findings;

/// <summary>What the rules found in a code base, each finding judged by the ledgers.</summary>
internal sealed record Inspection
{
    private Inspection(Workplace workplace, IReadOnlyList<Finding> findings, IReadOnlyList<string> gaps)
    {
        Workplace = workplace;
        Findings = findings;
        Gaps = gaps;
    }

    public Workplace Workplace { get; }

    /// <summary>New ones first, then as <see cref="RepairOrder"/> has them.</summary>
    public IReadOnlyList<Finding> Findings { get; private init; }

    /// <summary>What is not known, and why: sentences for whoever reads the result.</summary>
    public IReadOnlyList<string> Gaps { get; private init; }

    /// <summary>Whether everything compiled, as far as that was tried.</summary>
    public bool IsBuilt { get; init; } = true;

    /// <summary>How many results of other analyzers the logs hold, which are left out.</summary>
    public int Others { get; private init; }

    public IEnumerable<Finding> New => Of(Standing.New);

    public IEnumerable<Finding> Of(Standing standing) => Findings.Where(finding => finding.Standing == standing);

    public static Inspection Of(Workplace workplace, IEnumerable<string> logs, IEnumerable<string> gaps)
    {
        var collected = Progress.Show("Reading logs", () => Collected.From(workplace.Root, logs));
        return Progress.Show("Finding members", () => Judge(workplace, collected, gaps));
    }

    public Inspection Only(Func<Finding, bool> isAsked, params string[] gaps) =>
        this with { Findings = [.. Findings.Where(isAsked)], Gaps = [.. Gaps, .. gaps] };

    public Inspection With(IReadOnlyList<Finding> findings) => this with { Findings = findings };

    private static Inspection Judge(Workplace workplace, Collected collected, IEnumerable<string> gaps)
    {
        var places = new SourcePlaces(workplace.Root, HighRiskZones.In(workplace.Root));
        var baseline = BaselineFile.Read(workplace.Baseline);
        var findings = baseline.Judge(places.Locate(collected.Findings))
            .OrderBy(finding => finding.Standing)
            .ThenBy(finding => finding, RepairOrder.Instance);
        return new Inspection(workplace, [.. findings], [.. gaps, .. collected.Gaps, .. baseline.Gaps])
        {
            Others = collected.Others,
        };
    }
}
