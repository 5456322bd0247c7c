using AiAwareAnalyzers.Governance.Files;
using AiAwareAnalyzers.Governance.Ledgers;
using AiAwareAnalyzers.Knowledge;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Governance;

/// <summary>An entry of the baseline that can quiet nothing: its member is gone, or no rule has its id.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaleBaseline() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1202",
        title: "An entry of the baseline quiets nothing",
        messageFormat: "This entry quiets nothing, because {0}; delete the line",
        category: Family.Governance,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "An entry of AiAware.baseline quiets nothing any more, and would quiet a new finding under the "
            + "same name.",
        alsoKnownAs: "unused suppression, stale suppression");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (LedgerFiles.Named(Baseline.FileName, start.Options) is not { } ledger) return;
        start.RegisterAdditionalFileAction(context =>
        {
            if (context.AdditionalFile == ledger && ledger.GetText(context.CancellationToken) is { } text)
                Analyze(context, text);
        });
    }

    /// <summary>Only the project that holds a file knows what stands in it.</summary>
    private static void Analyze(AdditionalFileAnalysisContext context, SourceText text)
    {
        var files = context.Compilation.SyntaxTrees.ToLookup(
            tree => LedgerFiles.PathFrom(context.AdditionalFile, tree.FilePath), StringComparer.Ordinal);
        var rules = new Lazy<HashSet<string>>(static () =>
            new(RuleBook.Findings().Select(static finding => finding.Id), StringComparer.Ordinal));
        foreach (var file in Baseline.Parse(text).Entries.GroupBy(static entry => entry.File))
            if (files[file.Key].FirstOrDefault() is { } tree)
            {
                var members = MembersOf(tree, context.CancellationToken);
                foreach (var entry in file)
                    if (Complaint(entry, members, rules.Value, context) is { } complaint)
                        context.ReportDiagnostic(Diagnostic.Create(
                            Descriptor,
                            LedgerFiles.PlaceOf(context.AdditionalFile, text, entry.Place),
                            complaint));
            }
    }

    private static ILookup<string, SyntaxNode> MembersOf(SyntaxTree tree, CancellationToken cancellation) =>
        MemberAddress.In(tree.GetRoot(cancellation))
            .ToLookup(static member => member.Address, static member => member.Declaration, StringComparer.Ordinal);

    private static string? Complaint(
        BaselineEntry entry,
        ILookup<string, SyntaxNode> members,
        HashSet<string> rules,
        AdditionalFileAnalysisContext context)
    {
        if (!rules.Contains(entry.Rule)) return $"no rule has the id '{entry.Rule}'";
        if (entry.Member == MemberAddress.None) return null;
        if (members[entry.Member].FirstOrDefault() is not { } member)
            return $"'{entry.File}' has no member '{entry.Member}' any more";
        return Zones.Hold(member, context.Options, context.Compilation)
            ? $"'{entry.Member}' stands in a zone of '{Zones.HighRisk.Key}', where each finding is to be repaired"
            : null;
    }
}
