using AiAwareAnalyzers.Field.Loading;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;

namespace AiAwareAnalyzers.Field.Running;

/// <summary>Runs the rules over one project after another, each with all cores.</summary>
internal sealed class ProjectRunner(AskedRules rules, Request request)
{
    private readonly Places _places = new(request.Folders);

    /// <summary>Whether a project holds nothing that is asked for, and the rules would only take time.</summary>
    public bool IsAside(LoadedProject project) =>
        request.Production && _places.IsTest(project.Input.ProjectFile, project);

    public async Task<ProjectRun> RunAsync(LoadedProject project)
    {
        var errors = project.Compilation.GetDiagnostics().RemoveAll(found => found.Severity < DiagnosticSeverity.Error);
        var broken = errors.Select(error => error.Location.SourceTree).OfType<SyntaxTree>().ToHashSet();
        var leftOut = errors.Select(error => error.Location.GetMappedLineSpan().Path).OfType<string>().ToHashSet();
        var analysis = await AnalyzeAsync(project);
        var reported = analysis.GetAllDiagnostics().AddRange(project.Generated.Diagnostics);
        return new ProjectRun(project)
        {
            HasErrorsInNoFile = errors.Any(error => !error.Location.IsInSource),
            Findings = FindingsOf(reported.Where(found => !IsIn(broken, found)), project),
            Crashes = [.. CrashesOfRules(reported), .. CrashesOfGenerators(project)],
            LeftOut = [.. leftOut.Where(file => file.Length > 0).Select(_places.NameOf)],
            Errors = [.. errors.CountBy(error => error.Id).OrderByDescending(error => error.Value)],
            Files = [.. project.Written.Where(file => !leftOut.Contains(file)).Select(file => FileOf(file, project))],
            Times = [.. analysis.AnalyzerTelemetryInfo.Select(info => (NameOf(info.Key), MillisecondsOf(info.Value)))],
        };
    }

    private Task<AnalysisResult> AnalyzeAsync(LoadedProject project)
    {
        var options = new CompilationWithAnalyzersOptions(
            project.Options, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: true);
        return project.Compilation.WithAnalyzers(rules.Rules, options).GetAnalysisResultAsync(CancellationToken.None);
    }

    /// <summary>A file that is compiled twice speaks once.</summary>
    private ImmutableArray<Finding> FindingsOf(IEnumerable<Diagnostic> reported, LoadedProject project) =>
    [
        .. reported
            .Where(found => found.Id.StartsWith("AIA", StringComparison.Ordinal) && !found.IsSuppressed)
            .Select(found => _places.Find(found, project))
            .Where(request.Asks)
            .DistinctBy(finding => finding.ToString()),
    ];

    private static IEnumerable<string> CrashesOfRules(IEnumerable<Diagnostic> reported) =>
        reported.Where(found => found.Id == "AD0001").Select(found => found.GetMessage());

    private IEnumerable<string> CrashesOfGenerators(LoadedProject project) =>
        from result in project.Generated.Results
        where result.Exception is not null && result.Generator.GetGeneratorType().Assembly == rules.Assembly
        select $"{result.Generator.GetGeneratorType().Name}: {result.Exception}";

    private (string Name, int Lines, bool InTests) FileOf(string file, LoadedProject project) =>
        (_places.NameOf(file), _places.LinesOf(file).Length, _places.IsTest(file, project));

    private static bool IsIn(HashSet<SyntaxTree> broken, Diagnostic found) =>
        found.Location.SourceTree is { } tree && broken.Contains(tree);

    private static string NameOf(DiagnosticAnalyzer rule) => $"{rule.SupportedDiagnostics[0].Id} {rule.GetType().Name}";

    private static double MillisecondsOf(AnalyzerTelemetryInfo info) => info.ExecutionTime.TotalMilliseconds;
}
