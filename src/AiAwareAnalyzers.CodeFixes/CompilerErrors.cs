namespace AiAwareAnalyzers;

/// <summary>What the compiler has to say about code that a fix has rewritten. An analyzer may not ask this; a fix that promises to compile must.</summary>
internal static class CompilerErrors
{
#pragma warning disable RS0030 // The promise of the fix is that its result compiles, and the compiler alone knows.
    public static IEnumerable<Diagnostic> In(SemanticModel model, CancellationToken cancellation) =>
        model.GetDiagnostics(cancellationToken: cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public static IEnumerable<Diagnostic> In(Compilation compilation, CancellationToken cancellation) =>
        compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
#pragma warning restore RS0030
}
