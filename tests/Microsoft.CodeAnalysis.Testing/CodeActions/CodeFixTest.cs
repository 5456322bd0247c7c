using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A test of code fixes: applied one by one, and by Fix All.</summary>
public abstract class CodeFixTest<TVerifier> : CodeActionTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    protected CodeFixTest()
    {
        FixedState = new SolutionState(DefaultTestProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);
        BatchFixedState = new SolutionState(DefaultTestProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);
    }

    /// <summary>Adds a source file as it is after the fixes.</summary>
    [SuppressMessage("Design", "CA1044", Justification = "The files are read from the state.")]
    public string FixedCode
    {
        set
        {
            if (value is not null)
                FixedState.Sources.Add(value);
        }
    }

    /// <summary>Adds a source file as it is after Fix All, where that is not the same.</summary>
    [SuppressMessage("Design", "CA1044", Justification = "The files are read from the state.")]
    public string BatchFixedCode
    {
        set
        {
            if (value is not null)
                BatchFixedState.Sources.Add(value);
        }
    }

    public SolutionState FixedState { get; }

    public SolutionState BatchFixedState { get; }

    public CodeFixTestBehaviors CodeFixTestBehaviors { get; set; }

    /// <summary>How often a fix is applied; a negative number is a limit.</summary>
    public int? NumberOfIncrementalIterations { get; set; }

    /// <summary>How often Fix All is applied, in every scope that has no number of its own.</summary>
    public int? NumberOfFixAllIterations { get; set; }

    public int? NumberOfFixAllInDocumentIterations { get; set; }

    public int? NumberOfFixAllInProjectIterations { get; set; }

    protected abstract IEnumerable<CodeFixProvider> GetCodeFixProviders();

    /// <summary>The diagnostic that <see cref="CodeFixTestBehaviors.FixOne"/> fixes.</summary>
    protected virtual Diagnostic? TrySelectDiagnosticToFix(ImmutableArray<Diagnostic> fixableDiagnostics) =>
        fixableDiagnostics.FirstOrDefault();

    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        var verifier = new TVerifier();
        ImmutableArray<CodeFixProvider> providers = [.. GetCodeFixProviders()];
        ImmutableArray<string> fixable = [.. providers.SelectMany(provider => provider.FixableDiagnosticIds).Distinct()];

        var rawTestState = TestState.WithInheritedValuesApplied(null, fixable);
        var testState = ProcessMarkup(rawTestState, fixable);
        var test = await VerifyTestStateAsync(testState, verifier, cancellationToken).ConfigureAwait(false);
        if (!FixedState.IsStated && !BatchFixedState.IsStated)
            return;

        var rawFixedState = FixedState.WithInheritedValuesApplied(rawTestState, fixable);
        var fixedState = ProcessMarkup(rawFixedState, fixable);
        await VerifyStateAsync(fixedState, verifier.PushContext("Diagnostics of fixed state"), cancellationToken).ConfigureAwait(false);
        await VerifyFixEachAsync(providers, testState, test, fixedState, verifier, cancellationToken).ConfigureAwait(false);

        var batchState = ProcessMarkup(BatchFixedState.WithInheritedValuesApplied(rawFixedState, fixable), fixable);
        await VerifyStateAsync(batchState, verifier.PushContext("Diagnostics of batch fixed state"), cancellationToken).ConfigureAwait(false);
        await VerifyFixAllAsync(providers, testState, test, batchState, verifier, cancellationToken).ConfigureAwait(false);
    }

    private async Task VerifyFixEachAsync(
        ImmutableArray<CodeFixProvider> providers,
        SolutionState testState,
        AnalyzedSolution test,
        SolutionState fixedState,
        IVerifier verifier,
        CancellationToken cancellationToken)
    {
        var context = verifier.PushContext("Iterative code fix application");
        var limit = LimitFor(testState, fixedState, NumberOfIncrementalIterations, whenChanged: FixesOne ? new IterationLimit(1) : IterationLimit.Any);
        var result = await CreateSession(providers, context)
            .FixEachAsync(test, limit, FixesOne, cancellationToken)
            .ConfigureAwait(false);
        await StateComparison.VerifyAsync(result.Solution, fixedState, context, cancellationToken).ConfigureAwait(false);
    }

    private async Task VerifyFixAllAsync(
        ImmutableArray<CodeFixProvider> providers,
        SolutionState testState,
        AnalyzedSolution test,
        SolutionState batchState,
        IVerifier verifier,
        CancellationToken cancellationToken)
    {
        if (providers.All(provider => provider.GetFixAllProvider() is null))
            return;

        foreach (var (scope, iterations) in GetFixAllScopes(providers, test))
        {
            var context = verifier.PushContext($"Fix all in {scope.ToString().ToLowerInvariant()}");
            var limit = LimitFor(testState, batchState, iterations, whenChanged: new IterationLimit(1));
            var result = await CreateSession(providers, context).FixAllAsync(test, scope, limit, cancellationToken).ConfigureAwait(false);
            await StateComparison.VerifyAsync(result.Solution, batchState, context, cancellationToken).ConfigureAwait(false);
        }
    }

    private bool FixesOne => CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne);

    private IEnumerable<(FixAllScope Scope, int? Iterations)> GetFixAllScopes(
        ImmutableArray<CodeFixProvider> providers,
        AnalyzedSolution test)
    {
        // Where all there is to fix is in one document, the solution is no other scope than that document.
        var documents = FixSession.GetFixable(test, providers).Select(reported => reported.Document!.Id).Distinct().Count();
        var skipsSolution = CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.SkipFixAllInSolutionCheck);
        var coversAll = documents <= 1 && !skipsSolution;

        if (!coversAll && !CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.SkipFixAllInDocumentCheck))
            yield return (FixAllScope.Document, NumberOfFixAllInDocumentIterations ?? NumberOfFixAllIterations);

        if (!coversAll && !CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.SkipFixAllInProjectCheck))
            yield return (FixAllScope.Project, NumberOfFixAllInProjectIterations ?? NumberOfFixAllIterations);

        if (!skipsSolution)
            yield return (FixAllScope.Solution, NumberOfFixAllIterations);
    }

    private static IterationLimit LimitFor(SolutionState before, SolutionState after, int? stated, IterationLimit whenChanged) =>
        stated is { } number ? new IterationLimit(number)
        : before.HasSameContent(after) ? new IterationLimit(0)
        : whenChanged;

    private FixSession CreateSession(ImmutableArray<CodeFixProvider> providers, IVerifier verifier) =>
        new(
            providers,
            TrySelectDiagnosticToFix,
            actions => TrySelectCodeAction(actions, verifier),
            (solution, cancellationToken) => AnalyzeAsync(solution, verifier, cancellationToken),
            new CodeActionApplication(CodeActionValidationMode, verifier),
            verifier);
}
