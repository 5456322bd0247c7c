using AiAwareAnalyzers.Knowledge.Suggestions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

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
        var imports = context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => node is UsingDirectiveSyntax,
            static (found, _) => MissingImports.NameOf(found.Node) is { } name ? new Import(name.ToString(), name.SyntaxTree.FilePath, name.Span) : null);
        context.RegisterSourceOutput(imports.Collect().Combine(context.CompilationProvider).Combine(isAsked), static (output, asked) =>
        {
            var ((names, compilation), isAsked) = asked;
            if (isAsked && !TypeNames.LacksCore(compilation)) Report(names, compilation, output);
        });
    }

    /// <summary>An imported name and its place; equal where nothing changed, so that an edit elsewhere costs nothing.</summary>
    private sealed record Import(string Name, string Path, TextSpan Span);

    private static void Report(ImmutableArray<Import?> imports, Compilation compilation, SourceProductionContext output)
    {
        var missing = imports.OfType<Import>().Select(import => import.Name).Distinct()
            .Select(name => MissingNamespace.Of(name, compilation))
            .OfType<MissingNamespace>()
            .ToDictionary(each => each.Name, StringComparer.Ordinal);
        if (missing.Count == 0) return;

        var trees = compilation.SyntaxTrees.ToLookup(tree => tree.FilePath, StringComparer.Ordinal);
        foreach (var import in imports.OfType<Import>())
            if (missing.TryGetValue(import.Name, out var each) && MissingImports.Of(compilation).IsFirst(each, import.Path, import.Span) && trees[import.Path].FirstOrDefault() is { } tree)
                output.ReportDiagnostic(MissingType.Finding(each, Location.Create(tree, import.Span), compilation));
    }

    /// <summary>A generator runs even where nobody wants analyzers.</summary>
    private static bool IsAsked(AnalyzerConfigOptions options) =>
        !Says(options, "RunAnalyzers", "false") && !Says(options, "RunAnalyzersDuringBuild", "false") && !Says(options, "AiAwareMode", "None");

    private static bool Says(AnalyzerConfigOptions options, string property, string value) =>
        options.TryGetValue("build_property." + property, out var said) && string.Equals(said, value, StringComparison.OrdinalIgnoreCase);
}
