using AiAwareAnalyzers.Governance.Constraints;
using AiAwareAnalyzers.Governance.Files;
using AiAwareAnalyzers.Governance.Ledgers;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Governance;

/// <summary>Code that a sentence of <c>AiAware.invariants</c> forbids.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BrokenInvariant() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1203",
        title: "Code breaks an invariant of its code base",
        messageFormat: "'{0}' {1}, but line {2} of AiAware.invariants says '{3}'; {4}",
        category: Family.Governance,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Code does what a sentence of AiAware.invariants forbids, so what the rest of the code base "
            + "relies on does not hold.",
        alsoKnownAs: "architecture rule, layering violation, forbidden dependency");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (LedgerFiles.Named(InvariantSentences.FileName, start.Options) is not { } ledger
            || ledger.GetText(start.CancellationToken) is not { } text
            || TestCode.Of(start.Compilation).IsTestProject)
            return;

        var constraints = ConstraintsOf(text);
        if (!constraints.IsEmpty) start.RegisterSemanticModelAction(context => Analyze(context, constraints));
    }

    private static ImmutableArray<Constraint> ConstraintsOf(SourceText text) =>
        InvariantSentences.Parse(text).Entries
            .Select(sentence => new Constraint(sentence, text.Lines.GetLinePosition(sentence.Place.Start).Line + 1))
            .ToImmutableArray();

    private static void Analyze(SemanticModelAnalysisContext context, ImmutableArray<Constraint> constraints)
    {
        foreach (var code in WatchedCode.In(context.SemanticModel, context.CancellationToken))
        {
            var watching = constraints.Where(constraint => constraint.Watches(code.Type)).ToList();
            if (watching.Count > 0) Analyze(context, code, watching);
        }
    }

    /// <summary>A member breaks a sentence once, however often it does so.</summary>
    private static void Analyze(SemanticModelAnalysisContext context, WatchedCode code, List<Constraint> watching)
    {
        if (code.Symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
            watching.RemoveAll(constraint => Report(context, code, constraint, constraint.Lack(method), code.Place));
        foreach (var (name, symbol) in code.Names(context.CancellationToken))
            watching.RemoveAll(constraint =>
                Report(context, code, constraint, constraint.Offence(name, symbol), name.Identifier.GetLocation()));
    }

    private static bool Report(
        SemanticModelAnalysisContext context, WatchedCode code, Constraint constraint, string? offence, Location place)
    {
        if (offence is null) return false;
        context.Report(Diagnostic.Create(
            Descriptor, place, Quote.Of(code.Name), offence, constraint.Line, Quote.Of(constraint.Text),
            constraint.WayOut));
        return true;
    }
}
