using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>What the rules ask of tests, the tests of this repository do.</summary>
public sealed class OwnTestsLaws
{
    /// <summary>What a generator writes is not there.</summary>
    private const string NoGenerator = "CS8795";

    private const string Hollow = """
        public sealed class HollowTests
        {
            [Test]
            public void Cannot_fail() => Assert.That(1 + 1 == 2, Is.True);
        }
        """;

    private static readonly Setting Everything = new(References.All);

    [CSharp(14)]
    public async Task The_tests_of_this_repository_are_left_alone()
    {
        var tests = CompilationOf("AiAwareAnalyzers.Tests");
        var errors = tests.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error);
        Assert.That(errors.Where(error => error.Id != NoGenerator), Is.Empty, "otherwise the rules see nothing");
        Assert.That(await Findings(tests), Is.Empty);
    }

    /// <summary>Some of what they are written against is not here; they are read as far as they bind.</summary>
    [CSharp(14)]
    public async Task So_are_those_of_the_package_and_the_tool()
    {
        Assert.That(await Findings(CompilationOf("AiAwareAnalyzers.PackageTests")), Is.Empty);
        Assert.That(await Findings(CompilationOf("AiAwareAnalyzers.ToolTests")), Is.Empty);
    }

    [CSharp(14)]
    public async Task A_hollow_test_is_seen()
    {
        var planted = CompilationOf("AiAwareAnalyzers.ToolTests")
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(Hollow, Everything.ParseOptions));
        Assert.That(await Findings(planted), Has.One.Items);
    }

    private static async Task<IEnumerable<string>> Findings(Compilation compilation)
    {
        var rules = House.Real.NewRules().Where(rule => House.FamilyOf(rule.GetType()) == Family.Testing);
        var findings = await Workshop.Findings(compilation, new AnalyzerOptions([]), rules);
        return findings.Select(finding => finding.ToString());
    }

    /// <summary>The sources of a test project, against what this test runs with.</summary>
    private static CSharpCompilation CompilationOf(string project)
    {
        string[] imports =
        [
            .. Setting.ImplicitUsings,
            "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Testing",
            "NUnit.Framework",
        ];
        var usings = string.Concat(imports.Select(import => $"global using {import};\n"));
        var trees = Repository.SourcesIn("tests", project)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Everything.ParseOptions, file))
            .Append(CSharpSyntaxTree.ParseText(usings, Everything.ParseOptions, "/0/GlobalUsings.cs"));
        var references = References.OfThisProcess(name => name != "AiAwareAnalyzers.Tests");
        return CSharpCompilation.Create(
            project, trees, references, (CSharpCompilationOptions)Everything.CompilationOptions);
    }
}
