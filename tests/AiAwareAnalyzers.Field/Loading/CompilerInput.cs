namespace AiAwareAnalyzers.Field.Loading;

/// <summary>What a compiler is told about one project.</summary>
internal sealed record CompilerInput(string ProjectFile, string AssemblyName)
{
    /// <summary>Whether the build was not asked, but the project file read.</summary>
    public bool IsLoose { get; init; }

    public IReadOnlyCollection<string> Sources { get; init; } = [];

    /// <summary>Code that only the compiler sees, such as implicit usings.</summary>
    public string MadeUpSource { get; init; } = "";

    /// <summary>Paths of assemblies.</summary>
    public IReadOnlyCollection<string> Assemblies { get; init; } = [];

    /// <summary>Paths of the projects that it refers to directly.</summary>
    public IReadOnlyCollection<string> Projects { get; init; } = [];

    /// <summary>Assemblies with source generators.</summary>
    public IReadOnlyCollection<string> Generators { get; init; } = [];

    public IReadOnlyCollection<HandedFile> AdditionalFiles { get; init; } = [];

    /// <summary>What analyzers and generators may ask: <c>build_property.…</c>.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } =
        ImmutableDictionary<string, string>.Empty;

    public CSharpParseOptions ParseOptions { get; init; } = CSharpParseOptions.Default;

    public CSharpCompilationOptions Options { get; init; } = new(OutputKind.DynamicallyLinkedLibrary);

    /// <summary>Names of packages or assemblies, by which a test project is known.</summary>
    public IEnumerable<string> Libraries { get; init; } = [];

    public string Folder => Path.GetDirectoryName(ProjectFile)!;
}

/// <summary>A file beside the code, with what the build says about it.</summary>
internal sealed record HandedFile(string Path, IReadOnlyDictionary<string, string> Metadata);
