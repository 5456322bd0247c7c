using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Makes a solution of a state.</summary>
internal sealed class SolutionFactory(
    CompilationOptions compilationOptions,
    ParseOptions parseOptions,
    ReferenceAssemblies defaultReferences)
{
    internal async Task<Solution> CreateAsync(SolutionState state, CancellationToken cancellationToken)
    {
        var references = await ResolveAsync(state, cancellationToken).ConfigureAwait(false);
        var primary = await EmptyProject.GetAsync(state, references).ConfigureAwait(false);
        var solution = primary.Solution;
        var ids = new Dictionary<string, ProjectId> { [state.Name] = primary.Id };
        foreach (var project in state.AdditionalProjects.Values)
        {
            references = await ResolveAsync(project, cancellationToken).ConfigureAwait(false);
            var info = EmptyProject.Describe(project, references);
            solution = solution.AddProject(info);
            ids.Add(project.Name, info.Id);
        }

        foreach (var project in state.Projects)
            solution = Fill(solution, project, ids);

        return solution;
    }

    private Task<ImmutableArray<MetadataReference>> ResolveAsync(ProjectState state, CancellationToken cancellationToken) =>
        (state.ReferenceAssemblies ?? defaultReferences).ResolveAsync(state.Language, cancellationToken);

    private Solution Fill(Solution solution, ProjectState state, Dictionary<string, ProjectId> ids)
    {
        var id = ids[state.Name];
        return solution
            .WithProjectCompilationOptions(id, OptionsFor(state))
            .WithProjectParseOptions(id, parseOptions.WithDocumentationMode(state.DocumentationMode ?? parseOptions.DocumentationMode))
            .AddMetadataReferences(id, state.AdditionalReferences)
            .AddProjectReferences(id, state.AdditionalProjectReferences.Select(name => ReferTo(name, ids)))
            .AddDocuments(CreateDocuments(id, state.Sources))
            .AddAdditionalDocuments(CreateDocuments(id, state.AdditionalFiles))
            .AddAnalyzerConfigDocuments(CreateDocuments(id, state.AnalyzerConfigFiles));
    }

    private static ProjectReference ReferTo(string projectName, Dictionary<string, ProjectId> ids) =>
        ids.TryGetValue(projectName, out var id)
            ? new ProjectReference(id)
            : throw new InvalidOperationException($"There is no additional project '{projectName}' to refer to.");

    private CompilationOptions OptionsFor(ProjectState state) =>
        state.OutputKind is { } kind ? compilationOptions.WithOutputKind(kind) : compilationOptions;

    private static ImmutableArray<DocumentInfo> CreateDocuments(ProjectId project, SourceFileCollection files) =>
        [.. files.Select(file => CreateDocument(project, file.filename, file.content))];

    private static DocumentInfo CreateDocument(ProjectId project, string path, SourceText content) => DocumentInfo.Create(
        DocumentId.CreateNewId(project, path),
        Path.GetFileName(path),
        Path.GetDirectoryName(path)?.Split('/', '\\', StringSplitOptions.RemoveEmptyEntries),
        SourceCodeKind.Regular,
        TextLoader.From(TextAndVersion.Create(content, VersionStamp.Default, path)),
        path);
}
