using AiAwareAnalyzers.Tests.TestLibrary.Specimens;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiAwareAnalyzers.Tests.TestLibrary;

/// <summary>A fix is accepted if it gives the expected text, in every way it is applied, and leaves code that compiles.</summary>
public sealed class FixTests
{
    [Test]
    public Task AcceptsTheExpectedText() =>
        Given<CapitalizingFix>("class [|order|] { } class [|cart|] { }", "class Order { } class Cart { }").Accepts();

    [Test]
    public Task RejectsAnotherText() => Given<CapitalizingFix>("class [|order|] { }", "class Orders { }").Rejects();

    [Test]
    public Task RejectsAnotherLineEnd() => Given<CapitalizingFix>("class [|order|] { }", "class Order { }\n").Rejects();

    [Test]
    public async Task ShowsTheDifferentLines()
    {
        var message = await Given<CapitalizingFix>("class [|order|]\n{\n}", "class Orders\n{\n}").Rejects();
        Assert.That(message.ReplaceLineEndings("\n"), Does.Contain("-class Orders\n+class Order\n {\n }\n"));
    }

    [Test]
    public Task RejectsAFixThatBreaksTheCode() =>
        Given<CapitalizingFix>("class [|order|] { order next; }", "class Order { order next; }").Rejects();

    [Test]
    public Task AcceptsAFixThatBreaksTheCodeAsDeclared() =>
        Given<CapitalizingFix>("class [|order|] { order next; }", "class Order { {|CS0246:order|} next; }").Accepts();

    [Test]
    public Task RejectsTwoClassesOfOneName() =>
        Given<CollidingFix>("class [|order|] { } class [|cart|] { }", "class Fixed { } class Fixed { }").Rejects();

    [Test]
    public Task RejectsADiagnosticThatIsLeft() =>
        Given<CapitalizingFix>("class [|order|] { } class [|cart|] { }", "class Order { } class cart { }").Rejects();

    [Test]
    public Task RejectsATreeThatIsNotWhatItsTextMeans() =>
        Given<MalformedFix>("class [|order|] { }", "class Fixed : System.Object { }").Rejects();

    [Test]
    public async Task AcceptsATreeThatIsNotWhatItsTextMeansWhenAsked()
    {
        var test = Given<MalformedFix>("class [|order|] { }", "class Fixed : System.Object { }");
        test.CodeActionValidationMode = CodeActionValidationMode.None;
        await test.Accepts();
    }

    [Test]
    public Task FormatsWhatIsAnnotated() =>
        Given<UnformattedFix>("class [|order|]{}", "class Order\n{\n}").Accepts();

    [Test]
    public Task RejectsAFixWhoseResultIsFixedForever() => Given<EndlessFix>("class [|order|] { }", "class [|orderx|] { }").Rejects();

    [Test]
    public async Task AcceptsAsManyIterationsAsAsked()
    {
        var test = Given<EndlessFix>("class [|order|] { }", "class [|orderx|] { }");
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllCheck;
        await test.Accepts();
    }

    [TestCase(1, false)]
    [TestCase(2, true)]
    [TestCase(3, false)]
    [TestCase(-3, true)]
    public async Task CountsIterations(int number, bool accepted)
    {
        var test = Given<CapitalizingFix>("class [|order|] { } class [|cart|] { }", "class Order { } class Cart { }");
        test.NumberOfIncrementalIterations = number;
        await Judge(test, accepted);
    }

    [Test]
    public async Task FixesOneWhenAsked()
    {
        var test = Given<CapitalizingFix>("class [|order|] { } class [|cart|] { }", "class Order { } class [|cart|] { }");
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne;
        test.BatchFixedCode = "class Order { } class Cart { }";
        await test.Accepts();
    }

    [Test]
    public Task RejectsAFixWhereNoneIsExpected() => Given<CapitalizingFix>("class [|order|] { }", "class [|order|] { }").Rejects();

    [Test]
    public Task AcceptsThatNoFixIsOffered() => Given<EmptyCodeFixProvider>("class [|order|] { }", "class [|order|] { }").Accepts();

    [Test]
    public Task RejectsThatNoFixIsOffered() => Given<EmptyCodeFixProvider>("class [|order|] { }", "class Order { }").Rejects();

    [TestCase("rename", 0, true)]
    [TestCase("rename", null, true)]
    [TestCase(null, 0, true)]
    [TestCase("other", null, false)]
    [TestCase("rename", 1, false)]
    [TestCase(null, 1, false)]
    public async Task TakesTheActionThatIsAskedFor(string? key, int? index, bool accepted)
    {
        var test = Given<CapitalizingFix>("class [|order|] { }", "class Order { }");
        test.CodeActionEquivalenceKey = key;
        test.CodeActionIndex = index;
        await Judge(test, accepted);
    }

    [TestCase("Rename", true)]
    [TestCase("Capitalize", false)]
    public async Task ShowsTheActionToTheVerifier(string title, bool accepted)
    {
        var test = Given<CapitalizingFix>("class [|order|] { }", "class Order { }");
        test.CodeActionVerifier = (action, verifier) => verifier.Equal(title, action.Title);
        await Judge(test, accepted);
    }

    [Test]
    public async Task InheritsWhatIsNotStated()
    {
        var test = new Trial<LowerCaseClass, CapitalizingFix> { TestCode = "class [|order|] { }", FixedCode = "System.Console.WriteLine(); class Order { }" };
        test.TestState.Sources.Clear();
        test.TestCode = "System.Console.WriteLine(); class [|order|] { }";
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        await test.Accepts();
    }

    private static Trial<LowerCaseClass, TFix> Given<TFix>(string code, string fixedCode)
        where TFix : CodeFixProvider, new() =>
        new() { TestCode = code, FixedCode = fixedCode };

    private static Task Judge(AnalyzerTest<DefaultVerifier> test, bool accepted) => accepted ? test.Accepts() : test.Rejects();
}
