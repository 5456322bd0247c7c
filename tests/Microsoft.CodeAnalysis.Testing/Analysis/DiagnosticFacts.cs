namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Where diagnostics come from.</summary>
internal static class DiagnosticFacts
{
    /// <summary>What the driver reports in place of an exception that an analyzer throws.</summary>
    internal const string AnalyzerException = "AD0001";

    internal static bool IsFromCompiler(this Diagnostic diagnostic) =>
        diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler);

    internal static bool IsConfigurable(this DiagnosticDescriptor descriptor) =>
        !descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable);
}
