using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Tells a Fix All what has been reported.</summary>
internal sealed class FixAllDiagnosticProvider(ImmutableArray<ReportedDiagnostic> diagnostics) : FixAllContext.DiagnosticProvider
{
    public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        Find(reported => reported.Project.Id == project.Id);

    public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
        Find(reported => reported.Document?.Id == document.Id);

    public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        Find(reported => reported.Project.Id == project.Id && reported.Document is null);

    private Task<IEnumerable<Diagnostic>> Find(Func<ReportedDiagnostic, bool> predicate) =>
        Task.FromResult(diagnostics.Where(predicate).Select(reported => reported.Diagnostic));
}
