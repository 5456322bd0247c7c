using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>
/// The manual is the first test: its bad code is flagged where it says so, its good code is silent, and the fix leads
/// from one to the other.
/// </summary>
public sealed class PageExamples
{
    private static readonly Setting Everything = new(References.All);

    private static IEnumerable<TestCaseData> Examples =>
        from page in House.Real.Pages.Values
        from example in page.Fences.Select((fence, index) => (fence, index))
        where IsForThisHost(example.fence)
        select new TestCaseData(example.fence)
            .SetArgDisplayNames(page.Id, example.fence.IsBad ? "bad" : "good", example.index.ToString());

    private static IEnumerable<TestCaseData> FileExamples =>
        from page in House.Real.Pages.Values
        from example in page.FileFences.Select((fence, index) => (fence, index))
        select new TestCaseData(example.fence).SetArgDisplayNames(page.Id, example.index.ToString());

    private static IEnumerable<string> FixedIds =>
        from page in House.Real.Pages.Values
        let rule = PageLaws.RuleOf(page.Id)
        where House.Real.FixOf(rule.GetType()) is { } fix && House.NewFix(fix).FixableDiagnosticIds.Contains(page.Id)
        where page.Fences.All(IsForThisHost)
        select page.Id;

    [TestCaseSource(nameof(Examples))]
    public async Task An_example_is_what_it_says_to_be(object example) =>
        Assert.That(await Flaws((Fence)example), Is.Empty);

    [TestCaseSource(nameof(FileExamples))]
    public async Task An_example_that_is_a_file_is_what_it_says_to_be(object example) =>
        Assert.That(await Flaws((FileFence)example), Is.Empty);

    [Test]
    public async Task A_file_that_is_not_flagged_where_marked_is_seen() =>
        Assert.That(
            await Flaws(new FileFence("AIA0111", "/0/Shop.csproj", "<Project> <!-- AIA0111 -->\n</Project>\n")),
            Has.Some.Contains("line"));

    internal static Setting Around(FileFence fence)
    {
        var handed = new Handed { Files = [.. House.Real.Pages[fence.Id].FilesBeside, (fence.Path, fence.Text)] };
        return Everything with { Handed = handed };
    }

    internal static Setting Around(Fence fence) =>
        fence.Target is { } target ? new Setting(References.Of(target)) : Around(fence.Id);

    private static async Task<List<string>> Flaws(FileFence fence)
    {
        var workshop = new Workshop(Around(fence));
        var document = await workshop.DocumentOf(("/0/Page.cs", "class Anything;"));
        var findings = await Workshop.Findings(document.Project, PageLaws.RuleOf(fence.Id));
        var lines = findings.Select(finding => finding.Location.GetLineSpan())
            .Select(span => span.Path == fence.Path ? span.StartLinePosition.Line + 1 : 0)
            .Distinct();
        return lines.SequenceEqual(fence.MarkedLines)
            ? []
            : [$"marked lines are {string.Join(", ", fence.MarkedLines)}, findings are\n{string.Join("\n", findings)}"];
    }

    [TestCaseSource(nameof(FixedIds))]
    public async Task The_fix_turns_the_first_bad_example_into_the_first_good_one(string id)
    {
        var fences = House.Real.Pages[id].Fences;
        var rule = PageLaws.RuleOf(id);
        var workshop = new Workshop(Around(id));
        var document = await workshop.DocumentOf(("/0/Page.cs", fences.First(fence => fence.IsBad).Code));
        var repaired = await Workshop.Repair(rule, House.NewFix(House.Real.FixOf(rule.GetType())!), document);
        Assert.That(repaired, Is.EqualTo(fences.First(fence => !fence.IsBad).Code));
    }

    [TestCaseSource(nameof(FixedIds))]
    public void A_page_with_a_fix_shows_both_sides(string id) =>
        Assert.That(House.Real.Pages[id].Fences.Select(fence => fence.IsBad), Has.Some.True.And.Some.False);

    [Test]
    public async Task An_example_that_is_not_flagged_where_marked_is_seen() =>
        Assert.That(
            await Flaws(new Fence("AIA0001", "csharp bad", "class Fine; // AIA0001\n")), Has.Some.Contains("line"));

    [Test]
    public async Task An_example_that_does_not_compile_is_seen() =>
        Assert.That(
            await Flaws(new Fence("AIA0001", "csharp good", "class Fine : Missing;\n")), Has.Some.Contains("CS0246"));

    /// <summary>An example in a newer C# than the host knows applies on the newest host only.</summary>
    internal static bool IsForThisHost(Fence fence) => Host.IsNewest || Host.Reads(fence.Code);

    private static Setting Around(string id) =>
        SettingOf(PageLaws.RuleOf(id)) with { Handed = new Handed { Files = House.Real.Pages[id].FilesBeside } };

    /// <summary>Rules about tests look where tests are written, and most others do not.</summary>
    private static Setting SettingOf(Rule rule) =>
        House.FamilyOf(rule.GetType()) == Family.Testing ? new(References.Testing) : Everything;

    private static async Task<List<string>> Flaws(Fence fence)
    {
        var workshop = new Workshop(Around(fence));
        var document = await workshop.DocumentOf(("/0/Page.cs", fence.Code));
        var flaws = new List<string>();
        if (!fence.IsBroken)
            flaws.AddRange((await Workshop.Errors(document.Project)).Select(error => error.ToString()));

        var findings = (await Workshop.Findings(document.Project, PageLaws.RuleOf(fence.Id)))
            .Where(finding => finding.Id == fence.Id || finding.Id == "AD0001");
        var lines = findings.Select(finding => finding.Location.GetLineSpan().StartLinePosition.Line + 1).Distinct();
        if (!lines.SequenceEqual(fence.MarkedLines))
            flaws.Add(
                $"marked lines are {string.Join(", ", fence.MarkedLines)}, "
                + $"findings are\n{string.Join("\n", findings)}");
        return flaws;
    }
}
