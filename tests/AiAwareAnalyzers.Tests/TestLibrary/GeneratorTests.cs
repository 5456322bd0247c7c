using AiAwareAnalyzers.Tests.TestLibrary.Specimens;

namespace AiAwareAnalyzers.Tests.TestLibrary;

/// <summary>What source generators report and add is compared.</summary>
public sealed class GeneratorTests
{
    [TestCase("class {|TL0001:Order|} { }", true)]
    [TestCase("class Order { }", false)]
    [TestCase("class {|TL0002:Order|} { }", false)]
    public Task ComparesDiagnostics(string code, bool accepted)
    {
        var test = new GeneratorTrial<ReportingGenerator> { TestCode = code };
        return accepted ? test.Accepts() : test.Rejects();
    }

    [TestCase(AddingGenerator.Code, true)]
    [TestCase("class Other { }", false)]
    [TestCase(null, false)]
    public Task ComparesWhatIsAdded(string? expected, bool accepted)
    {
        var test = new GeneratorTrial<AddingGenerator> { TestCode = "class Order : Added { }" };
        if (expected is not null)
            test.TestState.GeneratedSources.Add((typeof(AddingGenerator), "Added.g.cs", expected));

        return accepted ? test.Accepts() : test.Rejects();
    }

    [Test]
    public Task DoesNotCompareWhatIsAddedWhenAsked() =>
        new GeneratorTrial<AddingGenerator>
        {
            TestCode = "class Order : Added { }",
            TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck,
        }.Accepts();
}
