using System.Collections.Immutable;
using AiAwareAnalyzers.Governance.Files;
using AiAwareAnalyzers.Governance.Ledgers;
using AiAwareAnalyzers.Tests.Cases;
using AiAwareAnalyzers.Tests.Laws;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAwareAnalyzers.Tests.Governance.Files;

/// <summary>Every variable called <c>flaw</c> is a finding; a test says how many of them speak, and where.</summary>
[TestFixture]
public sealed class BaselineSuppressorTests
{
    private const string Code =
        """
        namespace Shop;

        class Order
        {
            void Add() { int flaw = 1; }

            void Send() { { int flaw = 1; } { int flaw = 2; } { int flaw = 3; } }
        }
        """;

    [Test]
    public async Task Without_a_baseline_every_finding_speaks() =>
        Assert.That(await Speaking(""), Is.EqualTo(new[] { 5, 7, 7, 7 }));

    [TestCase("AIA0201 Order.cs M:Shop.Order.Add 1", new[] { 7, 7, 7 })]
    [TestCase("AIA0201 Order.cs M:Shop.Order.Add 1\nAIA0201 Order.cs M:Shop.Order.Send 3", new int[0])]
    [TestCase("AIA0201 Order.cs M:Shop.Order.Add 9", new[] { 7, 7, 7 }, Description = "more than there are")]
    [TestCase("AIA0202 Order.cs M:Shop.Order.Add 1", new[] { 5, 7, 7, 7 }, Description = "of another rule")]
    [TestCase("AIA0201 Orders.cs M:Shop.Order.Add 1", new[] { 5, 7, 7, 7 }, Description = "of another file")]
    [TestCase("AIA0201 Order.cs M:Shop.Order.Add() 1", new[] { 5, 7, 7, 7 }, Description = "of another member")]
    [TestCase("AIA0201 Order.cs T:Shop.Order 4", new[] { 5, 7, 7, 7 }, Description = "of the type itself")]
    [TestCase("AIA0201 Order.cs M:Shop.Order.Add", new[] { 5, 7, 7, 7 }, Description = "a line that cannot be read")]
    public async Task The_baseline_quiets_what_it_counts(string baseline, int[] lines) =>
        Assert.That(await Speaking(baseline), Is.EqualTo(lines));

    [Test]
    public async Task Of_too_many_the_last_speak()
    {
        var findings = await Findings("AIA0201 Order.cs M:Shop.Order.Send 2");
        Assert.That(
            findings.Where(finding => Line(finding) == 7).Select(finding => finding.IsSuppressed),
            Is.EqualTo(new[] { true, true, false }));
    }

    [Test]
    public async Task Moved_lines_stay_quiet() =>
        Assert.That(
            await Speaking(
                "AIA0201 Order.cs M:Shop.Order.Add 1\nAIA0201 Order.cs M:Shop.Order.Send 3",
                "// moved\n\n" + Code.Replace("    void Add() { int flaw = 1; }\n", "")
                    .Replace(
                        "class Order\n{", "class Order\n{\n\n    void Add()\n    {\n        int flaw = 1;\n    }")),
            Is.Empty);

    [TestCase("Shop", new[] { 5, 7, 7, 7 })]
    [TestCase("Shop.Billing", new int[0])]
    public async Task In_a_zone_nothing_is_quieted(string zone, int[] lines) =>
        Assert.That(
            (await Findings(
                "AIA0201 Order.cs M:Shop.Order.Add 1\nAIA0201 Order.cs M:Shop.Order.Send 3",
                setting => setting with { Options = [("ai_aware.high_risk", zone)] }))
                .Where(finding => !finding.IsSuppressed).Select(Line),
            Is.EqualTo(lines));

    [TestCase("AIA0201 Views/Order.razor - 1", 0, Description = "a page of Razor is a file without members")]
    [TestCase("AIA0201 Order.cs M:Shop.Order.Add 1", 1, Description = "and not what was made of it")]
    public async Task A_mapped_finding_is_where_it_was_written(string baseline, int speaking) =>
        Assert.That(
            await Speaking(
                baseline,
                """
                namespace Shop;

                class Order
                {
                #line 3 "/repo/Views/Order.razor"
                    void Add() { int flaw = 1; }
                #line default
                }
                """),
            Has.Length.EqualTo(speaking));

    [TestCase("int flaw = 1;", "AIA0201 Order.cs M:Program.<Main>$ 1")]
    [TestCase(
        "class A { void M(out int b) { b = 1; } int C { get { int flaw = 1; return flaw; } } }",
        "AIA0201 Order.cs P:A.C 1")]
    [TestCase("class A { int b, flaw; }", "AIA0201 Order.cs F:A.flaw 1")]
    [TestCase(
        "class A { class B<T> { void C(T a, int? b) { int flaw = 1; } } }",
        "AIA0201 Order.cs M:A.B`1.C(T,int?) 1")]
    public async Task Each_kind_of_member_has_its_entry(string code, string baseline)
    {
        Assert.That(await Speaking("", code), Has.Length.EqualTo(1));
        Assert.That(await Speaking(baseline, code), Is.Empty);
    }

