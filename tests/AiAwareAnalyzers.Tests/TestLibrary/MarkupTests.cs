using AiAwareAnalyzers.Tests.TestLibrary.Specimens;

namespace AiAwareAnalyzers.Tests.TestLibrary;

/// <summary>Marks in code say which diagnostics are expected where.</summary>
public sealed class MarkupTests
{
    [TestCase("class [|order|] { }")]
    [TestCase("class {|TL0001:order|} { }")]
    [TestCase("class $$order { }")]
    [TestCase("[|{|#0:|}|]class [|order|] { }", false)]
    [TestCase("class [|orde|]r { }", false)]
    [TestCase("class {|TL0002:order|} { }", false)]
    [TestCase("class o$$rder { }", false)]
    [TestCase("class order { }", false)]
    [TestCase("class [|Order|] { }", false)]
    [TestCase("class {|#0:order|} { }", false)]
    public Task ExpectsADiagnostic(string code, bool accepted = true) => Judge(new Trial<LowerCaseClass> { TestCode = code }, accepted);

    [Test]
    public Task ExpectsNestedDiagnostics() =>
        new Trial<LowerCaseClass> { TestCode = "class [|order|] : {|CS0246:List<{|CS0246:Item|}>|} { }" }.Accepts();

    [TestCase(0, true)]
    [TestCase(1, false)]
    public Task NumbersPlaces(int key, bool accepted)
    {
        var test = new Trial<LowerCaseClass> { TestCode = "class {|#0:order|} {|#1:{|} }" };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(LowerCaseClass.Descriptor).WithLocation(key).WithArguments("order", 'o'));
        return Judge(test, accepted);
    }

    [Test]
    public Task NumberedPlacesMayBeNamedToo()
    {
        var test = new Trial<LowerCaseClass> { TestCode = "class order { {|#0:{|CS0246:Missing|}|} item; }" };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("TL0001", DiagnosticSeverity.Warning).WithSpan(1, 7, 1, 12));
        return test.Accepts();
    }

    [Test]
    public async Task RejectsANumberThatIsNotThere()
    {
        var test = new Trial<LowerCaseClass> { TestCode = "class Order { }" };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(LowerCaseClass.Descriptor).WithLocation(3));
        Assert.That(await test.Rejects(), Does.Contain("#3"));
    }

    [TestCase("class [|order { }")]
    [TestCase("class {|TL0001:order { }")]
    public Task RejectsAMarkThatIsNeverClosed(string code) => new Trial<LowerCaseClass> { TestCode = code }.Rejects();

    [Test]
    public Task RejectsAnUnnamedMarkIfThereAreSeveralIds() =>
        new Trial<LowerCaseClassUnderAnyId> { TestCode = "class [|order|] { }" }.Rejects();

    [Test]
    public Task TakesTheFirstOfSeveralIdsWhenAsked() =>
        new Trial<LowerCaseClassUnderAnyId>
        {
            TestCode = "class [|order|] { }",
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
            TestBehaviors = TestBehaviors.SkipSuppressionCheck,
        }.Accepts();

    [Test]
    public Task LeavesDollarSignsAloneWhenAsked() =>
        new Trial<LowerCaseClass>
        {
            TestCode = """"class Order { string text = $$"""{ {{1 + 1}} }"""; }"""",
            MarkupOptions = MarkupOptions.TreatPositionIndicatorsAsCode,
        }.Accepts();

    [Test]
    public Task LeavesCodeAloneWhenAsked()
    {
        var test = new Trial<LowerCaseClass> { TestCode = "class Order { /* [|order|] */ }" };
        test.TestState.MarkupHandling = MarkupMode.None;
        return test.Accepts();
    }

    private static Task Judge(AnalyzerTest<DefaultVerifier> test, bool accepted) => accepted ? test.Accepts() : test.Rejects();
}
