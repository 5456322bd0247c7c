using System.Collections.Immutable;
using AiAwareAnalyzers.HallucinatedApi;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

/// <summary>What the rules say about every case of a set.</summary>
internal sealed class NameScore
{
    private NameScore(ImmutableArray<(NameCase Case, Diagnostic? Finding)> results) => Results = results;

    public ImmutableArray<(NameCase Case, Diagnostic? Finding)> Results { get; }

    /// <summary>The share of cases, in percent, whose first suggestion is right.</summary>
    public double First => Percent(Results, IsAnsweredFirst);

    /// <summary>The share of cases, in percent, one of whose suggestions is right.</summary>
    public double Three => Percent(Results, IsAnswered);

    /// <summary>One line for each kind of case, and one for each case that is not answered first.</summary>
    public string Table =>
        string.Concat(Results.GroupBy(result => result.Case.Kind).Select(kind =>
            $"{kind.Key,-20} {kind.Count(),4} cases  first {new NameScore([.. kind]).First,5:0.0} %  one of "
            + $"three {new NameScore([.. kind]).Three,5:0.0} %\n"))
        + string.Concat(Results.Where(result => !IsAnsweredFirst(result))
            .Select(result => $"{result.Case} but got {string.Join(" | ", SaidOf(result.Case, result.Finding))}\n"));

    public static async Task<NameScore> Of(IReadOnlyList<NameCase> cases)
    {
        var results = ImmutableArray.CreateBuilder<(NameCase, Diagnostic?)>();
        foreach (var target in cases.GroupBy(each => each.Target))
            results.AddRange(await Judge(target.Key, [.. target]));
        return new NameScore(results.ToImmutable());
    }

    public static string FileOf(int index) => $"/0/Case{index:000}.cs";

    /// <summary>A case as a file of its own; its statement stands in the scene.</summary>
    public static string TextOf(NameCase each, int index = 0) => each.IsImport
        ? each.Code
        : $"{Imports(each.Target)}partial class Scene {{ async "
            + $"Task Case{index}() {{ {each.Code}{(each.Code.EndsWith(';') ? "" : ";")} }} }}";

    public static string SceneFor(string target) =>
        Imports(target) + string.Concat(SceneLines.Where(line => !IsImport(line)));

    public static ReferenceSet ReferencesFor(string target) =>
        target == NameCase.Newest ? References.EntityFrameworkCore : References.Of(target);

    private static string[] SceneLines =>
        [.. File.ReadAllLines(Repository.PathOf("tests", "AiAwareAnalyzers.Tests", "HallucinatedApi", "Scene.txt"))
            .Select(line => line + "\n")];

    private static bool IsImport(string line) => line.StartsWith("using ", StringComparison.Ordinal);

    /// <summary>An old target has no web framework beside it.</summary>
    private static string Imports(string target) => string.Concat(SceneLines.Where(line =>
        IsImport(line)
        && (target == NameCase.Newest || !line.StartsWith("using Microsoft.", StringComparison.Ordinal))));

    /// <summary>The scene, in a project that has every case as a file beside it.</summary>
    public static Task<Document> DocumentOf(Workshop workshop, string target, IReadOnlyList<NameCase> cases) =>
        workshop.DocumentOf([
            ("/0/Scene.cs", SceneFor(target)),
            .. cases.Select((each, index) => (FileOf(index), TextOf(each, index)))
        ]);

    public static async Task<IEnumerable<(NameCase Case, Diagnostic? Finding)>> FindingsIn(
        Project project, IReadOnlyList<NameCase> cases)
    {
        var findings = (await Workshop.Findings(
            project, new MissingMember(), new MissingOverload(), new MissingType(), new NewerApi()))
            .ToLookup(finding => finding.Location.SourceTree!.FilePath);
        return cases.Select((each, index) =>
            (each, findings[FileOf(index)].FirstOrDefault(finding => Underlines(finding, each))));
    }

    private static async Task<IEnumerable<(NameCase, Diagnostic?)>> Judge(string target, NameCase[] cases)
    {
        var workshop = new Workshop(new Setting(ReferencesFor(target)));
        return await FindingsIn((await DocumentOf(workshop, target, cases)).Project, cases);
    }

    private static bool Underlines(Diagnostic finding, NameCase each)
    {
        var text = finding.Location.SourceTree!.ToString();
        return finding.Location.SourceSpan.Start == text.LastIndexOf(each.Code, StringComparison.Ordinal) + each.Start;
    }

    private static bool IsAnsweredFirst((NameCase Case, Diagnostic? Finding) result) =>
        SaidOf(result.Case, result.Finding) is [var first, ..] && result.Case.Answers.Contains(first);

    private static bool IsAnswered((NameCase Case, Diagnostic? Finding) result) =>
        SaidOf(result.Case, result.Finding).Any(result.Case.Answers.Contains);

    private static string[] SaidOf(NameCase each, Diagnostic? finding) =>
        (finding?.Properties.GetValueOrDefault(
            each.Target == NameCase.Newest ? SuggestionText.Suggestions : SuggestionText.Since) ?? "")
            .Split('\n');

    private static double Percent<T>(IReadOnlyCollection<T> all, Func<T, bool> counts) =>
        100.0 * all.Count(counts) / all.Count;
}
