using System.Collections.Immutable;
using AiAwareAnalyzers.Field;
using AiAwareAnalyzers.Field.Loading;

namespace AiAwareAnalyzers.Benchmarks;

/// <summary>A project on disk, with everything that its generators have added.</summary>
internal sealed class RealCode(LoadedProject project) : MeasuredCode
{
    private static readonly ForeignAssemblies Loader = new();

    private readonly CSharpCompilation _compilation = (CSharpCompilation)project.Compilation;

    public string Name => project.Name;

    public override AnalyzerOptions Options => project.Options;

    public override double KiloLines => _compilation.SyntaxTrees.Sum(tree => tree.GetText().Lines.Count) / 1000.0;

    public bool Compiles =>
        !_compilation.Clone().GetDiagnostics().Any(found => found.Severity == DiagnosticSeverity.Error);

    /// <summary>What the project's build asks beside us: the SDK's analyzers, and those of its packages.</summary>
    public IEnumerable<DiagnosticAnalyzer> OwnAnalyzers() =>
        project.Input.Generators
            .Where(file => !Path.GetFileName(file).StartsWith("AiAwareAnalyzers", StringComparison.Ordinal))
            .SelectMany(file => Loader.AnalyzersOf(file));

    public static IEnumerable<RealCode> Below(IEnumerable<string> folders) =>
        new ProjectLoader(
            ProjectInputs.Below(Request.Parse(folders)), [], ImmutableDictionary<string, ReportDiagnostic>.Empty)
            .LoadAll()
            .Select(project => new RealCode(project));

    public override IReadOnlyList<SyntaxTree> Parse() =>
        [.. _compilation.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(
            tree.GetText(), (CSharpParseOptions)tree.Options, tree.FilePath))];

    public override CSharpCompilation Compile(IEnumerable<SyntaxTree> trees, IEnumerable<string>? switchedOn = null) =>
        _compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees).WithOptions(
            SwitchOn(_compilation.Options, switchedOn));
}
