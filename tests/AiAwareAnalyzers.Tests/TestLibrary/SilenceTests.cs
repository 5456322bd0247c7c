using AiAwareAnalyzers.Tests.TestLibrary.Specimens;

namespace AiAwareAnalyzers.Tests.TestLibrary;

/// <summary>An analyzer has to be silent where nobody wants to hear it, and must not throw.</summary>
public sealed class SilenceTests
{
    private const string Code = "class [|order|] { }";
    private const string NamedCode = "class {|TL0001:order|} { }";

    [Test]
    public Task AcceptsSilence() => new Trial<LowerCaseClass> { TestCode = Code }.Accepts();

    [Test]
    public async Task RejectsAReportInGeneratedCode() =>
        Assert.That(await new Trial<LowerCaseClassAnywhere> { TestCode = Code }.Rejects(), Does.Contain("auto-generated"));

    [Test]
    public Task AcceptsAReportInGeneratedCodeWhenAsked() =>
        new Trial<LowerCaseClassAnywhere> { TestCode = Code, TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck }.Accepts();

    [Test]
    public async Task RejectsAReportThatSuppressionDoesNotReach() =>
        Assert.That(await new Trial<LowerCaseClassUnderAnyId> { TestCode = NamedCode }.Rejects(), Does.Contain("#pragma"));

    [Test]
    public Task AcceptsAReportThatSuppressionDoesNotReachWhenAsked() =>
        new Trial<LowerCaseClassUnderAnyId> { TestCode = NamedCode, TestBehaviors = TestBehaviors.SkipSuppressionCheck }.Accepts();

    [Test]
    public async Task RejectsAnAnalyzerThatThrows()
    {
        var message = await new Trial<ThrowingAnalyzer> { TestCode = "class Order { }" }.Rejects();
        Assert.That(message, Does.Contain("AD0001"));
        Assert.That(message, Does.Contain(ThrowingAnalyzer.Complaint));
    }

    [Test]
    public async Task RejectsAnAnalyzerThatThrowsWhereTheCodeNeedNotCompile()
    {
        var test = new Trial<ThrowingAnalyzer> { TestCode = "class Order { }", CompilerDiagnostics = CompilerDiagnostics.None };
        Assert.That(await test.Rejects(), Does.Contain("AD0001"));
    }
}
