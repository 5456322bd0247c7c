using AiAwareAnalyzers.ErrorHandling.Catches;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>A failure of I/O that callers get as null, false, empty or zero.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FailureBecomesValue() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0501",
        title: "A failure becomes a plausible value",
        messageFormat: "When {0} fails, {1}, so callers cannot tell an outage from an answer{2}; {3}",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A catch of everything that turns a failed read, request or query into null, false, an empty "
            + "collection or zero makes an outage look like an answer.",
        alsoKnownAs: "swallowed exception, catch-all, error masking",
        cwe: [755]);

    private protected override void Start(CompilationStartAnalysisContext start) =>
        HiddenFailureReport.ReportEach(start, CatchDefect.FailureBecomesValue, Descriptor);
}
