using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Field.Loading;

/// <summary>Loads projects, each after those that it refers to.</summary>
/// <param name="inputs">What is known about each project, by its path.</param>
/// <param name="asked">The generators whose findings are asked for: they run beside the project's own.</param>
/// <param name="severities">What is said about rules; what the projects themselves say is not heard.</param>
internal sealed class ProjectLoader(
    IReadOnlyDictionary<string, CompilerInput> inputs,
    IReadOnlyList<ISourceGenerator> asked,
    ImmutableDictionary<string, ReportDiagnostic> severities)
{
    private readonly ForeignAssemblies _foreign = new();

    private readonly Dictionary<string, LoadedProject?> _loaded = [];

    private readonly Dictionary<string, MetadataReference> _references = [];

    public IEnumerable<LoadedProject> LoadAll() =>
        inputs.Keys.Order(StringComparer.Ordinal).Select(Load).OfType<LoadedProject>();

    /// <summary>Null for a project that is not below the folders, and inside of a circle of projects.</summary>
    private LoadedProject? Load(string file)
    {
        if (_loaded.TryGetValue(file, out var known)) return known;
        if (!inputs.TryGetValue(file, out var input)) return null;
        _loaded.Add(file, null);
        return _loaded[file] = Generate(input, Compile(input));
    }

    private CSharpCompilation Compile(CompilerInput input)
    {
        var projects = Closure(input).Select(project => project.Compilation).ToList();
        var built = projects.Select(project => project.AssemblyName!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var references = Distinct(input.Assemblies).Where(file => !built.Contains(NameOf(file))).Select(Reference);
        return CSharpCompilation.Create(
            input.AssemblyName,
            Parse(input),
            references.Concat(projects.Select(project => project.ToMetadataReference())),
            OptionsOf(input));
    }

    private CSharpCompilationOptions OptionsOf(CompilerInput input) => input.Options
        .WithConcurrentBuild(true)
        .WithGeneralDiagnosticOption(ReportDiagnostic.Default)
        .WithSpecificDiagnosticOptions(severities);

    private LoadedProject Generate(CompilerInput input, CSharpCompilation compilation)
    {
        var files = input.AdditionalFiles.Select(file => file.Path).Distinct().Select(path => new FileOnDisk(path));
        var options = new AnalyzerOptions([.. files], new HandedOptions(input));
        var generators = GeneratorsOf(input).Concat(asked);
        var driver = CSharpGeneratorDriver
            .Create(generators, options.AdditionalFiles, input.ParseOptions, options.AnalyzerConfigOptionsProvider)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        return new LoadedProject(input, generated, options, driver.GetRunResult());
    }

    /// <summary>Projects that are referred to directly or through others, each once.</summary>
    private IEnumerable<LoadedProject> Closure(CompilerInput input)
    {
        var seen = new HashSet<string>();
        var waiting = new Queue<string>(input.Projects);
        while (waiting.TryDequeue(out var file))
        {
            if (!seen.Add(file) || Load(file) is not { } project) continue;
            foreach (var next in project.Input.Projects) waiting.Enqueue(next);
            yield return project;
        }
    }

    private IEnumerable<ISourceGenerator> GeneratorsOf(CompilerInput input) =>
        Distinct(input.Generators)
            .SelectMany(file => _foreign.GeneratorsOf(file))
            .DistinctBy(generator => generator.GetGeneratorType().FullName);

    private static SyntaxTree[] Parse(CompilerInput input)
    {
        var written = input.Sources.Where(File.Exists).AsParallel().AsOrdered().Select(file => Parse(file, input));
        return [.. written, CSharpSyntaxTree.ParseText(input.MadeUpSource, input.ParseOptions)];
    }

    private static SyntaxTree Parse(string file, CompilerInput input)
    {
        using var stream = File.OpenRead(file);
        return CSharpSyntaxTree.ParseText(SourceText.From(stream), input.ParseOptions, file);
    }

    /// <summary>The first assembly of each name: the framework's before a package's.</summary>
    private static IEnumerable<string> Distinct(IEnumerable<string> assemblies) =>
        assemblies.DistinctBy(NameOf, StringComparer.OrdinalIgnoreCase);

    private static string NameOf(string assembly) => Path.GetFileNameWithoutExtension(assembly);

    private MetadataReference Reference(string file)
    {
        if (!_references.TryGetValue(file, out var reference))
            _references[file] = reference = MetadataReference.CreateFromFile(file);
        return reference;
    }
}
