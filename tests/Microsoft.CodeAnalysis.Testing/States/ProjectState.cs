namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The files, references and options of one project of a test.</summary>
public class ProjectState
{
    public ProjectState(string name, string language, string defaultPrefix, string defaultExtension)
    {
        Name = name;
        AssemblyName = name;
        Language = language;
        DefaultPrefix = defaultPrefix;
        DefaultExtension = defaultExtension;
        Sources = new SourceFileList(defaultPrefix, defaultExtension);
    }

    internal ProjectState(ProjectState other)
        : this(other.Name, other.Language, other.DefaultPrefix, other.DefaultExtension)
    {
        AssemblyName = other.AssemblyName;
        Sources.AddRange(other.Sources);
        Inherit(other);
        AdditionalReferences.AddRange(other.AdditionalReferences);
        AdditionalProjectReferences.AddRange(other.AdditionalProjectReferences);
    }

    public string Name { get; }

    public string AssemblyName { get; set; }

    public string Language { get; }

    public ReferenceAssemblies? ReferenceAssemblies { get; set; }

    public OutputKind? OutputKind { get; set; }

    public DocumentationMode? DocumentationMode { get; set; }

    public SourceFileList Sources { get; }

    /// <summary>What the source generators are expected to add.</summary>
    public SourceFileCollection GeneratedSources { get; } = [];

    public SourceFileCollection AdditionalFiles { get; } = [];

    public SourceFileCollection AnalyzerConfigFiles { get; } = [];

    public MetadataReferenceCollection AdditionalReferences { get; } = [];

    /// <summary>The names of those additional projects that this one references.</summary>
    public List<string> AdditionalProjectReferences { get; } = [];

    private protected string DefaultPrefix { get; }

    private protected string DefaultExtension { get; }

    /// <summary>Takes over what is not set here, except the sources and references.</summary>
    private protected void Inherit(ProjectState other)
    {
        ReferenceAssemblies ??= other.ReferenceAssemblies;
        OutputKind ??= other.OutputKind;
        DocumentationMode ??= other.DocumentationMode;
        AddIfEmpty(GeneratedSources, other.GeneratedSources);
        AddIfEmpty(AdditionalFiles, other.AdditionalFiles);
        AddIfEmpty(AnalyzerConfigFiles, other.AnalyzerConfigFiles);
    }

    private protected bool HasSameFiles(ProjectState other) =>
        Sources.HasSameContent(other.Sources)
        && GeneratedSources.HasSameContent(other.GeneratedSources)
        && AdditionalFiles.HasSameContent(other.AdditionalFiles)
        && AnalyzerConfigFiles.HasSameContent(other.AnalyzerConfigFiles);

    private protected static void AddIfEmpty<T>(List<T> own, List<T> inherited)
    {
        if (own.Count == 0)
            own.AddRange(inherited);
    }
}
