using System.Xml.Linq;

namespace AiAwareAnalyzers.Field.Loading;

/// <summary>Makes the input of a compiler of a project file, without a build.</summary>
internal static class LooseProject
{
    private static readonly string[] RazorSdks =
        ["Microsoft.NET.Sdk.Razor", "Microsoft.NET.Sdk.Web", "Microsoft.NET.Sdk.BlazorWebAssembly"];

    private static readonly string[] ProgramSdks =
        ["Microsoft.NET.Sdk.Web", "Microsoft.NET.Sdk.Worker", "Microsoft.NET.Sdk.BlazorWebAssembly"];

    public static CompilerInput Read(string file)
    {
        var project = ProjectText.Read(file);
        var files = ProjectFiles.Of(project.Folder).ToList();
        var packages = PackageSet.Of(project);
        var withAspNetCore = packages.NeedsAspNetCore || AsksForAspNetCore(project);
        return new CompilerInput(file, project.Property("AssemblyName", otherwise: project.Name))
        {
            IsLoose = true,
            Sources = SourcesOf(project, files),
            MadeUpSource = ImplicitUsings.Of(project),
            Assemblies = [.. FrameworkFiles.Assemblies(withAspNetCore), .. packages.Assemblies, .. HintsOf(project)],
            Projects = [.. project.Paths("ProjectReference")],
            Generators =
                [.. FrameworkFiles.Generators(withAspNetCore), .. packages.Generators, .. RazorGenerator(project)],
            AdditionalFiles = [.. HandedOver.Settings(project, files), .. RazorFiles(project, files)],
            Properties = HandedOver.Properties(project),
            ParseOptions = ParseOptionsOf(project),
            Options = OptionsOf(project),
            Libraries = project.Items("PackageReference"),
        };
    }

    private static bool AsksForAspNetCore(ProjectText project) =>
        project.Sdk == "Microsoft.NET.Sdk.Web"
        || project.Items("FrameworkReference").Contains(FrameworkFiles.AspNetCore);

    private static bool IsRazor(ProjectText project) => RazorSdks.Contains(project.Sdk);

    private static IEnumerable<string> RazorGenerator(ProjectText project) =>
        IsRazor(project) ? [FrameworkFiles.RazorGenerator] : [];

    private static IEnumerable<HandedFile> RazorFiles(ProjectText project, IEnumerable<string> files) =>
        IsRazor(project) ? HandedOver.Razor(project.Folder, files) : [];

    /// <summary>Assemblies that lie beside the project.</summary>
    private static IEnumerable<string> HintsOf(ProjectText project) =>
        project.Elements("Reference").Elements()
            .Where(element => element.Name.LocalName == "HintPath")
            .Select(hint => Path.GetFullPath(Path.Combine(project.Folder, hint.Value.Trim().Replace('\\', '/'))))
            .Where(File.Exists);

    private static string[] SourcesOf(ProjectText project, IEnumerable<string> files)
    {
        var removed = project.Paths("Compile", "Remove").Select(path => new FilePattern(path)).ToList();
        var unasked = project.Says("EnableDefaultCompileItems", "false") ? [] : files;
        return
        [
            .. unasked.Where(file => ProjectFiles.Has(file, ".cs") && !removed.Any(pattern => pattern.Fits(file)))
                .Concat(project.Paths("Compile").SelectMany(path => new FilePattern(path).Find()))
                .Distinct(),
        ];
    }

    private static CSharpParseOptions ParseOptionsOf(ProjectText project)
    {
        var symbols = Symbols().Concat(project.Property("DefineConstants").Split(';'));
        return new CSharpParseOptions(LanguageOf(project), DocumentationMode.None)
            .WithPreprocessorSymbols(symbols.Where(SyntaxFacts.IsValidIdentifier).ToImmutableArray());
    }

    /// <summary>Never an older language than the framework's own generators write.</summary>
    private static LanguageVersion LanguageOf(ProjectText project)
    {
        var isSaid = LanguageVersionFacts.TryParse(project.Property("LangVersion"), out var said);
        return isSaid && said > LanguageVersion.CSharp12 ? said : LanguageVersion.Latest;
    }

    private static IEnumerable<string> Symbols()
    {
        var newest = Environment.Version.Major;
        var orGreater = Enumerable.Range(5, newest - 4).Select(version => $"NET{version}_0_OR_GREATER");
        return ["NET", "NETCOREAPP", "DEBUG", "TRACE", $"NET{newest}_0", "NETCOREAPP3_1_OR_GREATER", .. orGreater];
    }

    private static CSharpCompilationOptions OptionsOf(ProjectText project)
    {
        var isProgram = ProgramSdks.Contains(project.Sdk) || project.Says("OutputType", "Exe", "WinExe");
        return new CSharpCompilationOptions(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            nullableContextOptions: NullableOf(project));
    }

    private static NullableContextOptions NullableOf(ProjectText project) =>
        project.Says("Nullable", "enable") ? NullableContextOptions.Enable : NullableContextOptions.Disable;
}
