using AiAwareAnalyzers.Tests.TestLibrary.Specimens;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiAwareAnalyzers.Tests.TestLibrary;

/// <summary>Fix All has to give the same text as fixing one by one, in every scope.</summary>
public sealed class FixAllTests
{
    private const string Code = "class [|order|] { } class [|cart|] { }";
    private const string FixedCode = "class Order { } class Cart { }";

    [Test]
    public async Task RejectsAnotherTextThanOneByOne() =>
        Assert.That(await Given<DestructiveFixAll>().Rejects(), Does.Contain("Fix all"));

    [Test]
    public async Task AcceptsAnotherTextIfItIsExpected()
    {
        var test = Given<DestructiveFixAll>();
        test.BatchFixedState.Sources.Add("");
        await test.Accepts();
    }

    [Test]
    public async Task AcceptsAnotherTextIfNobodyLooks()
    {
        var test = Given<DestructiveFixAll>();
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck;
        await test.Accepts();
    }

    [Test]
    public Task AcceptsAFixWithoutFixAll() => Given<SingleFix>().Accepts();

    [TestCase(null, true)]
    [TestCase(1, true)]
    [TestCase(2, false)]
    public async Task CountsIterations(int? number, bool accepted)
    {
        var test = Given<CapitalizingFix>();
        test.NumberOfFixAllIterations = number;
        await (accepted ? test.Accepts() : test.Rejects());
    }

    [Test]
    public Task NeedsATurnForEachDocument() => InTwoDocuments<CapitalizingFix>(turnsForDocuments: 2).Accepts();

    [Test]
    public Task RejectsTooFewTurnsForTheDocuments() => InTwoDocuments<CapitalizingFix>(turnsForDocuments: 1).Rejects();

    [Test]
    public Task RejectsAFixAllThatLeavesDocumentsOfTheProjectAlone() => InTwoDocuments<LazyFixAll>(turnsForDocuments: 2).Rejects();

    [Test]
    public async Task FixesEveryProject()
    {
        var test = new Trial<LowerCaseClass, CapitalizingFix>
        {
            TestCode = "class [|order|] { }",
            FixedCode = "class Order { }",
            NumberOfFixAllInDocumentIterations = 2,
            NumberOfFixAllInProjectIterations = 2,
        };
        test.TestState.AdditionalProjects["Library"].Sources.Add("class [|cart|] { }");
        test.FixedState.AdditionalProjects["Library"].Sources.Add("class Cart { }");
        await test.Accepts();
    }

    private static Trial<LowerCaseClass, TFix> Given<TFix>()
        where TFix : CodeFixProvider, new() =>
        new() { TestCode = Code, FixedCode = FixedCode };

    private static Trial<LowerCaseClass, TFix> InTwoDocuments<TFix>(int turnsForDocuments)
        where TFix : CodeFixProvider, new()
    {
        var test = Given<TFix>();
        test.TestCode = "class [|price|] { }";
        test.FixedCode = "class Price { }";
        test.NumberOfFixAllInDocumentIterations = turnsForDocuments;
        return test;
    }
}
