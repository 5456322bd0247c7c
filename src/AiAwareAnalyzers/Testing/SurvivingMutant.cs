using System.Globalization;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Testing.Mutants;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Testing;

/// <summary>A change of the code that a mutation test has made, and that no test noticed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SurvivingMutant() : Rule(Descriptor)
{
    internal static readonly Option<int> MinimumScore = new(
        "ai_aware.testing.minimum_score",
        "a whole number from 0 to 100",
        "0",
        "How many of a hundred changes the tests have to notice in each file of the mutation report.",
        TryReadScore);

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1115",
        title: "The tests do not notice a change of the code",
        messageFormat: "{0}, {1}; {2}",
        category: Family.Testing,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A mutation test has changed the code and no test failed, so the same change made by mistake "
            + "would not be noticed either.",
        alsoKnownAs: "surviving mutant, mutation testing, mutation score, uncovered code",
        customTags: LowersOwnFindings);

    /// <summary>Without a report this costs nothing; with one it is read when the first file asks.</summary>
    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (MutationReport.HandedOver(start.Options) is not { } file) return;
        var report = new Lazy<MutationReport>(() => MutationReport.Read(file.GetText()?.ToString() ?? ""));
        start.RegisterAdditionalFileAction(context =>
        {
            if (context.AdditionalFile.Path == file.Path && report.Value.Complaint is { } complaint)
                context.ReportDiagnostic(Refusal(file, complaint));
        });
        start.RegisterSemanticModelAction(context => Look(context, report.Value));
    }

    private static void Look(SemanticModelAnalysisContext context, MutationReport report)
    {
        var tree = context.SemanticModel.SyntaxTree;
        var code = tree.GetText(context.CancellationToken);
        if (report.Of(tree.FilePath, code) is not { } file) return;

        LookAtScore(context, file);
        foreach (var member in SurvivedMember.In(file, code, context.SemanticModel, context.CancellationToken))
            context.Report(Finding(member, report.Tests, context));
    }

    /// <summary>What tests run and do not notice is a warning; what they do not run may be known and meant.</summary>
    private static Diagnostic Finding(SurvivedMember member, TestClasses tests, SemanticModelAnalysisContext context)
    {
        var tree = context.SemanticModel.SyntaxTree;
        var (gravest, others) = (member.Gravest, member.Survivors.RemoveAt(0));
        var isWarning = Gravity.IsHeavy(gravest)
            || Zones.Hold(gravest.Node, context.Options, context.SemanticModel.Compilation);
        return Diagnostic.Create(
            Descriptor,
            tree.GetLocation(member.ShownAt(gravest)),
            isWarning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            others.Select(other => tree.GetLocation(member.ShownAt(other))),
            ImmutableDictionary<string, string?>.Empty.Add("others", string.Join("\n", others.Select(Listed))),
            ChangeInWords.Of(gravest),
            ChangeInWords.Outcome(gravest.Mutant) + More(others.Length, member.Name),
            ChangeInWords.WayOut(gravest.Mutant, member.NearestTests(tests)));
    }

    private static string Listed(Survivor survivor) =>
        $"{survivor.Mutant.Place.Start.Line + 1}: {ChangeInWords.Of(survivor)}";

    private static string More(int others, string member) =>
        others switch
        {
            0 => "",
            1 => $" (one more change in {member} is not noticed)",
            _ => $" ({others} more changes in {member} are not noticed)",
        };

    private static void LookAtScore(SemanticModelAnalysisContext context, MutatedFile file)
    {
        var tree = context.SemanticModel.SyntaxTree;
        var least = MinimumScore.In(tree, context.Options, context.SemanticModel.Compilation);
        var all = file.Mutants.Length;
        var noticed = file.Mutants.Count(static mutant => mutant.Verdict == Verdict.Noticed);
        // In whole numbers, so that no rounding decides.
        if (noticed * 100 >= least * all) return;
        context.Report(Diagnostic.Create(
            Descriptor,
            FirstName(tree.GetRoot(context.CancellationToken)).GetLocation(),
            $"The tests notice {noticed} of {all} changes in this file ({noticed * 100 / all} %)",
            $"and '{MinimumScore.Key}' asks for {least} %",
            "assert what the others break"));
    }

    /// <summary>The name of the first type; a program of statements has none.</summary>
    private static SyntaxToken FirstName(SyntaxNode root) =>
        root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<BaseTypeDeclarationSyntax>()
            .Select(DeclaredName.Of)
            .DefaultIfEmpty(root.GetFirstToken())
            .First();

    private static Diagnostic Refusal(AdditionalText file, string complaint) =>
        Diagnostic.Create(
            Descriptor,
            Location.Create(file.Path, new TextSpan(0, 0), default),
            $"'{SourcePaths.NameOf(file.Path)}' is no mutation report that can be read",
            $"because {complaint}",
            "let Stryker.NET write it again, with '--reporter json'");

    private static bool TryReadScore(string raw, out int score) =>
        int.TryParse(raw.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out score) && score <= 100;
}
