using System.Text.RegularExpressions;
using AiAwareAnalyzers.HallucinatedApi;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

/// <summary>How often what was meant is said, and how often the fix that says it leaves code that compiles.</summary>
public sealed partial class NameSetTests
{
    private const double FirstFloor = 80;
    private const double ThreeFloor = 92;
    private const double FixFloor = 95;

    private static readonly string[] Sets = ["DevelopmentSet", "LaterSet", "ThirdSet"];

    /// <summary>Kinds whose wrong names are nobody's idiom: the engine must find them by their words.</summary>
    private static readonly string[] Plausible = ["plausible", "async", "order", "owner", "aspnetcore", "efcore", "arguments", "members", "web", "slips"];

    /// <summary>Names of those kinds that other languages do use, for one type or another, and which do.</summary>
    private static readonly (string Origin, string Names)[] Idiomatic =
    [
        ("Java", "add put remove removeall removefirst removelast isempty size length insert findfirst isdone isleapyear parseint lineseparator start group name getsize getpath path classname setstatuscode issecure getint tojson from date children tobase64string"),
        ("Kotlin and Swift", "toint tolist sortby capitalize prepend languagecode singleornull next nextbool args left"),
        ("JavaScript", "includes push pop delete join split indexof count get url protocol hostname body status statustext resolve parse error info warn tojson tohex hash patch cookie useragent domain id timeout replacefirst"),
        ("Python", "items mean range listdir tobytes terminate returncode rename sleep eof decode average sum hours query commit fmt"),
        ("Ruby and Rails", "new create createdat dirty haskey exitstatus exit generate"),
        ("Go", "readall writestring getbool rewind filename"),
        ("PHP", "setcookie querystring"),
        ("the DOM", "getattribute innertext"),
        ("regular expressions", "caseinsensitive"),
        // .NET's own names, known as idioms of other types than the one that they are asked of.
        (".NET", "insert toarray createdat combine addrange sendasync getstream"),
    ];

    [TestCase("DevelopmentSet", 500)]
    [TestCase("LaterSet", 100)]
    [TestCase("ThirdSet", 190)]
    public async Task What_was_meant_is_said(string set, int atLeast)
    {
        var cases = NameCase.AllOf(set).ToList();
        var score = await NameScore.Of(cases);
        TestContext.Out.WriteLine($"{set}: first {score.First:0.0} %, one of three {score.Three:0.0} %\n{score.Table}");
        Assert.That((cases.Count, score.First, score.Three), Is.GreaterThanOrEqualTo((atLeast, FirstFloor, ThreeFloor)).Using<(int, double, double)>(Floors), score.Table);
    }

    /// <summary>Every so many cases of a set. They are files of one project: only the repaired one is looked at, since the others stay wrong.</summary>
    [TestCase("DevelopmentSet", 3)]
    [TestCase("LaterSet", 1)]
    [TestCase("ThirdSet", 1)]
    public async Task The_first_fix_leaves_code_that_compiles(string set, int step)
    {
        var cases = NameCase.AllOf(set).Where(each => each.Target == NameCase.Newest).Where((_, index) => index % step == 0).ToList();
        using var workshop = new Workshop(new Setting(NameScore.ReferencesFor(NameCase.Newest)));
        var project = (await NameScore.DocumentOf(workshop, NameCase.Newest, cases)).Project;
        var findings = await NameScore.FindingsIn(project, cases);
        var repairs = new List<(NameCase Case, string Errors)>();
        foreach (var (each, finding) in findings)
            if (finding is not null && await Errors(project, finding) is { } errors)
                repairs.Add((each, errors));

        var broken = repairs.Where(repair => repair.Errors.Length > 0).ToList();
        TestContext.Out.WriteLine($"{set}: {repairs.Count} of {cases.Count} cases have a fix, the first of which compiles in {100.0 * (repairs.Count - broken.Count) / repairs.Count:0.0} %");
        Assert.That(repairs, Has.Count.GreaterThan(cases.Count / 2));
        Assert.That(100.0 * (repairs.Count - broken.Count) / repairs.Count, Is.GreaterThanOrEqualTo(FixFloor), string.Join("\n", broken));
    }

    /// <summary>Knowing the answers by heart would be no engine.</summary>
    [Test]
    public void No_plausible_name_is_known_by_heart()
    {
        var known = KnownText.Lines("Idioms").Where(line => line[0] != '[').SelectMany(line => line.Split(" = ")[0].Split(' ')).ToHashSet();
        var names = Sets.SelectMany(NameCase.AllOf).Where(each => Plausible.Contains(each.Kind)).Select(each => Marked().Match(each.Snippet).Groups[1].Value.ToLowerInvariant());
        Assert.That(names.Where(known.Contains).Except(Idiomatic.SelectMany(idioms => idioms.Names.Split(' '))), Is.Empty);
    }

    private static int Floors((int, double, double) score, (int, double, double) floor) =>
        score.Item1 >= floor.Item1 && score.Item2 >= floor.Item2 && score.Item3 >= floor.Item3 ? 1 : -1;

    /// <summary>What is wrong after the first fix; null where there is none.</summary>
    private static async Task<string?> Errors(Project project, Diagnostic finding)
    {
        var document = project.GetDocument(finding.Location.SourceTree)!;
        if (FixOf(finding.Id) is not { } fix || await Workshop.Actions(fix, document, finding) is not [var first, ..]) return null;
        var model = await (await Workshop.Apply(first, document)).GetSemanticModelAsync();
        return string.Join("; ", model!.GetDiagnostics().Where(error => error.Severity == DiagnosticSeverity.Error));
    }

    private static CodeFixProvider? FixOf(string id) => id switch
    {
        "AIA0101" => new MissingMemberFix(),
        "AIA0102" => new MissingOverloadFix(),
        "AIA0103" => new MissingTypeFix(),
        _ => null,
    };

    [GeneratedRegex(@"\[\|([^|]*)\|\]")]
    private static partial Regex Marked();
}
