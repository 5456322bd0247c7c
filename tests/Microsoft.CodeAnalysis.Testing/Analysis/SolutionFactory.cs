using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Makes a solution of a state.</summary>
internal sealed class SolutionFactory(
    CompilationOptions compilationOptions,
    ParseOptions parseOptions,
    ReferenceAssemblies defaultReferences)
{
    private readonly Dictionary<string, ProjectId> _ids = [];

    internal async Task<Solution> CreateAsync(SolutionState state, CancellationToken cancellationToken)
    {
        foreach (var project in state.Projects)
            _ids.Add(project.Name, ProjectId.CreateNewId(project.Name));

        var solution = TestHost.EmptySolution;
        foreach (var project in state.Projects)
            solution = solution.AddProject(await CreateAsync(project, cancellationToken).ConfigureAwait(false));

        // Only now does every project exist that another one may refer to.
        foreach (var project in state.Projects)
            solution = solution.AddProjectReferences(_ids[project.Name], project.AdditionalProjectReferences.Select(ReferTo));

        return solution;
    }

    private ProjectReference ReferTo(string projectName) => _ids.TryGetValue(projectName, out var id)
        ? new ProjectReference(id)
        : throw new InvalidOperationException($"There is no additional project '{projectName}' to refer to.");

    private async Task<ProjectInfo> CreateAsync(ProjectState state, CancellationToken cancellationToken)
    {
        var id = _ids[state.Name];
        var references = await (state.ReferenceAssemblies ?? defaultReferences)
            .ResolveAsync(state.Language, cancellationToken)
            .ConfigureAwait(false);

        return ProjectInfo
            .Create(
                id,
                VersionStamp.Default,
                state.Name,
                state.AssemblyName,
                state.Language,
                compilationOptions: OptionsFor(state),
                parseOptions: parseOptions.WithDocumentationMode(state.DocumentationMode ?? parseOptions.DocumentationMode),
                documents: CreateDocuments(id, state.Sources),
                metadataReferences: references.AddRange(state.AdditionalReferences),
                additionalDocuments: CreateDocuments(id, state.AdditionalFiles))
            .WithAnalyzerConfigDocuments(CreateDocuments(id, state.AnalyzerConfigFiles));
    }

    private CompilationOptions OptionsFor(ProjectState state) =>
        state.OutputKind is { } kind ? compilationOptions.WithOutputKind(kind) : compilationOptions;

    private static IEnumerable<DocumentInfo> CreateDocuments(ProjectId project, SourceFileCollection files) =>
        files.Select(file => CreateDocument(project, file.filename, file.content)).ToArray();

    private static DocumentInfo CreateDocument(ProjectId project, string path, SourceText content)
    {
        var loader = TextLoader.From(TextAndVersion.Create(content, VersionStamp.Default, path));
        return DocumentInfo.Create(
            DocumentId.CreateNewId(project, path),
            Path.GetFileName(path),
            Path.GetDirectoryName(path)?.Split('/', '\\', StringSplitOptions.RemoveEmptyEntries),
            SourceCodeKind.Regular,
            loader,
            path);
    }
}
