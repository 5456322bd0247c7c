namespace AiAwareAnalyzers.Field.Loading;

/// <summary>Makes the input of a compiler of the command line that a build would give it.</summary>
internal static class BuiltProject
{
    /// <summary>The file in which a build writes its properties and the metadata of additional files.</summary>
    private const string ToldByBuild = ".GeneratedMSBuildEditorConfig.editorconfig";

    public static CompilerInput Read(BuildAnswer answer)
    {
        var project = ProjectText.Read(answer.ProjectFile);
        var line = CSharpCommandLineParser.Default.Parse(answer.Arguments, project.Folder, sdkDirectory: null);
        var told = ToldTo(line);
        var settings = HandedOver.Settings(project, ProjectFiles.Of(project.Folder));
        var libraries = line.MetadataReferences.Select(reference => reference.Reference).ToList();
        return new CompilerInput(answer.ProjectFile, line.CompilationName ?? project.Name)
        {
            Sources = [.. line.SourceFiles.Select(source => source.Path)],
            Assemblies = [.. libraries.Where(File.Exists)],
            Projects = answer.References,
            Generators = [.. line.AnalyzerReferences.Select(reference => reference.FilePath).Where(File.Exists)],
            AdditionalFiles = [.. settings, .. line.AdditionalFiles.Select(file => HandedFileOf(file.Path, told))],
            Properties = PropertiesOf(project, told),
            ParseOptions = line.ParseOptions.WithDocumentationMode(DocumentationMode.None),
            Options = OptionsOf(line),
            Libraries = libraries.Select(library => Path.GetFileNameWithoutExtension(library)),
        };
    }

    private static CSharpCompilationOptions OptionsOf(CSharpCommandLineArguments line) =>
        line.CompilationOptions.WithStrongNameProvider(new DesktopStrongNameProvider(line.KeyFileSearchPaths));

    private static AnalyzerConfigSet ToldTo(CSharpCommandLineArguments line) => AnalyzerConfigSet.Create(
        line.AnalyzerConfigPaths
            .Where(file => file.EndsWith(ToldByBuild, StringComparison.Ordinal) && File.Exists(file))
            .Select(file => AnalyzerConfig.Parse(File.ReadAllText(file), file))
            .ToList());

    private static HandedFile HandedFileOf(string path, AnalyzerConfigSet told) =>
        new(path, told.GetOptionsForSourcePath(path).AnalyzerOptions);

    private static Dictionary<string, string> PropertiesOf(ProjectText project, AnalyzerConfigSet told)
    {
        var properties = HandedOver.Properties(project);
        foreach (var (name, value) in told.GlobalConfigOptions.AnalyzerOptions) properties[name] = value;
        return properties;
    }
}
