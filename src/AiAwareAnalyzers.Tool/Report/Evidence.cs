using System.Globalization;
using AiAwareAnalyzers.Tool.Findings;
using AiAwareAnalyzers.Tool.Git;
using AiAwareAnalyzers.Tool.Ledgers;
using AiAwareAnalyzers.Tool.Report.Inputs;
using AiAwareAnalyzers.Tool.Terminal;

namespace AiAwareAnalyzers.Tool.Report;

/// <summary>Everything that the report shows, in the form in which it was found out.</summary>
internal sealed class Evidence
{
    /// <summary>Grows when a reader of evidence.json would misunderstand the new form.</summary>
    public const int SchemaVersion = 1;

    public required string Title { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>Empty where there is no repository.</summary>
    public required string Commit { get; init; }

    public required Inspection Inspection { get; init; }

    public required ZoneSurvey Survey { get; init; }

    public required Invariants Invariants { get; init; }

    public required TestEvidence Tests { get; init; }

    public required EarlierEvidence Earlier { get; init; }

    /// <summary>Null where there is no repository.</summary>
    public required History? History { get; init; }

    public required IReadOnlyList<string> Gaps { get; init; }

    public TrendPoint Now => new(
        Time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        Commit,
        Count(Standing.New),
        Count(Standing.Baselined),
        Count(Standing.Suppressed),
        Survey.Lines);

    public IReadOnlyList<TrendPoint> Trend => [.. Earlier.Trend.Where(point => point.Time != Now.Time), Now];

    /// <summary>New and baselined: what the code still holds.</summary>
    public IEnumerable<Finding> Open =>
        Inspection.Findings.Where(finding => finding.Standing != Standing.Suppressed);

    public int OpenIn(SurveyedZone zone) => Open.Count(finding => finding.Zone == zone.Text);

    public IReadOnlyDictionary<FindingKey, int> OpenByKey =>
        Open.GroupBy(finding => new FindingKey(finding.Rule, finding.File, finding.Member))
            .ToDictionary(group => group.Key, group => group.Count());

    /// <summary>Null where no earlier report is known.</summary>
    public (int Appeared, int Fixed)? Change
    {
        get
        {
            if (Earlier.Open is not { } before) return null;
            var now = OpenByKey;
            return (Exceeding(now, before), Exceeding(before, now));
        }
    }

    public int Count(Standing standing) => Inspection.Of(standing).Count();

    public static Evidence Gather(Inspection inspection, ReportRequest request)
    {
        var workplace = inspection.Workplace;
        var time = Clock.Now;
        var marks = File.Exists(workplace.Marks) ? LedgerFile.Text(workplace.Marks) : Marks.Default;
        var origins = Marks.Parse(marks);
        var repository = GitRepository.TryHolding(workplace.Root, out var noGit);
        var history = HistoryOf(repository, origins, request.Weeks, time);
        var survey = Progress.Show("Reading members", () => ZoneSurvey.Of(workplace));
        if (repository is not null)
            inspection = Progress.Show("Asking git for ages", () => Aged(inspection, repository));
        var tests = TestEvidence.In(workplace.Root, request.Tests);
        var earlier = EarlierEvidence.In(request.Earlier);
        var invariants = Invariants.In(workplace.Invariants, inspection.Findings);
        return new Evidence
        {
            Title = request.Title ?? Path.GetFileName(workplace.Root),
            Time = time,
            Commit = repository?.Head ?? "",
            Inspection = inspection,
            Survey = survey,
            Invariants = invariants,
            Tests = tests,
            Earlier = earlier,
            History = Progress.Show("Reading the history", () => history.GetAwaiter().GetResult()),
            Gaps =
            [
                .. inspection.Gaps, .. GitGaps(repository, noGit), .. origins.Gaps, .. invariants.Gaps, .. tests.Gaps,
                .. earlier.Gaps,
            ],
        };
    }

    /// <summary>Git needs the longest for a long history: it works while the rest is found out.</summary>
    private static Task<History?> HistoryOf(
        GitRepository? repository, Marks marks, int weeks, DateTimeOffset now) =>
        Task.Run(() => repository is null ? null : History.Of(repository, marks, weeks, now));

    private static Inspection Aged(Inspection inspection, GitRepository repository) =>
        inspection.With(FindingAges.In(repository, inspection.Workplace.Root, inspection.Findings));

    private static IEnumerable<string> GitGaps(GitRepository? repository, string noGit)
    {
        if (repository is null) yield return $"There is no history in this report: {noGit}";
        else if (repository.IsShallow)
            yield return "This clone is shallow: what was done before its first commit is not in this report";
    }

    private static int Exceeding(
        IReadOnlyDictionary<FindingKey, int> these, IReadOnlyDictionary<FindingKey, int> those) =>
        these.Sum(entry => Math.Max(0, entry.Value - those.GetValueOrDefault(entry.Key)));
}

/// <summary>What the command line says of a report.</summary>
internal sealed record ReportRequest(
    string? Title, int Weeks, IReadOnlyCollection<string> Tests, IReadOnlyCollection<string> Earlier);
