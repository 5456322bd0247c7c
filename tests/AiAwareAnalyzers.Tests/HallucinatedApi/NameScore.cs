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
            (each, findings[FileOf(index)].FirstOrDefault(finding => IsAbout(finding, each))));
    }

    private static async Task<IEnumerable<(NameCase, Diagnostic?)>> Judge(string target, NameCase[] cases)
    {
        var workshop = new Workshop(new Setting(ReferencesFor(target)));
        return await FindingsIn((await DocumentOf(workshop, target, cases)).Project, cases);
    }

    /// <summary>Whether a finding is about the marked name, or about an argument of the call so named.</summary>
    private static bool IsAbout(Diagnostic finding, NameCase each) =>
        finding.Location.SourceSpan.Start == PlaceOf(each, finding.Location.SourceTree!)
        || Marked(each, finding).IsOfSameCall(Found(finding));

    private static int PlaceOf(NameCase each, SyntaxTree tree) =>
        tree.ToString().LastIndexOf(each.Code, StringComparison.Ordinal) + each.Start;

    private static NameReading Marked(NameCase each, Diagnostic finding) =>
        NameReading.At(finding.Location.SourceTree!.GetRoot(), PlaceOf(each, finding.Location.SourceTree!));

    private static NameReading Found(Diagnostic finding) =>
        NameReading.At(finding.Location.SourceTree!.GetRoot(), finding.Location.SourceSpan.Start);

    private static bool IsAnsweredFirst((NameCase Case, Diagnostic? Finding) result) =>
        result.Finding is { } finding
        && SaidOf(result.Case, finding) is [var first, ..]
        && IsAnswer(result.Case, finding, first);

    private static bool IsAnswered((NameCase Case, Diagnostic? Finding) result) =>
        result.Finding is { } finding
        && SaidOf(result.Case, finding).Any(said => IsAnswer(result.Case, finding, said));

    private static bool IsAnswer(NameCase each, Diagnostic finding, string said)
    {
        var marked = Marked(each, finding);
        return Found(finding).Of(said).Intersect(each.Answers.SelectMany(marked.Of)).Any();
    }

    private static string[] SaidOf(NameCase each, Diagnostic? finding) =>
        (finding?.Properties.GetValueOrDefault(
            each.Target == NameCase.Newest ? SuggestionText.Suggestions : SuggestionText.Since) ?? "")
            .Split('\n');

    private static double Percent<T>(IReadOnlyCollection<T> all, Func<T, bool> counts) =>
        100.0 * all.Count(counts) / all.Count;
}
