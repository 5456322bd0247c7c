using System.Reflection;
using System.Runtime.Loader;

namespace AiAwareAnalyzers.Field.Loading;

/// <summary>Loads analyzers and generators from disk, each folder for itself, on the Roslyn of this process.</summary>
internal sealed class ForeignAssemblies : IAnalyzerAssemblyLoader
{
    private static readonly HashSet<string> OfThisProcess =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(NameOf)];

    private readonly Dictionary<string, FolderContext> _contexts = [];

    private readonly Dictionary<string, ImmutableArray<ISourceGenerator>> _generators = [];

    /// <summary>The generators of an assembly; none where it cannot be loaded here.</summary>
    public ImmutableArray<ISourceGenerator> GeneratorsOf(string assembly)
    {
        if (!_generators.TryGetValue(assembly, out var found))
        {
            found = new AnalyzerFileReference(assembly, this).GetGenerators(LanguageNames.CSharp);
            _generators.Add(assembly, found);
        }

        return found;
    }

    /// <summary>The analyzers of an assembly; none where it cannot be loaded here.</summary>
    public ImmutableArray<DiagnosticAnalyzer> AnalyzersOf(string assembly) =>
        new AnalyzerFileReference(assembly, this).GetAnalyzers(LanguageNames.CSharp);

    public void AddDependencyLocation(string fullPath)
    {
    }

    public Assembly LoadFromPath(string fullPath)
    {
        var folder = Path.GetDirectoryName(fullPath)!;
        if (!_contexts.TryGetValue(folder, out var context)) _contexts[folder] = context = new FolderContext(folder);
        return context.LoadFromAssemblyPath(fullPath);
    }

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);

    private sealed class FolderContext(string folder) : AssemblyLoadContext(name: folder)
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var file = Path.Combine(Name!, assemblyName.Name + ".dll");
            return !OfThisProcess.Contains(assemblyName.Name!) && File.Exists(file) ? LoadFromAssemblyPath(file) : null;
        }
    }
}
