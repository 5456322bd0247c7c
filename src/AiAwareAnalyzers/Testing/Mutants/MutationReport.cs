using AiAwareAnalyzers.Knowledge;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Testing.Mutants;

/// <summary>What a mutation test has found, as <c>mutation-report.json</c> of Stryker.NET tells it.</summary>
internal sealed class MutationReport
{
    private readonly ILookup<string, MutatedFile> _files;

    private MutationReport(string text)
    {
        var report = JsonView.Of(text);
        Complaint = ComplaintAbout(report);
        Tests = new TestClasses(report["testFiles"]);
        _files = (Complaint is null ? report["files"].Members : [])
            .Select(static file => new MutatedFile(file.Name, file.Value))
            .ToLookup(static file => SourcePaths.NameOf(file.Path), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Why nothing can be learned from it; null where something can.</summary>
    public string? Complaint { get; }

    public TestClasses Tests { get; }

    /// <summary>
    /// The report that a project hands over; of several the newest, which its folder is named after:
    /// <c>StrykerOutput/2026-01-31.12-00-00/reports/mutation-report.json</c>.
    /// </summary>
    public static AdditionalText? HandedOver(AnalyzerOptions options) =>
        ProjectFiles.Of(ProjectFiles.MutationReport, options)
            .OrderBy(static file => RunOf(file.Path), StringComparer.Ordinal)
            .LastOrDefault();

    public static MutationReport Read(string text) => new(text);

    /// <summary>What it says of a file; null where it does not know the code that stands there now.</summary>
    public MutatedFile? Of(string path, SourceText code) =>
        _files[SourcePaths.NameOf(path)]
            .Where(file => file.IsStill(code))
            .OrderByDescending(file => SourcePaths.SharedEnd(file.Path, path))
            .FirstOrDefault();

    /// <summary>What stands in a path behind the folder that all runs are kept in.</summary>
    private static string RunOf(string path) =>
        path.Substring(path.LastIndexOf("StrykerOutput", StringComparison.OrdinalIgnoreCase) is var runs and >= 0
            ? runs
            : 0);

    private static string? ComplaintAbout(JsonView report) =>
        !report.IsObject ? "it is no JSON object"
        : !report.IsWhole ? "it breaks off in the middle"
        : report["schemaVersion"].Text is { Length: > 0 } version && version.Split('.')[0] is not ("1" or "2")
            ? $"its schema has version {version}, and 1 and 2 are known"
        : !report["files"].IsObject ? "there are no 'files' in it"
        : null;
}
