using AiAwareAnalyzers.Knowledge.Suggestions;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>AIA0103 for imports: where one of them fails, the compiler asks no analyzer any more, but it prints what generators say.</summary>
/// <remarks>
/// Generates nothing. It does not see what other generators bring, so it speaks only on positive evidence (see <see cref="MissingNamespace"/>).
/// The analyzer reports the same finding at the same place, which makes it fixable; a build prints it once.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class MissingTypeInDeclarations : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var isAsked = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => IsAsked(options.GlobalOptions));
        context.RegisterSourceOutput(context.CompilationProvider.Combine(isAsked), static (output, asked) =>
        {
            var (compilation, isAsked) = asked;
            if (isAsked && !TypeNames.LacksCore(compilation)) Report(compilation, output);
        });
    }

    private static void Report(Compilation compilation, SourceProductionContext output)
    {
        var imports = compilation.SyntaxTrees.SelectMany(tree => MissingImports.In(tree, output.CancellationToken)).ToList();
        var missing = imports.Select(import => import.ToString()).Distinct()
            .Select(name => MissingNamespace.Of(name, compilation))
            .OfType<MissingNamespace>()
            .ToDictionary(each => each.Name, StringComparer.Ordinal);
        if (missing.Count == 0) return;

        foreach (var import in imports)
            if (missing.TryGetValue(import.ToString(), out var each) && MissingImports.Of(compilation).IsFirst(each, import.SyntaxTree.FilePath, import.Span))
                output.ReportDiagnostic(MissingType.Finding(each, import.GetLocation(), compilation));
    }

    /// <summary>A generator runs even where nobody wants analyzers.</summary>
    private static bool IsAsked(AnalyzerConfigOptions options) =>
        !Says(options, "RunAnalyzers", "false") && !Says(options, "RunAnalyzersDuringBuild", "false") && !Says(options, "AiAwareMode", "None");

    private static bool Says(AnalyzerConfigOptions options, string property, string value) =>
        options.TryGetValue("build_property." + property, out var said) && string.Equals(said, value, StringComparison.OrdinalIgnoreCase);
}
