using System.Collections.Immutable;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>No rule throws, whatever it is shown: broken, truncated, shuffled, deeply nested or huge.</summary>
public sealed class NervesLaws
{
    private const string Crash = "AD0001";

    private static readonly Setting Everything = new(References.All);

    private static IEnumerable<TestCaseData> Corpus =>
        Repository.SourcesIn("tests", "ValidCode").Select(file => (House.Relative(file), File.ReadAllText(file)))
            .Concat(House.Real.Pages.Values.Select(page => (page.Id, string.Concat(page.Fences.Select(fence => fence.Code)))))
            .Select(text => new TestCaseData(text.Item2).SetArgDisplayNames(text.Item1));

    private static IEnumerable<TestCaseData> Extremes =>
        Extreme.All.Select(extreme => new TestCaseData(extreme.Code).SetArgDisplayNames(extreme.Name));

    [TestCaseSource(nameof(Corpus))]
    public async Task Truncated_and_shuffled_files_are_survived(string text)
    {
        var seed = Mutilation.SeedOf(text);
        var variants = Mutilation.Truncated(text, seed, count: 4).Concat(Mutilation.Shuffled(text, seed, count: 3));
        Assert.That(await Crashes([.. variants], House.Real.NewRules()), Is.Empty);
    }

    [TestCaseSource(nameof(Extremes))]
    public async Task Extreme_code_is_survived(string code) => Assert.That(await Crashes([code], House.Real.NewRules()), Is.Empty);

    [Test]
    public async Task A_rule_that_throws_is_seen() => Assert.That(await Crashes(["class C;"], [new Nervous()]), Is.Not.Empty);

    private static async Task<ImmutableArray<string>> Crashes(ImmutableArray<string> texts, IEnumerable<DiagnosticAnalyzer> rules)
    {
        using var workshop = new Workshop(Everything);
        var document = await workshop.DocumentOf([.. texts.Select((text, index) => ($"/0/File{index}.cs", text))]);
        var findings = await Workshop.Findings(document.Project, rules);
        return [.. findings.Where(finding => finding.Id == Crash).Select(finding => finding.GetMessage()).Distinct()];
    }

    private sealed class Nervous() : Rule(new DiagnosticDescriptor("AIA9997", "Nervous", "Nervous", "Elsewhere", DiagnosticSeverity.Warning, true))
    {
        private protected override void Start(CompilationStartAnalysisContext start) =>
            start.RegisterSyntaxTreeAction(_ => throw new InvalidOperationException("planted"));
    }
}
