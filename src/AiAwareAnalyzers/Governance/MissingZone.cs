using AiAwareAnalyzers.Governance.Zoning;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Governance;

/// <summary>Code that signs people in, keeps secrets or takes money, and stands in no high-risk zone.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingZone() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1208",
        title: "High-risk code stands in no zone",
        messageFormat: "Code with '{0}' {1}, and stands in no high-risk zone; write '{2} = {3}' into .editorconfig, so "
            + "that what is a suggestion elsewhere is a warning there",
        category: Family.Governance,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "Code that signs people in, keeps secrets or takes money stands in no high-risk zone, so its "
            + "findings weigh no more than those of any other code.",
        alsoKnownAs: "critical code, security-sensitive module");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TypeNames.LacksCore(start.Compilation) || TestCode.Of(start.Compilation).IsTestProject) return;
        var imports = new Lazy<ImmutableHashSet<string>?>(() =>
            ZoneProposal.IsAskedFor(start.Compilation, start.Options) ? ImportsOfAll(start.Compilation) : null);
        var proposal = new Lazy<ZoneProposal>(() =>
            ZoneProposal.Of(start.Compilation, start.Options, imports.Value!, CancellationToken.None));
        start.RegisterSyntaxTreeAction(context => Analyze(context, imports, proposal));
    }

    private static ImmutableHashSet<string> ImportsOfAll(Compilation compilation) =>
        compilation.SyntaxTrees.SelectMany(static tree => RiskyCode.SharedBy(tree.GetRoot())).ToImmutableHashSet();

    /// <summary>Most files have nothing to say, and need not know what the others hold.</summary>
    private static void Analyze(
        SyntaxTreeAnalysisContext context, Lazy<ImmutableHashSet<string>?> imports, Lazy<ZoneProposal> proposal)
    {
        if (imports.Value is not { } shared
            || RiskyCode.In(context.Tree.GetRoot(context.CancellationToken), shared) is not { } sign
            || proposal.Value.Speaker != context.Tree)
            return;
        context.Report(Diagnostic.Create(
            Descriptor,
            sign.Name.GetLocation(),
            Quote.Of(sign.Name.Text),
            sign.Work,
            Zones.HighRisk.Key,
            string.Join(", ", proposal.Value.Entries)));
    }
}
