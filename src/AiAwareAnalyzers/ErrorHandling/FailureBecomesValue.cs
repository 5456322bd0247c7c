using AiAwareAnalyzers.ErrorHandling.Catches;
using AiAwareAnalyzers.ErrorHandling.Outcomes;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

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
        cwe: [755],
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        HiddenFailureReport.ReportEach(start, CatchDefect.FailureBecomesValue, Descriptor);
        if (TypeNames.LacksCore(start.Compilation) || TestCode.Of(start.Compilation).IsTestProject) return;

        var answers = new InventedAnswers(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                if (answers.In(context.Operation, context.ContainingSymbol) is { } answer) Report(context, answer);
            },
            OperationKind.Coalesce,
            OperationKind.CoalesceAssignment,
            OperationKind.Conditional,
            OperationKind.SwitchExpression,
            OperationKind.Invocation);
    }

    /// <summary>A method further: null is what a failure leaves, and the caller puts a value in its place.</summary>
    private static void Report(OperationAnalysisContext context, InventedAnswer answer) =>
        context.Report(Diagnostic.Create(
            Descriptor,
            answer.Place.GetLocation(),
            answer.IsMeasured ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            additionalLocations: null,
            properties: null,
            answer.Work.Length > 0 ? $"'{answer.Work}'" : "the awaited work",
            $"'{answer.Source.Name}' returns null, and '{Quote.Of(answer.Value)}' takes its place",
            "",
            $"let '{answer.Source.Name}' throw, or return a result that says it failed"));
}
