using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>
/// A new rule begins well: what the template writes compiles, passes its tests and says the truth on its page.
/// </summary>
public sealed class TemplateLaws
{
    private const string Usings =
        """
        global using System; global using System.Collections.Generic; global using System.Collections.Immutable; global using System.Linq;
        global using System.Threading; global using System.Threading.Tasks; global using Microsoft.CodeAnalysis; global using Microsoft.CodeAnalysis.CSharp;
        global using Microsoft.CodeAnalysis.CodeActions; global using Microsoft.CodeAnalysis.CodeFixes; global using Microsoft.CodeAnalysis.Diagnostics;
        global using Microsoft.CodeAnalysis.Operations; global using Microsoft.CodeAnalysis.Testing; global using NUnit.Framework;
        """;

    /// <summary>
    /// The shipped assemblies ask for an older compiler than the one that is here: as in every build, nothing to speak
    /// of.
    /// </summary>
    private static readonly string[] NewerHost = ["CS1701", "CS1702"];

    private static readonly Lazy<Assembly> Instance = new(() => Load(Compile(Code)));

    [CSharp(12)]
    public async Task The_tests_of_a_new_rule_pass()
    {
        var tests = Instance.Value.GetTypes().Single(type => type.Name == "NewDefectTests");
        var cases = tests.GetMethods().Where(method => method.GetCustomAttribute<TestAttribute>() is not null).ToList();
        Assert.That(cases, Is.Not.Empty);
        foreach (var test in cases) await (Task)test.Invoke(Activator.CreateInstance(tests), null)!;
    }

    [CSharp(12)]
    public async Task The_page_of_a_new_rule_has_its_form_and_true_examples()
    {
        var rule = New<Rule>("NewDefect");
        var page = new Page("AIA0299", ReadTemplate("docs/rules/AIA9999.md"));
        Assert.That(page.Headings, Is.EqualTo(Page.RequiredHeadings));
        Assert.That(page.FirstSentence, Is.EqualTo(rule.SupportedDiagnostics[0].Description.ToString()));

        var workshop = new Workshop(new Setting(References.Net10));
        var bad = await workshop.DocumentOf(("/0/Page.cs", page.Fences.First(fence => fence.IsBad).Code));
        Assert.That(
            (await Workshop.Findings(bad.Project, rule))
                .Select(finding => finding.Location.GetLineSpan().StartLinePosition.Line + 1),
            Is.EqualTo(page.Fences[0].MarkedLines));
        Assert.That(
            await Workshop.Repair(rule, New<CodeFixProvider>("NewDefectFix"), bad),
            Is.EqualTo(page.Fences.First(fence => !fence.IsBad).Code));
    }

    [CSharp(12)]
    public void A_template_that_does_not_compile_is_seen() =>
        Assert.That(
            Flaws(Compile(
                Code.Select(text => text.Replace("Rule(Descriptor)", "Rule(Missing)", StringComparison.Ordinal)))),
            Is.Not.Empty);

    [Test]
    public void A_new_rule_stands_at_an_address_of_its_own() =>
        Assert.That(Files.Select(file =>
            Substitute(House.Relative(file).Replace("build/Template/", "", StringComparison.Ordinal))), Is.EquivalentTo(
        [
            "src/AiAwareAnalyzers/Money/NewDefect.cs",
            "src/AiAwareAnalyzers.CodeFixes/Money/NewDefectFix.cs",
            "tests/AiAwareAnalyzers.Tests/Money/NewDefectTests.cs",
            "docs/rules/AIA0299.md",
        ]));

    [Test]
    public void Every_family_can_be_chosen()
    {
        using var template = JsonDocument.Parse(
            File.ReadAllText(Repository.PathOf("build", "Template", ".template.config", "template.json")));
        var choices = template.RootElement.GetProperty("symbols").GetProperty("family").GetProperty("choices")
            .EnumerateArray()
            .Select(choice => choice.GetProperty("choice").GetString());
        Assert.That(choices, Is.EquivalentTo(typeof(Family).GetFields().Select(field => field.GetRawConstantValue())));
    }

    private static IEnumerable<string> Files =>
        Directory.EnumerateFiles(Repository.PathOf("build", "Template"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "template.json");

    private static string ReadTemplate(string file) =>
        Substitute(File.ReadAllText(Repository.PathOf("build", "Template", file)).ReplaceLineEndings("\n"));

    /// <summary>
    /// What <c>dotnet new aiaware-rule --name NewDefect --family Money --id AIA0299</c> does to texts and names.
    /// </summary>
    private static string Substitute(string text) => text
        .Replace("SomeDefect", "NewDefect", StringComparison.Ordinal)
        .Replace("SomeFamily", "Money", StringComparison.Ordinal)
        .Replace("AIA9999", "AIA0299", StringComparison.Ordinal);

    private static T New<T>(string name) =>
        (T)Activator.CreateInstance(Instance.Value.GetTypes().Single(type => type.Name == name))!;

    private static IEnumerable<string> Code =>
        Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .Select(file => Substitute(File.ReadAllText(file)));

    private static CSharpCompilation Compile(IEnumerable<string> code)
    {
        var references = References.OfThisProcess(_ => true);
        return CSharpCompilation.Create(
            "AiAwareAnalyzers.Template",
            code.Append(Usings)
                .Select(text => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview))),
            references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
                .WithSpecificDiagnosticOptions(
                    NewerHost.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress))));
    }

    private static IEnumerable<Diagnostic> Flaws(CSharpCompilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    private static Assembly Load(CSharpCompilation compilation)
    {
        Assert.That(Flaws(compilation), Is.Empty);
        using var bytes = new MemoryStream();
        compilation.Emit(bytes);
        bytes.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(bytes);
    }
}
