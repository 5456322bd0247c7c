using System.Collections.Immutable;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>No rule throws, whatever it is shown: broken, truncated, shuffled, deeply nested or huge.</summary>
public sealed class RobustnessLaws
{
    private const string Crash = "AD0001";

    /// <summary>With settings, without which the rules about them would not look.</summary>
    private static readonly Setting Everything = new(References.All)
    {
        Handed = new() { Files = [("/0/appsettings.json", """{ "Smtp": { "Host": "x" }, "x": { "Key": "y" } }""")] },
    };

    /// <summary>Where tests are written.</summary>
    private static readonly Setting Tests = new(References.Testing);

    /// <summary>So many texts are compiled together: to set out costs the rules more than a text.</summary>
    private const int Together = 12;

    private static IEnumerable<TestCaseData> Corpus =>
        Repository.SourcesIn("tests", "ValidCode")
            .Select(file => (Name: House.Relative(file), Text: File.ReadAllText(file)))
            .Concat(House.Real.Pages.Values.Select(page =>
                (Name: page.Id, Text: string.Concat(page.Fences.Select(fence => fence.Code)))))
            .Chunk(Together)
            .Select(texts => new TestCaseData((object)texts.Select(text => text.Text).ToArray())
                .SetArgDisplayNames($"{texts[0].Name} and {texts.Length - 1} more"));

    private static IEnumerable<TestCaseData> Extremes =>
        Extreme.All.Select(extreme => new TestCaseData(extreme.Code).SetArgDisplayNames(extreme.Name));

    private static IEnumerable<TestCaseData> SelfReferences =>
        SelfReference.All.Select(self => new TestCaseData(self.Code).SetArgDisplayNames(self.Name));

    [TestCaseSource(nameof(Corpus))]
    public async Task Truncated_and_shuffled_files_are_survived(string[] texts) =>
        Assert.That(await Crashes([.. texts.SelectMany(Broken)], House.Real.NewRules()), Is.Empty);

    [TestCaseSource(nameof(Extremes))]
    public async Task Extreme_code_is_survived(string code) =>
        Assert.That(await Crashes([code], House.Real.NewRules()), Is.Empty);

    [TestCaseSource(nameof(SelfReferences))]
    public async Task What_is_its_own_value_is_survived(string code) =>
        Assert.That(await Crashes([code], House.Real.NewRules()), Is.Empty);

    /// <summary>What the compiler itself survives; a stack that is nearly full is no place to ask a question.</summary>
    [TestCaseSource(typeof(Extreme), nameof(Extreme.Deep))]
    public async Task Deep_code_is_survived(string code) =>
        Assert.That(await Crashes([code], House.Real.NewRules()), Is.Empty);

    [Test]
    public async Task A_rule_that_throws_is_seen() =>
        Assert.That(await Crashes(["class C;"], [new Nervous()]), Is.Not.Empty);

    private static IEnumerable<string> Broken(string text)
    {
        var seed = BrokenCode.SeedOf(text);
        return BrokenCode.Truncated(text, seed, count: 4).Concat(BrokenCode.Shuffled(text, seed, count: 3));
    }

    private static async Task<ImmutableArray<string>> Crashes(
        ImmutableArray<string> texts, IEnumerable<DiagnosticAnalyzer> rules)
    {
        var findings = await Findings(Everything, texts, rules);
        var aboutTests = rules.Where(rule => House.FamilyOf(rule.GetType()) == Family.Testing).ToList();
        if (aboutTests.Count > 0) findings = [.. findings, .. await Findings(Tests, texts, aboutTests)];
        return [.. findings.Where(finding => finding.Id == Crash).Select(finding => finding.GetMessage()).Distinct()];
    }

    private static async Task<ImmutableArray<Diagnostic>> Findings(
        Setting setting, ImmutableArray<string> texts, IEnumerable<DiagnosticAnalyzer> rules)
    {
        var workshop = new Workshop(setting);
        var document = await workshop.DocumentOf([.. texts.Select((text, index) => ($"/0/File{index}.cs", text))]);
        return await Workshop.Findings(document.Project, rules);
    }

    private sealed class Nervous()
        : Rule(new DiagnosticDescriptor("AIA9997", "Nervous", "Nervous", "Elsewhere", DiagnosticSeverity.Warning, true))
    {
        private protected override void Start(CompilationStartAnalysisContext start) =>
            start.RegisterSyntaxTreeAction(_ => throw new InvalidOperationException("planted"));
    }
}
