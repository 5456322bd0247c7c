using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>Findings as one types: who asks for a document, or for a place in it, is told what stands there.</summary>
/// <remarks>What is reported from elsewhere is seen by a build, and not by an editor.</remarks>
/// <remarks>Older compilers ask an analyzer about a document only, not about a place in it.</remarks>
[CSharp(14)]
public sealed class EditorLaws
{
    private static IEnumerable<TestCaseData> Examples =>
        from page in House.Real.Pages.Values
        from example in page.Fences.Select((fence, index) => (fence, index))
        where example.fence.IsBad && PageExamples.IsForThisHost(example.fence)
        select new TestCaseData(example.fence).SetArgDisplayNames(page.Id, example.index.ToString());

    [TestCaseSource(nameof(Examples))]
    public async Task A_document_is_told_its_findings(object example)
    {
        var fence = (Fence)example;
        var document = await new Workshop(PageExamples.Around(fence)).DocumentOf(("/0/Page.cs", fence.Code));
        Assert.That(await Missing(document, PageLaws.RuleOf(fence.Id)), Is.Empty);
    }

    [Test]
    public async Task A_finding_from_elsewhere_is_seen()
    {
        const string Code = "class First; class Second { void M() => M(); }";
        var document = await new Workshop(new Setting(References.Net10)).DocumentOf(("/0/Page.cs", Code));
        Assert.That(await Missing(document, new FindsElsewhere()), Has.Count.EqualTo(2));
    }

    /// <summary>The findings of a build that the document is not told, as a whole or at their place.</summary>
    private static async Task<List<string>> Missing(Document document, DiagnosticAnalyzer rule)
    {
        var findings = (await Workshop.Findings(document.Project, rule))
            .Where(finding => finding.Location.IsInSource).ToList();
        var missing = new List<string>();
        foreach (var finding in findings)
            foreach (var span in new TextSpan?[] { null, finding.Location.SourceSpan })
                if (!(await Told(document, rule, span)).Contains(Key(finding)))
                    missing.Add($"{(span is null ? "The document" : "The place")} is not told: {finding}");
        return missing;
    }

    private static async Task<HashSet<(string, TextSpan)>> Told(
        Document document, DiagnosticAnalyzer rule, TextSpan? span)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        var analysis = Workshop.Analysis(compilation, document.Project.AnalyzerOptions, rule);
        var tree = (await document.GetSyntaxTreeAsync())!;
        var model = analysis.Compilation.GetSemanticModel(tree);
        var semantic = await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, span, CancellationToken.None);
        var syntactic = await analysis.GetAnalyzerSyntaxDiagnosticsAsync(tree, CancellationToken.None);
        return [.. semantic.Concat(syntactic).Select(Key)];
    }

    private static (string, TextSpan) Key(Diagnostic finding) => (finding.Id, finding.Location.SourceSpan);

    /// <summary>Looks at calls, and finds fault with the first type of their file.</summary>
    private sealed class FindsElsewhere : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Descriptor =
            new("X0001", "Elsewhere", "Elsewhere", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override System.Collections.Immutable.ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
            [Descriptor];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterOperationAction(
                call => call.ReportDiagnostic(Diagnostic.Create(
                    Descriptor, call.Operation.Syntax.SyntaxTree.GetRoot().ChildNodes().First().GetLocation())),
                OperationKind.Invocation);
        }
    }
}
