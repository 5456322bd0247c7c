using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What source generators make of a compilation.</summary>
internal sealed record GeneratorRun(
    Compilation Compilation,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<SyntaxTree> GeneratedTrees)
{
    internal static GeneratorRun Of(
        ImmutableArray<ISourceGenerator> generators,
        Compilation compilation,
        Project project,
        IVerifier verifier,
        CancellationToken cancellationToken)
    {
        if (generators.IsEmpty)
            return new GeneratorRun(compilation, Diagnostics: [], GeneratedTrees: []);

        var driver = CSharpGeneratorDriver
            .Create(
                generators,
                project.AnalyzerOptions.AdditionalFiles,
                (CSharpParseOptions?)project.ParseOptions,
                project.AnalyzerOptions.AnalyzerConfigOptionsProvider)
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var diagnostics, cancellationToken);

        var result = driver.GetRunResult();
        foreach (var failed in result.Results.Where(generator => generator.Exception is not null))
            verifier.Fail($"The source generator '{failed.Generator.GetGeneratorType()}' threw: {failed.Exception}");

        return new GeneratorRun(updated, diagnostics, result.GeneratedTrees);
    }

    internal static ISourceGenerator Create(Type type) => Activator.CreateInstance(type) switch
    {
        IIncrementalGenerator generator => generator.AsSourceGenerator(),
        ISourceGenerator generator => generator,
        _ => throw new InvalidOperationException($"'{type}' is not a source generator."),
    };
}
