using AiAwareAnalyzers.Governance.Ledgers;
using AiAwareAnalyzers.Governance.Reviews;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Governance;

/// <summary>A member that was signed off, and is not any more what was read then.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaleSignOff() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1207",
        title: "Code has changed since it was signed off",
        messageFormat: "'{0}' has changed since {1} signed it off on {2}; have it read again, and signed off as "
            + "'{3} {4}'",
        category: Family.Governance,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A member has changed since it was signed off, so the sign-off vouches for code that is not there "
            + "any more.",
        alsoKnownAs: "stale review, outdated approval");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (ReviewList.Of(start.Options, start.CancellationToken) is { } reviews)
            start.RegisterSyntaxTreeAction(context => Analyze(context, reviews));
    }

    private static void Analyze(SyntaxTreeAnalysisContext context, ReviewList reviews)
    {
        var members = MemberAddress.In(context.Tree.GetRoot(context.CancellationToken))
            .GroupBy(static member => member.Address, static member => member.Declaration, StringComparer.Ordinal);
        foreach (var member in members)
            if (reviews.StaleFor(member.Key, member) is { } stale)
                context.Report(Diagnostic.Create(
                    Descriptor,
                    DeclaredName.Of(member.First()).GetLocation(),
                    Quote.Of(DeclaredName.Of(member.First()).Text),
                    Quote.Of(stale.Reviewer),
                    stale.Date,
                    member.Key,
                    TokenHash.Of(member)));
    }
}
