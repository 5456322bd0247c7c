using AiAwareAnalyzers.Tests.TestLibrary.Specimens;

namespace AiAwareAnalyzers.Tests.TestLibrary;

/// <summary>Of each pair of expectations that differ in one thing, one is accepted and the other is rejected.</summary>
public sealed class DiagnosticTests
{
    private const string Code = "class order { }";

    private static DiagnosticResult Expected => new DiagnosticResult(LowerCaseClass.Descriptor).WithArguments("order", 'o');

    [Test]
    public Task AcceptsExactlyWhatIsReported() => Given(Code, Expected.WithSpan(1, 7, 1, 12)).Accepts();

    [TestCase(1, 7, 1, 13)]
    [TestCase(1, 6, 1, 12)]
    [TestCase(2, 7, 2, 12)]
    public Task RejectsAWrongSpan(int startLine, int startColumn, int endLine, int endColumn) =>
        Given(Code, Expected.WithSpan(startLine, startColumn, endLine, endColumn)).Rejects();

    [Test]
    public Task RejectsAWrongFile() => Given(Code, Expected.WithSpan("/0/Test1.cs", 1, 7, 1, 12)).Rejects();

    [Test]
    public Task RejectsAMissingLocation() => Given(Code, Expected.WithNoLocation()).Rejects();

    [Test]
    public Task AcceptsAStartWithoutAnEnd() => Given(Code, Expected.WithLocation(1, 7)).Accepts();

    [Test]
    public Task RejectsAWrongStart() => Given(Code, Expected.WithLocation(1, 8)).Rejects();

    [Test]
    public Task RejectsAWrongId() =>
        Given(Code, new DiagnosticResult("TL9999", DiagnosticSeverity.Warning).WithSpan(1, 7, 1, 12)).Rejects();

    [Test]
    public Task RejectsAWrongSeverity() =>
        Given(Code, Expected.WithSpan(1, 7, 1, 12).WithSeverity(DiagnosticSeverity.Error)).Rejects();

    [Test]
    public Task AcceptsAnySeverityWhenAsked() =>
        Given(Code, Expected.WithSpan(1, 7, 1, 12).WithSeverity(DiagnosticSeverity.Error).WithOptions(DiagnosticOptions.IgnoreSeverity)).Accepts();

    [Test]
    public Task RejectsAWrongArgument() =>
        Given(Code, Expected.WithSpan(1, 7, 1, 12).WithArguments("order", 'O')).Rejects();

    [Test]
    public Task RejectsArgumentsThatAreNotStated() =>
        Given(Code, new DiagnosticResult(LowerCaseClass.Descriptor).WithSpan(1, 7, 1, 12)).Rejects();

    [Test]
    public Task AcceptsArgumentsOfABareId() => Given(Code, BareId.WithArguments("order", 'o')).Accepts();

    [Test]
    public Task RejectsAWrongArgumentOfABareId() => Given(Code, BareId.WithArguments("orders", 'o')).Rejects();

    [Test]
    public Task AcceptsTheMessage() => Given(Code, BareId.WithMessage("Class 'order' starts with 'o'")).Accepts();

    [Test]
    public Task RejectsAnotherMessage() => Given(Code, BareId.WithMessage("Class 'order' starts with 'O'")).Rejects();

    [Test]
    public Task RejectsAnUnexpectedDiagnostic() => Given(Code).Rejects();

    [Test]
    public Task RejectsAnExpectedDiagnosticThatIsNotReported() => Given("class Order { }", Expected.WithSpan(1, 7, 1, 12)).Rejects();

    [Test]
    public Task RejectsTheSameDiagnosticExpectedTwice() =>
        Given(Code, Expected.WithSpan(1, 7, 1, 12), Expected.WithSpan(1, 7, 1, 12)).Rejects();

    [Test]
    public Task FindsTheOneAssignmentThatFits() =>
        Given(
            "class order { } class ocean { }",
            new DiagnosticResult(LowerCaseClass.Descriptor).WithMessage(null).WithLocation(1, 7),
            new DiagnosticResult(LowerCaseClass.Descriptor).WithMessage(null).WithSpan(1, 23, 1, 28)).Accepts();

