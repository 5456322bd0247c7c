using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>
/// The manual says what the code says: heads, index and options are written by the code, the rest is compared with it.
/// </summary>
public sealed partial class PageLaws
{
    private static IEnumerable<string> Ids => House.Real.Pages.Keys;

    [TestCaseSource(nameof(Ids))]
    public void A_page_has_its_form(string id) => Assert.That(Flaws(House.Real.Pages[id], RuleOf(id)), Is.Empty);

    [TestCaseSource(nameof(Ids))]
    public void A_page_has_its_head(string id) =>
        Blessing.Holds(
            Repository.PathOf("docs", "rules", id + ".md"), Page.HeadStart, Page.HeadEnd, Heads.Of(RuleOf(id), id));

    [Test]
    public void The_index_lists_every_rule() =>
        Blessing.Holds(
            Repository.PathOf("docs", "README.md"), "<!-- rules -->", "<!-- /rules -->", Heads.Index(House.Real));

    [Test]
    public void The_options_are_all_explained() =>
        Blessing.Holds(
            Repository.PathOf("docs", "options.md"), "<!-- options -->", "<!-- /options -->", Heads.Options());

    [Test]
    public void A_page_without_form_is_seen()
    {
        var rule = new AiAwareAnalyzers.Configuration.InvalidOption();
        var empty = new Page("AIA0001", "# Something else\n\n## Bad\n");
        Assert.That(
            Flaws(empty, rule),
            Has.Some.Contains("title").And.Some.Contains("headings").And.Some.Contains("first sentence"));
    }

    [Test]
    public void A_page_with_a_wrong_head_is_seen()
    {
        var page = House.Real.Pages["AIA0001"];
        Assert.That(
            page.WithHead("nonsense\n").Head,
            Is.EqualTo("nonsense\n").And.Not.EqualTo(Heads.Of(RuleOf(page.Id), page.Id)));
    }

    [TestCaseSource(nameof(Ids))]
    public void A_finding_is_put_in_plain_words(string id) =>
        Assert.That(RuleOf(id).SupportedDiagnostics.SelectMany(WordsOf), Has.None.Matches<string>(IsVague));

    [TestCase("Nobody sees a task fail", true)]
    [TestCase("so whoever reads it learns nothing", true)]
    [TestCase("so anyone who reads it learns nothing", false)]
    public void Vague_words_are_seen(string text, bool isVague) => Assert.That(IsVague(text), Is.EqualTo(isVague));

    [TestCaseSource(nameof(Ids))]
    public void A_finding_is_found_under_the_names_of_the_trade(string id)
    {
        var finding = RuleOf(id).SupportedDiagnostics[0];
        if (finding.Category == "Configuration") return;
        Assert.That(Heads.AlsoKnownAs(finding), Is.Not.Empty);
        Assert.That(
            finding.CustomTags.Contains("security"),
            Is.EqualTo(finding.Category is "AuthScope" or "Injection" or "Disclosure"));
    }

    [Test]
    public void A_weakness_is_tagged_for_people_and_for_code_scanning() =>
        Assert.That(
            RuleOf("AIA0702").SupportedDiagnostics[0].CustomTags,
            Is.EqualTo(new[] { "SQL injection", "SQLi", "security", "CWE-89", "external/cwe/cwe-089" }));

    private static IEnumerable<string> WordsOf(DiagnosticDescriptor finding) =>
        [finding.Title.ToString(), finding.MessageFormat.ToString(), finding.Description.ToString()];

    private static bool IsVague(string text) => Vague().IsMatch(text);

    [GeneratedRegex(@"\b(somebody|nobody|whoever|everybody|anybody)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Vague();

    internal static Rule RuleOf(string id) =>
        House.Real.NewRules().Single(rule => rule.SupportedDiagnostics.Any(descriptor => descriptor.Id == id));

    private static IEnumerable<string> Flaws(Page page, Rule rule)
    {
        var descriptor = rule.SupportedDiagnostics.First(descriptor => descriptor.Id == page.Id);
        if (page.Title != $"# {page.Id}: {descriptor.Title}")
            yield return $"the title is not '# {page.Id}: {descriptor.Title}'";
        if (!page.Headings.SequenceEqual(Page.RequiredHeadings))
            yield return "the headings are not " + string.Join(", ", Page.RequiredHeadings);
        if (page.FirstSentence != descriptor.Description.ToString())
            yield return $"the first sentence is '{page.FirstSentence}', the description '{descriptor.Description}'";
        if (descriptor.HelpLinkUri is { Length: > 0 } link
            && !link.EndsWith($"/docs/rules/{page.Id}.md", StringComparison.Ordinal))
            yield return $"the link {link} leads elsewhere";
        foreach (var heading in Page.RequiredHeadings.Where(heading => page.Section(heading).Length == 0))
            yield return $"nothing stands under '{heading}'";
        foreach (var option in Heads.OptionsOf(rule)
            .Where(option => !page.Section("Options").Contains(option.Key, StringComparison.Ordinal)))
            yield return $"the option {option.Key} is not explained";
    }
}
