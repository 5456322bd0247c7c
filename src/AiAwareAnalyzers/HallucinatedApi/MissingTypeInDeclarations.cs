using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>
/// AIA0103, and AIA0104 of types, for declarations: where one of them fails, the compiler asks no analyzer any more,
/// but it prints what generators say.
/// </summary>
/// <remarks>
/// Generates nothing. It does not see what other generators bring, so it speaks only on positive evidence (see
/// <see cref="MissingNamespace"/> and <see cref="TypeEvidence"/>). The analyzers report the same findings at the same
/// places, which makes them fixable; a build prints each once.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class MissingTypeInDeclarations : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var asked = context.CompilationProvider
            .Combine(
                context.AnalyzerConfigOptionsProvider.Select(static (options, _) => IsAsked(options.GlobalOptions)))
            .Select(static (pair, _) => pair.Right && !TypeNames.LacksCore(pair.Left) ? pair.Left : null);
        var files = asked
            .SelectMany(static (compilation, _) => compilation?.SyntaxTrees ?? [])
            .Select(static (tree, cancellation) => DeclarationNames.Of(tree, cancellation));
        var otherFiles = context.AdditionalTextsProvider.Select(static (file, _) => NameOf(file.Path));

        context.RegisterSourceOutput(
            asked.Combine(files.Collect()).Combine(otherFiles.Collect()), static (output, found) =>
            {
                var ((compilation, files), otherFiles) = found;
                if (compilation is null) return;
                ReportImports(compilation, files, output);
                ReportTypes(compilation, files, otherFiles, output);
            });
    }

    private static void ReportImports(
        Compilation compilation, ImmutableArray<DeclarationNames> files, SourceProductionContext output)
    {
        var missing = files.SelectMany(file => file.Imports).Distinct()
            .Select(name => MissingNamespace.Of(name, compilation))
            .OfType<MissingNamespace>()
            .ToDictionary(each => each.Name, StringComparer.Ordinal);
        if (missing.Count == 0) return;

        foreach (var import in files.SelectMany(file => MissingImports.In(file.Tree, output.CancellationToken)))
            if (missing.TryGetValue(import.ToString(), out var each)
                && MissingImports.Of(compilation).IsFirst(each, import.SyntaxTree.FilePath, import.Span))
                output.ReportDiagnostic(MissingType.Finding(each, import.GetLocation(), compilation));
    }

    private static void ReportTypes(
        Compilation compilation,
        ImmutableArray<DeclarationNames> files,
        ImmutableArray<string> otherFiles,
        SourceProductionContext output)
    {
        var declared = DeclaredTypes.Of(compilation);
        if (declared.HasUnknownGlobalImport) return;

        var evidence = new TypeEvidence(compilation, otherFiles.ToImmutableHashSet(StringComparer.Ordinal));
        foreach (var file in files)
        {
            var model = new Lazy<SemanticModel>(() => compilation.GetSemanticModel(file.Tree));
            foreach (var unbound in declared.UnboundOf(file, () => model.Value, output.CancellationToken))
                if (evidence.Condemns(unbound, file, model.Value)
                    && FindingOf(unbound, model.Value, output.CancellationToken) is { } finding)
                    output.ReportDiagnostic(finding);
        }
    }

    private static Diagnostic? FindingOf(UnboundType unbound, SemanticModel model, CancellationToken cancellation) =>
        MissingType.FindingOf(unbound, model, cancellation) ?? NewerApi.FindingOf(unbound, model);

    /// <summary>A Razor component goes by the name of its file, and much else that is generated does.</summary>
    private static string NameOf(string path)
    {
        var file = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        return file.IndexOf('.') is var dot and > 0 ? file[..dot] : file;
    }

    /// <summary>A generator runs even where nobody wants analyzers.</summary>
    private static bool IsAsked(AnalyzerConfigOptions options) =>
        !Says(options, "RunAnalyzers", "false")
        && !Says(options, "RunAnalyzersDuringBuild", "false")
        && !Says(options, "AiAwareMode", "None");

    private static bool Says(AnalyzerConfigOptions options, string property, string value) =>
        options.TryGetValue("build_property." + property, out var said)
        && string.Equals(said, value, StringComparison.OrdinalIgnoreCase);
}
