using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing.Model;

namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>What one test has made, compiled and analyzed: the library asks for the same again and again.</summary>
internal sealed class Analyses
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Project>>> _projects = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Project, Lazy<Task<CompilationWithAnalyzers>>> _analyses = new();

    /// <summary>By its compilation, what can be told twice.</summary>
    private readonly ConcurrentDictionary<Compilation, CompilationWithAnalyzers> _shared = new();

    /// <summary>The code that there is nothing to say about, with a compilation that says as much.</summary>
    private readonly ConcurrentDictionary<string, Compilation> _silent = new(StringComparer.Ordinal);

    /// <summary>The project with this code, made once.</summary>
    public Task<Project> ProjectOf(EvaluatedProjectState state, Func<EvaluatedProjectState, Task<Project>> create) =>
        _projects.GetOrAdd(TextOf(state), _ => new Lazy<Task<Project>>(() => create(state))).Value;

    /// <summary>
    /// The compilation of a project, analyzed; of one with the code of another that was silent, as good as nothing.
    /// </summary>
    public async Task<Compilation> CompilationOf(
        Project project, Func<Project, Compilation, CompilationWithAnalyzers> analyze)
    {
        var text = await TextOf(project);
        if (_silent.TryGetValue(text, out var silent)) return silent;
        var analysis = await _analyses.GetOrAdd(project, _ => new(() => Analyze(project, analyze))).Value;
        if (await IsSilent(analysis))
        {
            var nothing = analysis.Compilation.RemoveAllSyntaxTrees()
                .WithOptions(analysis.Compilation.Options.WithOutputKind(OutputKind.DynamicallyLinkedLibrary));
            _shared[nothing] = analysis;
            _silent[text] = nothing;
        }

        return analysis.Compilation;
    }

    public CompilationWithAnalyzers? Of(Compilation compilation) => _shared.GetValueOrDefault(compilation);

    private async Task<CompilationWithAnalyzers> Analyze(
        Project project, Func<Project, Compilation, CompilationWithAnalyzers> analyze)
    {
        var analysis = analyze(project, (await project.GetCompilationAsync())!);
        var outside = (await analysis.GetAnalysisResultAsync(CancellationToken.None)).CompilationDiagnostics.Values
            .SelectMany(found => found)
            .ToList();
        Assert.That(
            outside.Where(finding => finding.Location.IsInSource),
            Is.Empty,
            "who edits the document is told: a finding stands within what reports it");
        // The library keeps a list of what has no place in a document, and takes nothing twice.
        if (outside.Count == 0) _shared[analysis.Compilation] = analysis;
        return analysis;
    }

    private static async Task<bool> IsSilent(CompilationWithAnalyzers analysis) =>
        (await analysis.GetAnalysisResultAsync(CancellationToken.None)).GetAllDiagnostics().IsEmpty
        && !analysis.Compilation.GetDiagnostics().Any(finding => finding.Severity == DiagnosticSeverity.Error);

    private static string TextOf(EvaluatedProjectState state)
    {
        var text = new StringBuilder();
        foreach (var (path, content) in state.Sources.Concat(state.AdditionalFiles))
            text.Append(path).Append('\n').Append(content).Append('\0');
        return text.ToString();
    }

    private static async Task<string> TextOf(Project project)
    {
        var text = new StringBuilder();
        foreach (var document in project.Documents.Concat(project.AdditionalDocuments))
            text.Append(document.FilePath).Append('\n').Append(await document.GetTextAsync()).Append('\0');
        return text.ToString();
    }
}
