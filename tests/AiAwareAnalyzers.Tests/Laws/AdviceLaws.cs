using System.Text.RegularExpressions;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>
/// Who does what a message says, word for word, ends with code that is right: the good examples of a page are what the
/// message tells to write, and no other rule has anything against them.
/// </summary>
public sealed partial class AdviceLaws
{
    private static IEnumerable<TestCaseData> GoodExamples =>
        from page in House.Real.Pages.Values
        from example in page.Fences.Select((fence, index) => (fence, index))
        where !example.fence.IsBad && PageExamples.IsForThisHost(example.fence)
        select new TestCaseData(example.fence).SetArgDisplayNames(page.Id, example.index.ToString());

    /// <summary>What Governance says to write stands in files beside the code.</summary>
    private static IEnumerable<string> Ids =>
        from page in House.Real.Pages.Values
        where House.FamilyOf(PageLaws.RuleOf(page.Id).GetType()) != Family.Governance
        where page.Fences.Any(fence => fence.IsBad) && page.Fences.All(PageExamples.IsForThisHost)
        select page.Id;

    [TestCaseSource(nameof(GoodExamples))]
    public async Task Code_that_followed_the_advice_is_left_alone_by_every_rule(object example) =>
        Assert.That(await Findings((Fence)example, House.Real.NewRules()), Is.Empty);

    [TestCaseSource(nameof(Ids))]
    public async Task What_a_message_says_to_write_is_written_in_a_good_example(string id)
    {
        var fences = House.Real.Pages[id].Fences;
        var good = string.Concat(fences.Where(fence => !fence.IsBad).Select(fence => fence.Code));
        var unheard = new List<string>();
        foreach (var bad in fences.Where(fence => fence.IsBad))
            foreach (var finding in await Findings(bad, [PageLaws.RuleOf(id)]))
                if (!IsFollowed(finding.GetMessage(), good))
                    unheard.Add(finding.GetMessage());
        Assert.That(unheard, Is.Empty);
    }

    [TestCase("'a' is lost; use 'decimal'", "decimal a;", true)]
    [TestCase("'a' is lost; use 'decimal'", "double a;", false)]
    [TestCase("'a' is lost; use 'decimal', or 'long'", "long a;", true)]
    [TestCase("'a' is lost; use 'List<…>'", "List<int> a;", true)]
    [TestCase("'a' is lost; drop 'double'", "decimal a;", true)]
    [TestCase("'a' is lost; drop 'double'", "double a;", false)]
    [TestCase("'a' is lost; use 'decimal', or rethrow", "double a;", true)]
    [TestCase("'a' is lost; say so", "double a;", true)]
    public void Advice_that_is_not_followed_is_seen(string message, string good, bool isFollowed) =>
        Assert.That(IsFollowed(message, good), Is.EqualTo(isFollowed));

    /// <summary>
    /// Advice comes last, behind a semicolon. One of its ways out is enough; one that names nothing is for a reader to
    /// judge.
    /// </summary>
    private static bool IsFollowed(string message, string good) =>
        message[(message.LastIndexOf(';') + 1)..].Split(", or ").Any(way => IsTaken(way, good));

    private static bool IsTaken(string way, string good)
    {
        var dropped = Dropped().Match(way).Groups[1].Value;
        var named = Quoted().Matches(way)
            .Select(match => match.Groups[1].Value)
            .Where(name => name != dropped)
            .ToList();
        return named.Count == 0
            ? dropped.Length == 0 || !good.Contains(dropped, StringComparison.Ordinal)
            : named.Any(name => PartsOf(name).All(part => good.Contains(part, StringComparison.Ordinal)));
    }

    /// <summary>What is left out is not written, and a section may be asked for its value.</summary>
    private static string[] PartsOf(string name) => name.Split('…', ':');

    private static async Task<IEnumerable<Diagnostic>> Findings(Fence fence, IEnumerable<Rule> rules)
    {
        var workshop = new Workshop(PageExamples.Around(fence));
        var document = await workshop.DocumentOf(("/0/Page.cs", fence.Code));
        return await Workshop.Findings(document.Project, rules);
    }

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex("drop '([^']+)'")]
    private static partial Regex Dropped();
}
