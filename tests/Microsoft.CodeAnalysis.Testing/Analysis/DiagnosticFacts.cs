namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What the tags and defaults of diagnostics mean.</summary>
internal static class DiagnosticFacts
{
    /// <summary>What the driver reports in place of an exception that an analyzer throws.</summary>
    internal const string AnalyzerException = "AD0001";

    internal static bool IsFromCompiler(this Diagnostic diagnostic) =>
        diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler);

    internal static bool IsConfigurable(this DiagnosticDescriptor descriptor) =>
        !descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>The option that reports it with the severity that it has by default.</summary>
    internal static ReportDiagnostic DefaultReport(this DiagnosticDescriptor descriptor) => descriptor.DefaultSeverity switch
    {
        DiagnosticSeverity.Error => ReportDiagnostic.Error,
        DiagnosticSeverity.Warning => ReportDiagnostic.Warn,
        DiagnosticSeverity.Info => ReportDiagnostic.Info,
        _ => ReportDiagnostic.Hidden,
    };
}
