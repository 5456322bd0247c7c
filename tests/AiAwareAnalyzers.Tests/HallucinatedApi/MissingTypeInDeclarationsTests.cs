using AiAwareAnalyzers.HallucinatedApi;
using Microsoft.CodeAnalysis.CSharp.Testing;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

/// <summary>What the generator says where no analyzer is asked any more.</summary>
public sealed class MissingTypeInDeclarationsTests
{
    [TestCase("using {|AIA0103:System.Text.Jsn|};")]
    [TestCase("using {|AIA0103:Dapper|};")]
    [TestCase("namespace Shop { using {|AIA0103:System.Collection|}; }")]
    public Task An_import_that_no_reference_has_is_reported(string code) => Run(code);

    [TestCase("using System.Text.Json;")]
    [TestCase("using Contoso.Generated;")]
    [TestCase("using Shop.Generated; namespace Shop { class C { } }")]
    [TestCase("using Json = System.Text.Jsn;")]
    [TestCase("using static System.Text.Jsn;")]
    [TestCase("class C : Missing { }")]
    public Task Without_evidence_nothing_is_said(string code) => Run(code);

    [TestCase("RunAnalyzers", "false")]
    [TestCase("AiAwareMode", "None")]
    public Task Where_nobody_asks_nothing_is_said(string property, string value) => Run("using System.Text.Jsn;", $"build_property.{property} = {value}");

    private static Task Run(string code, string property = "")
    {
        var test = new CSharpSourceGeneratorTest<MissingTypeInDeclarations, DefaultVerifier> { TestCode = code, CompilerDiagnostics = CompilerDiagnostics.None };
        test.TestState.ReferenceAssemblies = References.Net10;
        if (property.Length > 0) test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\n{property}\n"));
        return test.RunAsync();
    }
}
