using AiAwareAnalyzers.Tool.Findings;

namespace AiAwareAnalyzers.Tool.Sarif;

/// <summary>One result of a log, as the compiler has written it.</summary>
/// <param name="File">An absolute path, or what the log says; empty where the result has no place.</param>
internal sealed record SarifResult(
    string Rule, Level Level, string Message, string File, Region Region, Suppression? Suppression);

/// <summary>Lines and columns begin with one; zero is nowhere.</summary>
internal readonly record struct Region(int Line, int Column, int EndLine, int EndColumn);

/// <summary>Why a finding is not printed.</summary>
/// <param name="Kind">As the compiler says it: a pragma, an attribute, or a suppressor with its reason.</param>
/// <param name="Justification">The reason that was given; empty where there is none.</param>
internal sealed record Suppression(string Kind, string Justification)
{
    /// <summary>The suppressor of this package, which quiets what stands in the baseline.</summary>
    public bool IsBaseline => Kind.StartsWith("DiagnosticSuppressor", StringComparison.Ordinal)
        && Kind.Contains("AIA", StringComparison.Ordinal);
}
