using AiAwareAnalyzers.ErrorHandling.Catches;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>A method that changes something, and hides that it could not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SilentWriteFailure() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0503",
        title: "A failed change goes unreported",
        messageFormat: "When {0} fails, {1}, so the change is lost and its caller is not told{2}; {3}",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A method that creates, saves, sends or pays, and whose catch of everything returns an empty "
            + "value or just ends, loses the change while its callers continue.",
        alsoKnownAs: "swallowed exception, silent failure, lost update",
        cwe: [755]);

    private protected override void Start(CompilationStartAnalysisContext start) =>
        HiddenFailureReport.ReportEach(start, CatchDefect.SilentWriteFailure, Descriptor);
}
