namespace AiAwareAnalyzers;

/// <summary>
/// The one way to report a finding: generated code is nobody's to repair, unless it stands for a Razor page or
/// component that somebody wrote.
/// </summary>
internal static class Reports
{
#pragma warning disable RS0030 // Here, and only here, a finding leaves the house.
    public static void Report(this OperationAnalysisContext context, Diagnostic finding)
    {
        if (IsWritten(finding, context.IsGeneratedCode)) context.ReportDiagnostic(finding);
    }

    public static void Report(this OperationBlockAnalysisContext context, Diagnostic finding)
    {
        if (IsWritten(finding, context.IsGeneratedCode)) context.ReportDiagnostic(finding);
    }

    public static void Report(this SyntaxNodeAnalysisContext context, Diagnostic finding)
    {
        if (IsWritten(finding, context.IsGeneratedCode)) context.ReportDiagnostic(finding);
    }

    public static void Report(this SymbolAnalysisContext context, Diagnostic finding)
    {
        if (IsWritten(finding, context.IsGeneratedCode)) context.ReportDiagnostic(finding);
    }

    public static void Report(this SyntaxTreeAnalysisContext context, Diagnostic finding)
    {
        if (IsWritten(finding, context.IsGeneratedCode)) context.ReportDiagnostic(finding);
    }

    public static void Report(this SemanticModelAnalysisContext context, Diagnostic finding)
    {
        if (IsWritten(finding, context.IsGeneratedCode)) context.ReportDiagnostic(finding);
    }
#pragma warning restore RS0030

    /// <summary>A type with a part in a page is not generated itself, although that part is.</summary>
    private static bool IsWritten(Diagnostic finding, bool isGenerated)
    {
        if (!isGenerated && !EndsWith(finding.Location.SourceTree?.FilePath, ".g.cs")) return true;
        var mapped = finding.Location.GetMappedLineSpan();
        return mapped.HasMappedPath && (EndsWith(mapped.Path, ".razor") || EndsWith(mapped.Path, ".cshtml"));
    }

    private static bool EndsWith(string? path, string extension) =>
        path?.EndsWith(extension, StringComparison.OrdinalIgnoreCase) == true;
}
