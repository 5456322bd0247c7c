using System.Text.RegularExpressions;
using AiAwareAnalyzers.Configuration;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>An option has a readable key and default, a test that uses it, and survives any value.</summary>
[SourceOnly]
public sealed partial class OptionLaws
{
    private static readonly string[] Nonsense =
    [
        "",
        " ",
        ",",
        "+",
        "-,+",
        "\u0000",
        "++a",
        "nonsense nonsense",
        "%",
        "*",
        "[",
        "\\",
        "−1",
        "999999999999999999999",
        "🙂",
        new(
            'x', 10_000)];

    private static IEnumerable<Option> Options => Heads.AllOptions().Select(pair => pair.Option);

    [Test]
    public void Every_key_has_its_form() =>
        Assert.That(Options.Where(option => !KeyForm().IsMatch(option.Key)).Select(option => option.Key), Is.Empty);

    [Test]
    public void Every_default_can_be_read() =>
        Assert.That(Options.Where(option => !option.CanRead(option.Fallback)).Select(option => option.Key), Is.Empty);

    [Test]
    public void Every_option_is_used_in_a_test()
    {
        var tests = string.Concat(Repository.SourcesIn("tests", "AiAwareAnalyzers.Tests").Select(File.ReadAllText));
        Assert.That(Options.Where(option => !tests.Contains($"\"{option.Key}\"", StringComparison.Ordinal))
            .Select(option => option.Key), Is.Empty);
    }

    [Test]
    public void No_value_makes_an_option_throw()
    {
        foreach (var option in Options)
            foreach (var value in Nonsense)
                Assert.That(() => option.CanRead(value), Throws.Nothing, $"{option.Key} = {value}");
    }

    /// <summary>All but that of the rule that looks at every option.</summary>
    private static IEnumerable<string> Pages =>
        House.Real.Pages.Keys.Where(id => PageLaws.RuleOf(id) is not InvalidOption
            && House.Real.Pages[id].Fences.All(PageExamples.IsForThisHost));

    /// <summary>The options of a rule are those that it reads, whatever its page says.</summary>
    [TestCaseSource(nameof(Pages))]
    public async Task A_page_names_the_options_that_its_rule_reads(string id)
    {
        var reads = await ReadsOn(House.Real.Pages[id]);
        Assert.That(
            Heads.AllOptions().Select(pair => pair.Option.Key).Where(key => Names(House.Real.Pages[id], key)),
            Is.EquivalentTo(reads));
    }

    [Test]
    public async Task An_option_that_is_read_is_seen()
    {
        var page = House.Real.Pages["AIA0203"];
        var reads = await ReadsOn(page);
        Assert.That(reads, Does.Contain("ai_aware.money.terms"));
        Assert.That(Names(new Page(page.Id, "# Title\n\n## Options\n\nNone.\n"), "ai_aware.money.terms"), Is.False);
    }

    /// <summary>What the rule of a page asks for while it looks at the examples there.</summary>
    private static async Task<IReadOnlyCollection<string>> ReadsOn(Page page)
    {
        var documents = new List<Document>();
        foreach (var fence in page.Fences)
            documents.Add(await new Workshop(PageExamples.Around(fence)).DocumentOf(("/0/Page.cs", fence.Code)));
        foreach (var fence in page.FileFences)
            documents.Add(await new Workshop(PageExamples.Around(fence)).DocumentOf(("/0/Page.cs", "class Anything;")));
        return await OptionReads.Of(PageLaws.RuleOf(page.Id), documents);
    }

    private static bool Names(Page page, string key) =>
        page.Section("Options").Contains($"`{key}", StringComparison.Ordinal);

    [TestCase("ai_aware.Money.terms")]
    [TestCase("ai_aware.money.sub.terms")]
    [TestCase("dotnet.money.terms")]
    public void A_key_without_form_is_seen(string key) => Assert.That(KeyForm().IsMatch(key), Is.False);

    [GeneratedRegex(@"^ai_aware\.([a-z_]+\.[a-z_]+|high_risk)$")]
    private static partial Regex KeyForm();
}
