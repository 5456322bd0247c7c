namespace AiAwareAnalyzers;

/// <summary>
/// What the compiler has to say about code that a fix has rewritten. An analyzer may not ask this; a fix that promises
/// to compile must.
/// </summary>
internal static class CompilerErrors
{
#pragma warning disable RS0030 // The promise of the fix is that its result compiles, and the compiler alone knows.
    public static IEnumerable<Diagnostic> In(SemanticModel model, CancellationToken cancellation) =>
        model.GetDiagnostics(cancellationToken: cancellation)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public static IEnumerable<Diagnostic> In(Compilation compilation, CancellationToken cancellation) =>
        compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
#pragma warning restore RS0030

    /// <summary>The errors of a document after a rewriting that it did not have before, wherever they stand.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> NewInAsync(
        Document changed, Document original, CancellationToken cancellation)
    {
        if (await changed.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } after) return [];
        if (await original.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } before) return [];
        var known = In(before, cancellation).Select(Said).GroupBy(said => said)
            .ToDictionary(same => same.Key, same => same.Count());
        return [.. In(after, cancellation).Where(error => !Take(known, Said(error)))];
    }

    private static (string Id, string Message) Said(Diagnostic error) => (error.Id, error.GetMessage());

    /// <summary>As often as an error was there before, it may be there again.</summary>
    private static bool Take(Dictionary<(string Id, string Message), int> known, (string Id, string Message) error)
    {
        if (!known.TryGetValue(error, out var left) || left == 0) return false;
        known[error] = left - 1;
        return true;
    }
}
