using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Options;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A test of what analyzers and source generators report.</summary>
public abstract class AnalyzerTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    private AnalyzedSolutions _analyzed = new();

    protected AnalyzerTest()
    {
        TestState = new SolutionState(DefaultTestProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);
    }

    public abstract string Language { get; }

    /// <summary>Adds a source file.</summary>
    [SuppressMessage("Design", "CA1044", Justification = "The files are read from the state.")]
    public string TestCode
    {
        set
        {
            if (value is not null)
                TestState.Sources.Add(value);
        }
    }

    public SolutionState TestState { get; }

    public List<DiagnosticResult> ExpectedDiagnostics => TestState.ExpectedDiagnostics;

    public ReferenceAssemblies ReferenceAssemblies { get; set; } = ReferenceAssemblies.Default;

    public List<string> DisabledDiagnostics { get; } = [];

    public CompilerDiagnostics CompilerDiagnostics { get; set; } = CompilerDiagnostics.Errors;

    public TestBehaviors TestBehaviors { get; set; }

    public MarkupOptions MarkupOptions { get; set; }

    /// <summary>Looks at each reported diagnostic that matches an expected one.</summary>
    public Action<Diagnostic, DiagnosticResult, IVerifier>? DiagnosticVerifier { get; set; }

    public List<Func<OptionSet, OptionSet>> OptionsTransforms { get; } = [];

    public List<Func<Solution, ProjectId, Solution>> SolutionTransforms { get; } = [];

    protected virtual string DefaultTestProjectName => "TestProject";

    protected virtual string DefaultFilePathPrefix => "/0/Test";

    protected virtual string DefaultFilePath => $"{DefaultFilePathPrefix}0.{DefaultFileExt}";

    protected abstract string DefaultFileExt { get; }

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var verifier = new TVerifier();
        verifier.NotEmpty($"{nameof(TestState)}.{nameof(SolutionState.Sources)}", TestState.Sources);
        _analyzed = new AnalyzedSolutions();
        await RunImplAsync(cancellationToken).ConfigureAwait(false);
    }

    protected virtual async Task RunImplAsync(CancellationToken cancellationToken)
    {
        var state = ProcessMarkup(TestState.WithInheritedValuesApplied(null, []), fixableDiagnostics: []);
        await VerifyTestStateAsync(state, new TVerifier(), cancellationToken).ConfigureAwait(false);
    }

    protected abstract IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers();

    protected virtual IEnumerable<Type> GetSourceGenerators() => [];

    protected abstract CompilationOptions CreateCompilationOptions();

    protected abstract ParseOptions CreateParseOptions();

    /// <summary>What <c>[|...|]</c> means.</summary>
    protected internal virtual DiagnosticDescriptor? GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers)
    {
        if (MarkupOptions.HasFlag(MarkupOptions.UseFirstDescriptor))
            return analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).FirstOrDefault();

        return analyzers is [{ SupportedDiagnostics: [var only] }] ? only : null;
    }

    protected virtual bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics) =>
        compilerDiagnostics switch
        {
            CompilerDiagnostics.None => false,
            CompilerDiagnostics.Errors => diagnostic.Severity >= DiagnosticSeverity.Error,
            CompilerDiagnostics.Warnings => diagnostic.Severity >= DiagnosticSeverity.Warning,
            CompilerDiagnostics.Suggestions => diagnostic.Severity >= DiagnosticSeverity.Info,
            _ => true,
        };

    protected virtual AnalyzerOptions GetAnalyzerOptions(Project project) => project.AnalyzerOptions;

    protected virtual async Task<Compilation> GetProjectCompilationAsync(
        Project project,
        IVerifier verifier,
        CancellationToken cancellationToken) =>
        await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false)
        ?? throw new InvalidOperationException($"The project '{project.Name}' cannot be compiled.");

    protected virtual CompilationWithAnalyzers CreateCompilationWithAnalyzers(
        Compilation compilation,
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        AnalyzerOptions options,
        CancellationToken cancellationToken) =>
        compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            options,
            onAnalyzerException: null,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true));

    private protected SolutionState ProcessMarkup(SolutionState state, ImmutableArray<string> fixableDiagnostics)
    {
        var analyzers = GetDiagnosticAnalyzers().ToArray();
        return state.WithProcessedMarkup(
            MarkupOptions,
            GetDefaultDiagnostic(analyzers),
            [.. analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)],
            fixableDiagnostics,
            DefaultFilePath);
    }

    /// <summary>Checks the diagnostics, and that they can be silenced.</summary>
    private protected async Task<AnalyzedSolution> VerifyTestStateAsync(
        SolutionState state,
        IVerifier verifier,
        CancellationToken cancellationToken)
    {
        var analyzed = await VerifyStateAsync(state, verifier.PushContext("Diagnostics of test state"), cancellationToken).ConfigureAwait(false);
        if (!TestBehaviors.HasFlag(TestBehaviors.SkipGeneratedSourcesCheck))
            VerifyGeneratedSources(state, analyzed, verifier.PushContext("Source generator application"));

        var supported = GetDiagnosticAnalyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics).ToLookup(descriptor => descriptor.Id);
        if (!TestBehaviors.HasFlag(TestBehaviors.SkipGeneratedCodeCheck))
            await VerifySilenceAsync(state, analyzed, SilenceCheck.GeneratedCode(supported), verifier, cancellationToken).ConfigureAwait(false);

        if (!TestBehaviors.HasFlag(TestBehaviors.SkipSuppressionCheck))
        {
            var suppression = SilenceCheck.Suppression(supported, state.ExpectedDiagnostics.Where(IsNotFromCompiler));
            await VerifySilenceAsync(state, analyzed, suppression, verifier, cancellationToken).ConfigureAwait(false);
        }

        return analyzed;
    }

    private protected async Task<AnalyzedSolution> VerifyStateAsync(
        SolutionState state,
        IVerifier verifier,
        CancellationToken cancellationToken)
    {
        var solution = await CreateSolutionAsync(state, cancellationToken).ConfigureAwait(false);
        var analyzed = await AnalyzeAsync(solution, verifier, cancellationToken).ConfigureAwait(false);
        VerifyDiagnostics([.. state.ExpectedDiagnostics], analyzed.Diagnostics.Where(IsCompared), verifier);
        return analyzed;

        bool IsCompared(ReportedDiagnostic reported) =>
            !reported.Diagnostic.IsFromCompiler() || IsCompilerDiagnosticIncluded(reported.Diagnostic, CompilerDiagnostics);
    }

    /// <summary>Everything that is reported for a solution; for the same content it is found out once.</summary>
    private protected async Task<AnalyzedSolution> AnalyzeAsync(
        Solution solution,
        IVerifier verifier,
        CancellationToken cancellationToken)
    {
        if (await _analyzed.FindAsync(solution, cancellationToken).ConfigureAwait(false) is { } known)
            return known;

        var diagnostics = new List<ReportedDiagnostic>();
        var generatedTrees = new List<SyntaxTree>();
        foreach (var project in solution.Projects)
        {
            var generated = await RunGeneratorsAsync(project, verifier, cancellationToken).ConfigureAwait(false);
            var reported = await GetDiagnosticsAsync(generated.Compilation, GetAnalyzerOptions(project), cancellationToken).ConfigureAwait(false);
            diagnostics.AddRange(reported
                .Concat(generated.Diagnostics)
                .Distinct()
                .Order(DiagnosticOrder.Instance)
                .Select(diagnostic => new ReportedDiagnostic(project, diagnostic)));
            generatedTrees.AddRange(generated.GeneratedTrees);
        }

        var analyzed = new AnalyzedSolution(solution, [.. diagnostics], [.. generatedTrees]);
        _analyzed.Add(analyzed);
        return analyzed;
    }

    private async Task<GeneratorRun> RunGeneratorsAsync(Project project, IVerifier verifier, CancellationToken cancellationToken)
    {
        var compilation = await GetProjectCompilationAsync(project, verifier, cancellationToken).ConfigureAwait(false);
        return GeneratorRun.Of(
            [.. GetSourceGenerators().Select(GeneratorRun.Create)],
            compilation,
            project,
            verifier,
            cancellationToken);
    }

    /// <summary>Compiler and analyzers in one go: they share the compilation, and with it what is bound in it.</summary>
    private async Task<ImmutableArray<Diagnostic>> GetDiagnosticsAsync(
        Compilation compilation,
        AnalyzerOptions options,
        CancellationToken cancellationToken)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. GetDiagnosticAnalyzers()];
        return analyzers.IsEmpty
            ? compilation.GetDiagnostics(cancellationToken)
            : await CreateCompilationWithAnalyzers(Unconfigured(compilation, analyzers), analyzers, options, cancellationToken)
                .GetAllDiagnosticsAsync(cancellationToken)
                .ConfigureAwait(false);
    }

    /// <summary>
    /// Where nothing is configured, nobody is asked for a configuration: Roslyn 4.5 would take the silence about what is off by default for an answer.
    /// </summary>
    private Compilation Unconfigured(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        TestState.AnalyzerConfigFiles.Count == 0 && analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Any(descriptor => !descriptor.IsEnabledByDefault)
            ? compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(null))
            : compilation;

    private async Task<Solution> CreateSolutionAsync(SolutionState state, CancellationToken cancellationToken)
    {
        var options = CreateCompilationOptions();
        var factory = new SolutionFactory(
            options.WithSpecificDiagnosticOptions(GetSpecificDiagnosticOptions(options)),
            CreateParseOptions(),
            ReferenceAssemblies);
        var solution = await factory.CreateAsync(state, cancellationToken).ConfigureAwait(false);
        solution = OptionsTransforms.Aggregate(solution, (current, transform) => current.WithOptions(transform(current.Options)));
        var primary = solution.ProjectIds[0];
        return SolutionTransforms.Aggregate(solution, (current, transform) => transform(current, primary));
    }

    private ImmutableDictionary<string, ReportDiagnostic> GetSpecificDiagnosticOptions(CompilationOptions options)
    {
        // A test of an analyzer wants to see at work what is off by default. What is on is left alone: options of the
        // compilation take precedence over the severities in .editorconfig.
        var switchedOn = GetDiagnosticAnalyzers()
            .SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Where(descriptor => !descriptor.IsEnabledByDefault)
            .Select(descriptor => KeyValuePair.Create(descriptor.Id, descriptor.DefaultReport()));
        return ImmutableDictionary<string, ReportDiagnostic>.Empty
            .SetItems(switchedOn)
            .SetItem(DiagnosticFacts.AnalyzerException, ReportDiagnostic.Error)
            .SetItems(DisabledDiagnostics.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress)))
            .SetItems(options.SpecificDiagnosticOptions);
    }

    private void VerifyDiagnostics(
        ImmutableArray<DiagnosticResult> expected,
        IEnumerable<ReportedDiagnostic> reported,
        IVerifier verifier)
    {
        var suppressed = expected.Where(result => result.IsSuppressed == true).Select(result => result.Id).ToHashSet();
        ImmutableArray<Diagnostic> actual =
        [
            .. reported.Select(report => report.Diagnostic)
                .Where(diagnostic => !diagnostic.IsSuppressed || suppressed.Contains(diagnostic.Id)),
        ];

        var matching = DiagnosticMatching.Of(expected, actual);
        if (DiagnosticMismatch.Describe(matching, expected.Length, actual.Length) is { } mismatch)
            verifier.Fail(mismatch);

        foreach (var (result, diagnostic) in matching.Pairs)
            DiagnosticVerifier?.Invoke(diagnostic, result, verifier);
    }

    private async Task VerifySilenceAsync(
        SolutionState state,
        AnalyzedSolution analyzed,
        SilenceCheck check,
        IVerifier verifier,
        CancellationToken cancellationToken)
    {
        var expected = state.ExpectedDiagnostics.Where(IsNotFromCompiler).ToArray();
        var paths = state.Projects.SelectMany(project => project.Sources).Select(source => source.filename).ToImmutableHashSet();
        if (!expected.Any(diagnostic => check.Affects(diagnostic, paths)))
            return;

        var context = verifier.PushContext(check.Name);
        var silenced = await check.ApplyToAsync(analyzed.Solution, cancellationToken).ConfigureAwait(false);
        var reported = await AnalyzeAsync(silenced, context, cancellationToken).ConfigureAwait(false);
        VerifyDiagnostics(
            check.Remaining(expected, paths),
            reported.Diagnostics.Where(report => !report.Diagnostic.IsFromCompiler()),
            context);
    }

    private static void VerifyGeneratedSources(SolutionState state, AnalyzedSolution analyzed, IVerifier verifier)
    {
        var expected = state.Projects.SelectMany(project => project.GeneratedSources).ToDictionary(source => source.filename, source => source.content.ToString());
        foreach (var tree in analyzed.GeneratedTrees)
        {
            if (!expected.Remove(tree.FilePath, out var content))
                verifier.Fail($"A source generator added '{tree.FilePath}', which is not expected:{Environment.NewLine}{tree}");

            verifier.EqualOrDiff(content, tree.ToString(), $"The content of '{tree.FilePath}' is not the expected one.");
        }

        verifier.Empty(nameof(state.GeneratedSources), expected.Keys);
    }

    private static bool IsNotFromCompiler(DiagnosticResult expected) =>
        !expected.Id.StartsWith("CS", StringComparison.Ordinal);
}
