using System.Collections.Immutable;
using AiAwareAnalyzers.HallucinatedApi;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing.Model;

namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>The library's test of a rule and its fix, in its setting.</summary>
/// <remarks>
/// The library makes and analyzes a project anew whenever it looks at one; here the same code is looked at once.
/// Where the code compiles and no fix is under test, the rules about names are asked as well: they have nothing to say
/// where the compiler is content, whatever a test is about.
/// </remarks>
internal sealed class RuleTest<TRule, TFix> : CSharpCodeFixTest<TRule, TFix, DefaultVerifier>
    where TRule : Rule, new()
    where TFix : CodeFixProvider, new()
{
    private static readonly Func<Rule>[] RulesAboutNames =
        [() => new MissingMember(), () => new MissingOverload(), () => new MissingType(), () => new NewerApi()];

    private readonly Setting _setting;
    private readonly bool _asksForNames;
    private readonly Analyses _analyses = new();

    public RuleTest(Setting setting, string code)
    {
        _setting = setting;
        _asksForNames = typeof(TFix) == typeof(EmptyCodeFixProvider)
            && !setting.CompilerErrorsAllowed
            && !code.Contains("{|CS", StringComparison.Ordinal);
        setting.ApplyTo(this, code);
        if (!setting.MarksOtherFiles)
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllInDocumentCheck
                | CodeFixTestBehaviors.SkipFixAllInProjectCheck;
    }

    /// <summary>What the fix makes of the code, and Fix All where that is not the same.</summary>
    public void Expect(string repaired, string? repairedAtOnce, (string Path, string Text)[] others)
    {
        Repair(FixedState, repaired, others);
        if (repairedAtOnce is not null) Repair(BatchFixedState, repairedAtOnce, others);
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => _asksForNames
        ? base.GetDiagnosticAnalyzers().Concat(RulesAboutNames.Select(rule => rule()).Where(rule => rule is not TRule))
        : base.GetDiagnosticAnalyzers();

    protected override string DefaultTestProjectName => EmptyProjects.Name;

    protected override ParseOptions CreateParseOptions() => _setting.ParseOptions;

    protected override CompilationOptions CreateCompilationOptions() => _setting.CompilationOptions;

    protected override Task<Project> CreateProjectImplAsync(
        EvaluatedProjectState primaryProject,
        ImmutableArray<EvaluatedProjectState> additionalProjects,
        CancellationToken cancellationToken) =>
        _analyses.ProjectOf(primaryProject, CreateProject);

    /// <summary>Done when the project was made.</summary>
    protected override Project ApplyCompilationOptions(Project project) => project;

    protected override async Task<(Compilation compilation, ImmutableArray<Diagnostic> generatorDiagnostics)>
        GetProjectCompilationAsync(Project project, IVerifier verifier, CancellationToken cancellationToken) =>
        (await _analyses.CompilationOf(project, Analyze), []);

    protected override CompilationWithAnalyzers CreateCompilationWithAnalyzers(
        Compilation compilation,
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        AnalyzerOptions options,
        CancellationToken cancellationToken) =>
        _analyses.Of(compilation)
        ?? base.CreateCompilationWithAnalyzers(compilation, analyzers, options, cancellationToken);

    private async Task<Project> CreateProject(EvaluatedProjectState state)
    {
        var project = await EmptyProjects.For(_setting, state.OutputKind);
        var id = project.Id;
        var solution = project.Solution;
        foreach (var (path, text) in state.Sources)
            solution = solution.AddDocument(DocumentId.CreateNewId(id), NameOf(path), text, FoldersOf(path), path);
        foreach (var (path, text) in state.AdditionalFiles)
            solution = solution.AddAdditionalDocument(
                DocumentId.CreateNewId(id), NameOf(path), text, FoldersOf(path), path);
        foreach (var (path, text) in state.AnalyzerConfigFiles)
            solution = solution.AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(id), NameOf(path), text, FoldersOf(path), path);
        return base.ApplyCompilationOptions(solution.GetProject(id)!);
    }

    private string NameOf(string path) => GetNameAndFoldersFromPath(DefaultFilePathPrefix, path).fileName;

    private IEnumerable<string> FoldersOf(string path) =>
        GetNameAndFoldersFromPath(DefaultFilePathPrefix, path).folders;

    /// <summary>
    /// Where nothing is configured, nobody is asked for a configuration: Roslyn 4.5 would take the silence about what
    /// is off by default for an answer.
    /// </summary>
    private CompilationWithAnalyzers Analyze(Project project, Compilation compilation) =>
        base.CreateCompilationWithAnalyzers(
            TestState.AnalyzerConfigFiles.Count > 0
                ? compilation
                : compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(null)),
            [.. GetDiagnosticAnalyzers()],
            GetAnalyzerOptions(project),
            CancellationToken.None);

    /// <summary>Says what every file looks like afterwards; those that nobody mentions stay as they are.</summary>
    private void Repair(SolutionState state, string repaired, (string Path, string Text)[] others)
    {
        state.Sources.Add((_setting.Path, repaired));
        foreach (var (path, text) in TestState.Sources.Skip(1))
        {
            var other = Array.Find(others, other => other.Path == path);
            if (other.Text is null) state.Sources.Add((path, text));
            else state.Sources.Add((path, other.Text));
        }
    }
}
