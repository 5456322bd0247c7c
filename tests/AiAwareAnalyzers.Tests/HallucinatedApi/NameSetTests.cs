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

    /// <summary>Kinds whose wrong names are nobody's idiom: the engine must find them by their words.</summary>
    private static readonly string[] Plausible = ["plausible", "async", "order", "owner", "aspnetcore", "efcore", "arguments"];

    /// <summary>Names of those kinds that other languages do use, for one type or another.</summary>
    private static readonly string[] Idiomatic =
    [
        "left", "includes", "count", "size", "join", "delete", "add", "push", "toint", "split", "tolist", "prepend", "sortby", "pop", "get", "put", "addorupdate", "insert", "range", "length",
        "mean", "findfirst", "create", "commit", "query", "new", "dirty", "parseint", "lineseparator", "hostname", "args", "date", "isleapyear", "combine", "resolve", "error", "sleep", "timeout",
        "isdone", "info", "fmt", "rename", "rewind", "readall", "start", "terminate", "status", "body", "statustext", "url", "protocol", "querystring", "parse", "getattribute", "innertext",
        "from", "warn", "forbidden", "success", "id", "capitalize", "removelast", "removefirst", "path", "tobytes", "listdir", "next",
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

    [Test]
    public async Task The_first_fix_leaves_code_that_compiles()
    {
        var cases = NameCase.AllOf("LaterSet").Concat(NameCase.AllOf("DevelopmentSet").Where((_, index) => index % 5 == 0)).Where(each => each.Target == NameCase.Newest).ToList();
        var score = await NameScore.Of(cases);
        var left = new List<string>();
        var offered = 0;
        foreach (var (each, finding) in score.Results)
            if (finding is not null && await Errors(each, finding) is { } errors)
            {
                offered++;
                if (errors.Length > 0) left.Add($"{each}: {errors}");
            }

        TestContext.Out.WriteLine($"{offered} of {cases.Count} cases have a fix");
        Assert.That(offered, Is.GreaterThan(cases.Count / 2));
        Assert.That(100.0 * (offered - left.Count) / offered, Is.GreaterThanOrEqualTo(FixFloor), string.Join("\n", left));
    }

    /// <summary>Knowing the answers by heart would be no engine.</summary>
    [Test]
    public void No_plausible_name_is_known_by_heart()
    {
        var known = KnownText.Lines("Idioms").Where(line => line[0] != '[').SelectMany(line => line.Split(" = ")[0].Split(' ')).ToHashSet();
        var names = NameCase.AllOf("DevelopmentSet").Where(each => Plausible.Contains(each.Kind)).Select(each => Marked().Match(each.Snippet).Groups[1].Value.ToLowerInvariant());
        Assert.That(names.Where(known.Contains).Except(Idiomatic), Is.Empty);
    }

    private static int Floors((int, double, double) score, (int, double, double) floor) =>
        score.Item1 >= floor.Item1 && score.Item2 >= floor.Item2 && score.Item3 >= floor.Item3 ? 1 : -1;

    /// <summary>What is wrong after the first fix; null where there is none.</summary>
    private static async Task<string?> Errors(NameCase each, Diagnostic finding)
    {
        using var workshop = new Workshop(new Setting(NameScore.ReferencesFor(each.Target)));
        var document = await workshop.DocumentOf(("/0/Case.cs", NameScore.TextOf(each)), ("/0/Scene.cs", NameScore.SceneFor(each.Target)));
        var same = (await Workshop.Findings(document.Project, new MissingMember(), new MissingOverload(), new MissingType()))
            .FirstOrDefault(other => other.Id == finding.Id && other.GetMessage() == finding.GetMessage());
        if (same is null || FixOf(same.Id) is not { } fix || await Workshop.Actions(fix, document, same) is not [var first, ..]) return null;
        var errors = await Workshop.Errors((await Workshop.Apply(first, document)).Project);
        return string.Join("; ", errors.Where(error => error.Location.SourceTree!.FilePath == "/0/Case.cs"));
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
