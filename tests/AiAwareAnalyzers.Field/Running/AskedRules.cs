using System.Reflection;
using AiAwareAnalyzers.Field.Loading;

namespace AiAwareAnalyzers.Field.Running;

/// <summary>The rules and generators of a build of the package, as far as they are asked for.</summary>
internal sealed class AskedRules
{
    private AskedRules(Assembly assembly, Request request)
    {
        Assembly = assembly;
        var all = New<DiagnosticAnalyzer>().ToList();
        Rules = [.. all.Where(rule => rule.SupportedDiagnostics.Any(finding => Runs(finding, request)))];
        Generators = [.. New<IIncrementalGenerator>().Select(generator => generator.AsSourceGenerator())];
        Severities = all.SelectMany(rule => rule.SupportedDiagnostics)
            .DistinctBy(finding => finding.Id)
            .Where(finding => !finding.IsEnabledByDefault && request.SwitchesOn(finding.Id))
            .ToImmutableDictionary(finding => finding.Id, LevelOf);
    }

    public Assembly Assembly { get; }

    public ImmutableArray<DiagnosticAnalyzer> Rules { get; }

    public ImmutableArray<ISourceGenerator> Generators { get; }

    /// <summary>The severities under which what is off by default speaks.</summary>
    public ImmutableDictionary<string, ReportDiagnostic> Severities { get; }

    /// <summary>Of this build, or of the one that the request names.</summary>
    public static AskedRules AskedBy(Request request) =>
        new(request.Analyzers is { } file ? Load(file) : typeof(Rule).Assembly, request);

    private static Assembly Load(string file) => new ForeignAssemblies().LoadFromPath(file);

    private static bool Runs(DiagnosticDescriptor finding, Request request) =>
        request.AsksForRule(finding.Id) && (finding.IsEnabledByDefault || request.SwitchesOn(finding.Id));

    private static ReportDiagnostic LevelOf(DiagnosticDescriptor finding) =>
        finding.DefaultSeverity >= DiagnosticSeverity.Warning ? ReportDiagnostic.Warn : ReportDiagnostic.Info;

    private IEnumerable<T> New<T>() =>
        Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(T)) && !type.IsAbstract)
            .Select(type => (T)Activator.CreateInstance(type)!);
}
