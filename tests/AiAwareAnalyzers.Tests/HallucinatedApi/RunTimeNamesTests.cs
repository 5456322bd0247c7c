using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using AiAwareAnalyzers.HallucinatedApi;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

/// <summary>What the rule says about names that are looked up at run time, and what the run time says itself.</summary>
public sealed partial class RunTimeNamesTests
{
    private const string Guarded = "~";

    private static string Folder =>
        Repository.PathOf("tests", "AiAwareAnalyzers.Tests", "HallucinatedApi", "RunTimeNames");

    [TestCase("Missing", 150)]
    public async Task What_is_missing_is_found(string set, int atLeast)
    {
        var lines = LinesOf(set);
        var findings = await FindingsIn(lines);
        var missed = lines.Where((line, at) => !findings[at].Any(finding => IsMarked(finding, line))).ToList();
        TestContext.Out.WriteLine($"{lines.Count - missed.Count} of {lines.Count} are found\n" + string.Join(
            "\n", lines.Select((line, at) => $"{line}\n    {findings[at].FirstOrDefault()?.GetMessage()}")));
        Assert.That(missed, Is.Empty);
        Assert.That(findings.Sum(each => each.Count), Is.EqualTo(lines.Count), "one cause, one finding");
        Assert.That(lines, Has.Count.AtLeast(atLeast));
    }

    [TestCase("There", 200)]
    public async Task What_only_looks_missing_is_left_alone(string set, int atLeast)
    {
        var lines = LinesOf(set);
        var findings = await FindingsIn(lines);
        Assert.That(
            lines.Where((_, at) => findings[at].Count > 0).Select((line, _) => line),
            Is.Empty,
            string.Join("\n", findings.SelectMany(each => each).Select(each => each.GetMessage())));
        Assert.That(lines, Has.Count.AtLeast(atLeast));
    }

    [TestCase("Missing", false)]
    [TestCase("There", true)]
    public async Task The_run_time_agrees(string set, bool isThere)
    {
        var lines = LinesOf(set);
        var results = await Run(lines);
        var disagreed = lines.Select((line, at) => (Line: line, Found: IsSomething(results[at]), Result: results[at]))
            .Where(each => !each.Line.StartsWith(Guarded, StringComparison.Ordinal) && each.Found != isThere)
            .Select(each => $"{each.Line} gives {each.Result ?? "null"}");
        Assert.That(disagreed, Is.Empty);
    }

    private static List<string> LinesOf(string set) =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, set), "*.txt")
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadAllLines)
            .Where(line => line.Length > 0)];

    private static bool IsSomething(object? result) => result is not (null or false or Exception);

    private static bool IsMarked(Diagnostic finding, string line) =>
        finding.Location.SourceTree!.ToString().AsSpan(
            finding.Location.SourceSpan.Start,
            finding.Location.SourceSpan.Length).SequenceEqual(Marked().Match(line).Groups[1].Value)
        && line.AsSpan(line.IndexOf("[|", StringComparison.Ordinal) + 2)
            .StartsWith(finding.Location.SourceTree!.ToString().AsSpan(
                finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length));

    private static string TextOf(string line, int index)
    {
        var code = Marks().Replace(line.TrimStart(Guarded[0]), "");
        var body = code.StartsWith('{') ? code : $"{{ return ({code})!; }}";
        return $"{Imports}public static partial class Cases {{ public static object Case{index}() {body} }}";
    }

    private static string Scene => File.ReadAllText(Path.Combine(Folder, "Scene.txt"));

    private static string Imports =>
        string.Concat(Scene.Split('\n')
            .Where(line => line.StartsWith("using ", StringComparison.Ordinal))
            .Select(line => line + "\n"));

    private static Task<Document> DocumentOf(Workshop workshop, List<string> lines) =>
        workshop.DocumentOf([
            ("/0/Scene.cs", Scene),
            .. lines.Select((line, index) => ($"/0/Case{index:000}.cs", TextOf(line, index)))
        ]);

    private static async Task<List<List<Diagnostic>>> FindingsIn(List<string> lines)
    {
        var workshop = new Workshop(new Setting(References.Net10));
        var document = await DocumentOf(workshop, lines);
        var findings = (await Workshop.Findings(document.Project, new MissingReflectionTarget()))
            .ToLookup(finding => finding.Location.SourceTree!.FilePath);
        return [.. lines.Select((_, index) => findings[$"/0/Case{index:000}.cs"].ToList())];
    }

    private static async Task<List<object?>> Run(List<string> lines)
    {
        var workshop = new Workshop(new Setting(References.Net10));
        using var image = new MemoryStream();
        var emitted = (await (await DocumentOf(workshop, lines)).Project.GetCompilationAsync())!.Emit(image);
        Assert.That(emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
        image.Position = 0;
        var context = new AssemblyLoadContext("RunTimeNames", isCollectible: true);
        try
        {
            var code = context.LoadFromStream(image);
            using var scope = context.EnterContextualReflection();
            var cases = code.GetType("Cases", throwOnError: true)!;
            return [.. lines.Select((_, index) => ResultOf(cases.GetMethod($"Case{index}")!))];
        }
        finally
        {
            context.Unload();
        }
    }

    private static object? ResultOf(MethodInfo method)
    {
        try
        {
            return method.Invoke(null, null);
        }
        catch (TargetInvocationException exception)
        {
            return exception.InnerException;
        }
    }

    [GeneratedRegex(@"\[\||\|\]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\[\|(.*?)\|\]")]
    private static partial Regex Marked();
}
