namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>The program that generates programs finds what is planted for it, whichever compiler it runs in.</summary>
[SourceOnly]
public sealed class PlantedFaultLaws
{
    [TestCase("overflow", "Planted.Depth")]
    [TestCase("throw", "InvalidOperationException")]
    [TestCase("hang", "Nothing came back")]
    public void A_planted_fault_is_found_and_its_input_named(string fault, string sign)
    {
        var run = FuzzLaws.Run("--inputs", "10", "--deaths", "1", "--plant", fault, "--patience", "3");
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Not.Zero);
            Assert.That(run.Text, Does.Contain(sign).And.Contain("FAILED "));
        });
    }

    [Test]
    public void A_rule_that_grows_too_fast_is_found() =>
        Assert.That(FuzzLaws.Run("--growth", "3", "--shapes", "0/60", "--plant", "square").ExitCode, Is.Not.Zero);
}