    [Test]
    public async Task What_is_treated_as_an_error_is_quieted_too()
    {
        var document = await Document("AIA0201 Order.cs M:Shop.Order.Add 1", Code, setting => setting);
        var project = document.Project.WithCompilationOptions(
            document.Project.CompilationOptions!.WithGeneralDiagnosticOption(ReportDiagnostic.Error));
        var findings = await Findings(project);
        Assert.That(findings.Select(finding => finding.Severity), Is.All.EqualTo(DiagnosticSeverity.Error));
        Assert.That(findings.Count(finding => !finding.IsSuppressed), Is.EqualTo(3));
    }

    [Test]
    public async Task A_finding_in_a_file_that_is_no_code_has_an_entry_without_a_member()
    {
        var findings = await Findings(
            "AIA0201 Shop.csproj - 1",
            setting => setting with { AdditionalFiles = setting.AdditionalFiles.Add(("/repo/Shop.csproj", "flaw")) });
        Assert.That(
            findings.Where(finding => finding.IsSuppressed).Select(finding => finding.Location.IsInSource),
            Is.EqualTo(new[] { false }));
    }

    [Test]
    public async Task A_document_alone_is_told_the_same()
    {
        var document = await Document("AIA0201 Order.cs M:Shop.Order.Send 2", Code, setting => setting);
        var compilation = (await document.Project.GetCompilationAsync())!;
        var analysis = compilation.WithAnalyzers(
            [new FindsFlaws(), new BaselineSuppressor()], document.Project.AnalyzerOptions);
        var tree = (await document.GetSyntaxTreeAsync())!;
        var told = await analysis.GetAnalyzerSemanticDiagnosticsAsync(
            analysis.Compilation.GetSemanticModel(tree), null, CancellationToken.None);
        Assert.That(told.Select(Line).Order(), Is.EqualTo(new[] { 5, 7 }));
    }

    [Test]
    public void Every_rule_can_be_quieted() =>
        Assert.That(
            new BaselineSuppressor().SupportedSuppressions.Select(suppression => suppression.SuppressedDiagnosticId),
            Is.EquivalentTo(
                House.Real.NewRules().SelectMany(rule => rule.SupportedDiagnostics).Select(finding => finding.Id)
                    .Distinct()));

    private static async Task<int[]> Speaking(
        string baseline, string code = Code, Func<Setting, Setting>? change = null) =>
        [
            .. (await Findings(baseline, change ?? (static setting => setting), code))
                .Where(finding => finding is { IsSuppressed: false, Location.IsInSource: true }).Select(Line),
        ];

    private static async Task<ImmutableArray<Diagnostic>> Findings(
        string baseline, Func<Setting, Setting>? change = null, string code = Code) =>
        await Findings((await Document(baseline, code, change ?? (static setting => setting))).Project);

    private static async Task<ImmutableArray<Diagnostic>> Findings(Project project)
    {
        var analysis = (await project.GetCompilationAsync())!.WithAnalyzers(
            [new FindsFlaws(), new BaselineSuppressor()],
            new CompilationWithAnalyzersOptions(
                project.AnalyzerOptions,
                onAnalyzerException: null,
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false,
                reportSuppressedDiagnostics: true));
        var findings = await analysis.GetAnalyzerDiagnosticsAsync();
        Assert.That(findings.Where(finding => finding.Id == "AD0001"), Is.Empty);
        return [.. findings.OrderBy(finding => finding.Location.SourceSpan)];
    }

    private static Task<Document> Document(string baseline, string code, Func<Setting, Setting> change) =>
        new Workshop(change(
            new Setting(References.Net10) { AdditionalFiles = [("/repo/" + Baseline.FileName, baseline)] }))
            .DocumentOf(("/repo/Order.cs", code));

    private static int Line(Diagnostic finding) => finding.Location.GetLineSpan().StartLinePosition.Line + 1;

    private sealed class FindsFlaws : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Descriptor = new(
            "AIA0201", "Flaw", "Flaw", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxNodeAction(
                static found =>
                {
                    var variable = (VariableDeclaratorSyntax)found.Node;
                    if (variable.Identifier.ValueText == "flaw")
                        found.ReportDiagnostic(Diagnostic.Create(Descriptor, variable.Identifier.GetLocation()));
                },
                SyntaxKind.VariableDeclarator);
            context.RegisterAdditionalFileAction(static found =>
            {
                if (found.AdditionalFile.GetText()!.ToString() == "flaw")
                    found.ReportDiagnostic(Diagnostic.Create(
                        Descriptor, Location.Create(found.AdditionalFile.Path, new(0, 4), new(new(0, 0), new(0, 4)))));
            });
        }
    }
}
