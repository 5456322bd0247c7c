using AiAwareAnalyzers.Governance.Files;
using AiAwareAnalyzers.Governance.Ledgers;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Governance;

/// <summary>A line of a baseline, of a list of sign-offs or of invariants that cannot be read.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MalformedLedger() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1201",
        title: "A line of a ledger cannot be read",
        messageFormat: "'{0}' cannot be read, because {1}; it has no effect until it is corrected",
        category: Family.Governance,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A line of AiAware.baseline, AiAware.reviews or AiAware.invariants that cannot be read has no "
            + "effect, and what it was meant to hold is not held.",
        alsoKnownAs: "configuration error, merge conflict");

    private protected override void Start(CompilationStartAnalysisContext start) =>
        start.RegisterAdditionalFileAction(Analyze);

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        if (ReaderOf(LedgerFiles.NameOf(context.AdditionalFile)) is not { } read
            || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
            return;
        foreach (var line in read(text))
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor,
                LedgerFiles.PlaceOf(context.AdditionalFile, text, line.Place),
                Quote.Of(text.Lines.GetLineFromPosition(line.Place.Start).ToString()),
                line.Reason));
    }

    private static Func<SourceText, ImmutableArray<MalformedLine>>? ReaderOf(string name) =>
        name switch
        {
            Baseline.FileName => static text => Baseline.Parse(text).Malformed,
            SignOffs.FileName => static text => SignOffs.Parse(text).Malformed,
            InvariantSentences.FileName => static text => InvariantSentences.Parse(text).Malformed,
            _ => null,
        };
}
