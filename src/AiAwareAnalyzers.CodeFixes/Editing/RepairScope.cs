namespace AiAwareAnalyzers.Editing;

/// <summary>The findings that a Fix All is asked to repair, whatever its scope.</summary>
internal static class RepairScope
{
    public static async Task<IReadOnlyList<Diagnostic>> FindingsOfAsync(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Solution => await InAsync(context, context.Solution.Projects).ConfigureAwait(false),
        FixAllScope.Project => await InAsync(context, [context.Project]).ConfigureAwait(false),
        _ when context.Document is { } document =>
            await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false),
        _ => ImmutableArray<Diagnostic>.Empty,
    };

    private static async Task<IReadOnlyList<Diagnostic>> InAsync(FixAllContext context, IEnumerable<Project> projects)
    {
        var diagnostics = new List<Diagnostic>();
        foreach (var project in projects)
            diagnostics.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        return diagnostics;
    }
}
