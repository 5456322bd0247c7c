using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAwareAnalyzers.Tests.TestLibrary.Specimens;

/// <summary>Tells, without a location, what is configured for the first tree, for all, and for the first additional file.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ConfiguredAnalyzer : DiagnosticAnalyzer
{
    internal const string Key = "specimen.word";

    internal static readonly DiagnosticDescriptor Descriptor = new(
        "TL0003", "Configuration", "tree: {0}, global: {1}, file: {2}", "Testing", DiagnosticSeverity.Warning,
        isEnabledByDefault: false, customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(compilation => compilation.ReportDiagnostic(Diagnostic.Create(
            Descriptor, Location.None, Tree(compilation), Global(compilation), File(compilation))));
    }

    private static string Tree(CompilationAnalysisContext context) =>
        Read(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Compilation.SyntaxTrees.First()));

    private static string Global(CompilationAnalysisContext context) =>
        Read(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);

    private static string File(CompilationAnalysisContext context) =>
        context.Options.AdditionalFiles is [var first, ..]
            ? Read(context.Options.AnalyzerConfigOptionsProvider.GetOptions(first))
            : "-";

    private static string Read(AnalyzerConfigOptions options) => options.TryGetValue(Key, out var value) ? value : "-";
}
