using AiAwareAnalyzers.ToolTests.Samples;

namespace AiAwareAnalyzers.ToolTests;

/// <summary>What cannot be read is said in one line, and never taken for an empty log.</summary>
public sealed class BadInputTests
{
    [TestCase("", "is cut off or no JSON")]
    [TestCase("hello", "is cut off or no JSON")]
    [TestCase("[]", "is no SARIF log")]
    [TestCase("{}", "is no SARIF log")]
    [TestCase("""{"version":"1.0.0","runs":[]}""", "is SARIF '1.0.0', and 2.1.0 is read")]
    [TestCase("""{"version":"2.1.0","runs":{}}""", "is no SARIF log")]
    [TestCase("""{"version":"2.1.0","runs":[{"results":7}]}""", "is no SARIF log")]
    [TestCase("""{"version":"2.1.0","runs":[]} trailing""", "is cut off or no JSON")]
    public void What_is_no_log_is_refused(string text, string complaint)
    {
        var folder = Scratch.Folder(("shop.sarif", text));
        var output = Command.Expect(2, folder, "check", "--logs", "shop.sarif");
        Assert.That(output.Errors, Does.Contain(complaint).And.Not.Contain("   at "));
        Assert.That(output.Text, Is.Empty);
    }

    [Test]
    public void A_log_that_is_cut_anywhere_is_refused()
    {
        var folder = Shop.Folder();
        var whole = File.ReadAllText(Shop.Log(folder).Write()).TrimEnd();
        foreach (var part in new[] { 0.1, 0.5, 0.9, 0.999 })
        {
            Scratch.Write(folder, ("cut.sarif", whole[..(int)(whole.Length * part)]));
            var output = Command.Expect(2, folder, "check", "--logs", "cut.sarif");
            Assert.That(output.Errors, Does.Contain("'cut.sarif' is cut off or no JSON"));
        }
    }

    [Test]
    public void Results_of_any_form_are_read_as_far_as_they_go()
    {
        var folder = Scratch.Folder((
            "odd.sarif",
            """
            {"runs":[{"results":[{}, {"ruleId":"AIA0201"}, {"ruleId":"AIA0202","message":{"text":7},"locations":[]},
              {"ruleId":"AIA0203","level":"error","message":{"text":"m"},"locations":[{"physicalLocation":
                {"artifactLocation":{"uri":"no such file.cs"},"region":{"startLine":-7}}}]}]}],"version":"2.1.0"}
            """));
        var output = Command.Expect(1, folder, "check", "--logs", "odd.sarif");
        Assert.That(output.Text, Does.Contain("3 new findings"));
        Assert.That(output.Errors, Does.Contain("Findings without a place in a file, which cannot be baselined: 2"));
    }

    [Test]
    public void A_log_without_our_rules_says_that_the_package_is_missing()
    {
        var folder = Scratch.Folder(("shop.sarif", """{"version":"2.1.0","runs":[{"results":[]}]}"""));
        Assert.That(
            Command.Expect(0, folder, "check", "--logs", "shop.sarif").Errors,
            Does.Contain("does any project refer to the package?"));
    }

    [Test]
    public void A_log_without_our_rules_beside_others_is_a_gap()
    {
        var folder = Shop.Folder();
        var log = Shop.Log(folder).Write();
        Scratch.Write(folder, ("Legacy.sarif", """{"version":"2.1.0","runs":[{"results":[]}]}"""));
        Assert.That(
            Command.Expect(1, folder, "check", "--logs", log, "Legacy.sarif").Errors,
            Does.Contain("its analyzers are off: Legacy"));
    }

    [TestCase("check", "nowhere")]
    [TestCase("check", "--logs", "nowhere.sarif")]
    [TestCase("check", "--format", "pdf")]
    [TestCase("check", "--fast")]
    [TestCase("sign-off", "Product.Price")]
    [TestCase("report")]
    [TestCase("report", "--out", "x", "--weeks", "0")]
    [TestCase("paint")]
    public void A_command_line_that_cannot_be_understood_ends_with_two(params string[] arguments) =>
        Assert.That(Command.Expect(2, Shop.Folder(), arguments).Errors, Is.Not.Empty);

    [TestCase("check")]
    [TestCase("baseline")]
    [TestCase("sign-off")]
    [TestCase("zones")]
    [TestCase("report")]
    [TestCase("init")]
    public void Every_command_explains_itself(string command) =>
        Assert.That(Command.Expect(0, Shop.Folder(), command, "--help").Text, Does.Contain("Usage:"));

    [Test]
    public void A_folder_without_a_project_is_no_success() =>
        Assert.That(Command.Expect(3, Shop.Folder(), "check").Errors, Does.Contain("wrote no log"));

    [Test]
    public void A_line_of_the_baseline_that_cannot_be_read_is_told()
    {
        var folder = Shop.Folder();
        Scratch.Write(folder, ("AiAware.baseline", "AIA0201 src/Product.cs\n"));
        Assert.That(
            Command.Expect(1, folder, "check", "--logs", Shop.Log(folder).Write()).Errors,
            Does.Contain("A line of AiAware.baseline does not count"));
    }
}
