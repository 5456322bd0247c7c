using AiAwareAnalyzers.HallucinatedApi;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

/// <summary>
/// Strings that name members: what is not there is found, what is there is left alone, and whoever reads the string at
/// run time agrees.
/// </summary>
public sealed class NamedMemberSetTests
{
    private const int FewestFound = 75;
    private const int FewestSilent = 95;
    private const int FewestRun = 60;
    private const double MeantFloor = 90;
    private const double FixedFloor = 90;

    private static readonly Setting Everything = new(References.EntityFrameworkCore);

    private static IEnumerable<NamedMemberCase> Cases => NamedMemberCase.All.Where(each => Host.Reads(each.Text));

    [Test]
    public async Task What_is_missing_is_found_and_nothing_else()
    {
        var (wrong, meant, found) = (new List<string>(), 0, 0);
        foreach (var each in Cases)
        {
            var workshop = new Workshop(Everything);
            var document = await DocumentOf(workshop, each);
            var errors = await Workshop.Errors(document.Project);
            var findings = await Workshop.Findings(document.Project, new MissingNamedMember());
            if (!errors.IsEmpty) wrong.Add($"{each} does not compile: {errors[0].GetMessage()}");
            if (!findings.Select(finding => finding.Location.SourceSpan.Start)
                .SequenceEqual(each.Meant is null ? [] : [each.Start]))
                wrong.Add($"{each} but got {string.Join("; ", findings.Select(finding => finding.GetMessage()))}");
            if (each.Meant is null || findings is not [var only]) continue;
            found++;
            if (only.Properties[SuggestionText.Suggestions]!.Split('\n')[0] == each.Meant) meant++;
            else TestContext.Out.WriteLine($"{each} but got {only.GetMessage()}");
        }

        Assert.That(wrong, Is.Empty, string.Join("\n", wrong));
        Assert.That(100.0 * meant / found, Is.GreaterThanOrEqualTo(MeantFloor));
    }

    [Test]
    public void The_set_is_large()
    {
        var all = NamedMemberCase.All.ToList();
        Assert.That(
            (
                all.Count(each => each.Meant is not null),
                all.Count(each => each.Meant is null),
                all.Count(each => each.IsRun)),
            Is.EqualTo((FewestFound, FewestSilent, FewestRun)).Using<(int, int, int)>((is_, floor) =>
                is_.Item1 >= floor.Item1 && is_.Item2 >= floor.Item2 && is_.Item3 >= floor.Item3));
    }

    [Test]
    public async Task Whoever_reads_the_string_agrees()
    {
        var others = new List<string>();
        foreach (var each in Cases.Where(each => each.IsRun))
        {
            var workshop = new Workshop(Everything);
            var told = await Running.Run(await DocumentOf(workshop, each));
            if (told != (each.Meant is null ? "found" : "missing")) others.Add($"{each} but it is {told}");
        }

        Assert.That(others, Is.Empty, string.Join("\n", others));
    }

    [Test]
    public async Task The_first_fix_leaves_code_that_compiles_and_says_no_more()
    {
        var (left, offered, found) = (new List<string>(), 0, 0);
        foreach (var each in Cases.Where(each => each.Meant is not null))
        {
            var workshop = new Workshop(Everything);
            var document = await DocumentOf(workshop, each);
            found++;
            if (await Workshop.Findings(document.Project, new MissingNamedMember()) is not [var finding]
                || await Workshop.Actions(new MissingNamedMemberFix(), document, finding) is not [var first, ..])
                continue;
            offered++;
            var repaired = (await Workshop.Apply(first, document)).Project;
            var errors = await Workshop.Errors(repaired);
            if (!errors.IsEmpty) left.Add($"{each}: {errors[0].GetMessage()}");
            if (await Workshop.Findings(repaired, new MissingNamedMember()) is [var still, ..])
                left.Add($"{each}: {still.GetMessage()}");
        }

        Assert.That(left, Is.Empty, string.Join("\n", left));
        Assert.That(100.0 * offered / found, Is.GreaterThanOrEqualTo(FixedFloor));
    }

    private static Task<Document> DocumentOf(Workshop workshop, NamedMemberCase each) =>
        workshop.DocumentOf(("/0/Proof.cs", each.Text), ("/0/Prelude.cs", NamedMemberCase.Prelude));
}
