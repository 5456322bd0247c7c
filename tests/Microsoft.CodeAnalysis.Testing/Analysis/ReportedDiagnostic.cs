namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A diagnostic and the project that it was reported for.</summary>
internal sealed record ReportedDiagnostic(Project Project, Diagnostic Diagnostic)
{
    /// <summary>The document that it is in; null for generated and additional files, or without a location.</summary>
    internal Document? Document => Project.GetDocument(Diagnostic.Location.SourceTree);
}