    [Test]
    public Task RejectsAnUndeclaredCompilerError() => Given("class Order : Missing { }").Rejects();

    [Test]
    public Task AcceptsADeclaredCompilerError() => Given("class Order : {|CS0246:Missing|} { }").Accepts();

    [Test]
    public Task AcceptsADeclaredCompilerErrorWithItsArguments() =>
        Given("class Order : {|#0:Missing|} { }", DiagnosticResult.CompilerError("CS0246").WithLocation(0).WithArguments("Missing")).Accepts();

    [Test]
    public Task RejectsADeclaredCompilerErrorThatIsNone() => Given("class Order : {|CS0246:System.IDisposable|} { public void Dispose() { } }").Rejects();

    [TestCase(CompilerDiagnostics.None, ExpectedResult = true)]
    [TestCase(CompilerDiagnostics.Errors, ExpectedResult = true)]
    [TestCase(CompilerDiagnostics.Warnings, ExpectedResult = false)]
    public async Task<bool> HearsCompilerWarningsWhenAsked(CompilerDiagnostics level)
    {
        var test = Given("class Order { int unused; }");
        test.CompilerDiagnostics = level;
        return await IsAccepted(test);
    }

    [Test]
    public async Task AcceptsACompilerWarningInMarkup()
    {
        var test = Given("class Order { int {|CS0169:unused|}; }");
        test.CompilerDiagnostics = CompilerDiagnostics.Warnings;
        await test.Accepts();
    }

    [Test]
    public async Task DoesNotHearADisabledDiagnostic()
    {
        var test = Given(Code);
        test.DisabledDiagnostics.Add(LowerCaseClass.Id);
        await test.Accepts();
    }

    [Test]
    public Task AcceptsASuppressedDiagnosticAsSilence() => Given("#pragma warning disable TL0001\n" + Code).Accepts();

    [Test]
    public async Task AcceptsASuppressedDiagnosticThatIsExpectedSo()
    {
        var test = Given("#pragma warning disable TL0001\n" + Code, Expected.WithSpan(2, 7, 2, 12).WithIsSuppressed(true));
        test.TestBehaviors = TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck;
        await test.Accepts();
    }

    [Test]
    public async Task ShowsMatchesToTheDiagnosticVerifier()
    {
        var seen = new List<string>();
        var test = Given("class [|order|] { }");
        test.TestBehaviors = TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck;
        test.DiagnosticVerifier = (actual, expected, _) => seen.Add($"{actual.Id} {expected.Id}");
        await test.Accepts();
        Assert.That(seen, Is.EqualTo(["TL0001 TL0001"]));
    }

    [Test]
    public async Task SaysWhatIsDifferentAndWhatToExpect()
    {
        var message = await Given(Code, Expected.WithSpan(1, 7, 1, 13)).Rejects();
        Assert.That(message, Does.Contain("Context: Diagnostics of test state"));
        Assert.That(message, Does.Contain("expected '/0/Test0.cs(1,7,1,13)', actual '/0/Test0.cs(1,7,1,12)'"));
        Assert.That(message, Does.Contain(
            """new DiagnosticResult("TL0001", DiagnosticSeverity.Warning).WithSpan("/0/Test0.cs", 1, 7, 1, 12).WithMessage("Class 'order' starts with 'o'")"""));
    }

    private static DiagnosticResult BareId => new DiagnosticResult("TL0001", DiagnosticSeverity.Warning).WithSpan(1, 7, 1, 12);

    private static Trial<LowerCaseClass> Given(string code, params DiagnosticResult[] expected)
    {
        var test = new Trial<LowerCaseClass> { TestCode = code };
        test.ExpectedDiagnostics.AddRange(expected);
        return test;
    }

    private static async Task<bool> IsAccepted(AnalyzerTest<DefaultVerifier> test)
    {
        try
        {
            await test.RunAsync();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
