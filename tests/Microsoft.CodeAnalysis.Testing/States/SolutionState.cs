using System.Collections.Immutable;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The code of a test at one time, before or after a fix, and the diagnostics that are expected in it.</summary>
public class SolutionState : ProjectState
{
    public SolutionState(string name, string language, string defaultPrefix, string defaultExtension)
        : base(name, language, defaultPrefix, defaultExtension)
    {
        AdditionalProjects = new ProjectCollection(language, defaultExtension);
    }

    private SolutionState(SolutionState other)
        : base(other)
    {
        AdditionalProjects = new ProjectCollection(other.Language, other.DefaultExtension);
        foreach (var project in other.AdditionalProjects.Values)
            AdditionalProjects.Add(project.Name, new ProjectState(project));

        InheritanceMode = other.InheritanceMode;
        MarkupHandling = other.MarkupHandling;
        ExpectedDiagnostics.AddRange(other.ExpectedDiagnostics);
    }

    /// <summary>What is taken over from the state before; null means <see cref="StateInheritanceMode.AutoInherit"/>.</summary>
    public StateInheritanceMode? InheritanceMode { get; set; }

    /// <summary>What markup means; null lets the state that the sources come from decide.</summary>
    public MarkupMode? MarkupHandling { get; set; }

    public ProjectCollection AdditionalProjects { get; }

    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    internal IEnumerable<ProjectState> Projects => AdditionalProjects.Values.Prepend(this);

    /// <summary>Whether the test has said anything about this state.</summary>
    internal bool IsStated =>
        InheritanceMode is not null
        || MarkupHandling is not null
        || ExpectedDiagnostics.Count > 0
        || Projects.Any(project =>
            project.Sources.Count
            + project.GeneratedSources.Count
            + project.AdditionalFiles.Count
            + project.AnalyzerConfigFiles.Count > 0);

    public SolutionState WithInheritedValuesApplied(SolutionState? baseState, ImmutableArray<string> fixableDiagnostics)
    {
        var state = new SolutionState(this) { MarkupHandling = MarkupHandling ?? DefaultMarkupHandling(baseState) };
        var mode = InheritanceMode ?? StateInheritanceMode.AutoInherit;
        if (baseState is not null && mode != StateInheritanceMode.Explicit)
            state.InheritFrom(baseState, mode, fixableDiagnostics);

        return state;
    }

    public SolutionState WithProcessedMarkup(
        MarkupOptions markupOptions,
        DiagnosticDescriptor? defaultDiagnostic,
        ImmutableArray<DiagnosticDescriptor> supportedDiagnostics,
        ImmutableArray<string> fixableDiagnostics,
        string defaultPath)
    {
        var state = new SolutionState(this) { MarkupHandling = MarkupMode.None };
        var reader = new MarkupReader(
            MarkupHandling ?? MarkupMode.Allow,
            markupOptions,
            defaultDiagnostic,
            supportedDiagnostics,
            fixableDiagnostics);
        foreach (var project in state.Projects)
            reader.Process(project);

        state.ExpectedDiagnostics.Clear();
        state.ExpectedDiagnostics.AddRange(ExpectedDiagnostics
            .Select(expected => expected.WithMarkupLocations(reader.Locations).WithDefaultPath(defaultPath))
            .Concat(reader.Diagnostics));
        return state;
    }

    internal bool HasSameContent(SolutionState other) =>
        HasSameFiles(other)
        && AdditionalProjects.Count == other.AdditionalProjects.Count
        && AdditionalProjects.Values.All(project =>
            other.AdditionalProjects.TryGetValue(project.Name, out var counterpart) && HasSameFiles(project, counterpart));

    private static bool HasSameFiles(ProjectState project, ProjectState counterpart) =>
        project.Sources.HasSameContent(counterpart.Sources)
        && project.AdditionalFiles.HasSameContent(counterpart.AdditionalFiles);

    private MarkupMode DefaultMarkupHandling(SolutionState? baseState)
    {
        if (baseState is null || Sources.Count > 0)
            return MarkupMode.Allow;

        // Inherited sources have markup that speaks about them as they were before the other files changed.
        var otherFilesChange = AdditionalFiles.Count + AnalyzerConfigFiles.Count > 0;
        return otherFilesChange ? MarkupMode.IgnoreFixable : baseState.MarkupHandling ?? MarkupMode.Allow;
    }

    private void InheritFrom(SolutionState baseState, StateInheritanceMode mode, ImmutableArray<string> fixableDiagnostics)
    {
        AddIfEmpty(Sources, baseState.Sources);
        Inherit(baseState);
        AddIfEmpty(AdditionalReferences, baseState.AdditionalReferences);
        AddIfEmpty(AdditionalProjectReferences, baseState.AdditionalProjectReferences);
        foreach (var project in baseState.AdditionalProjects.Values)
            AdditionalProjects.TryAdd(project.Name, new ProjectState(project));

        if (ExpectedDiagnostics.Count > 0)
            return;

        var inheritsAll = mode == StateInheritanceMode.AutoInheritAll || HasSameContent(baseState);
        ExpectedDiagnostics.AddRange(baseState.ExpectedDiagnostics
            .Where(diagnostic => inheritsAll || !fixableDiagnostics.Contains(diagnostic.Id)));
    }
}
