using System.Collections.Immutable;
using AiAwareAnalyzers.HallucinatedApi;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.CodeActions;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

/// <summary>What an editor lists under a name that does not exist.</summary>
[CSharp(12)]
public sealed class NearNamesTests
{
    private const string Usings = "using System; using System.Collections.Generic; using System.IO; using System.Linq; "
        + "using System.Net; using System.Net.Http; using System.Threading.Tasks;\n";

    [Test]
    public async Task Three_names_with_their_signatures() => Assert.That(
        await TitlesOf("object M(HttpResponseMessage r) => r.GetStatusMessage();"),
        Is.EqualTo([
            "Try 'ReasonPhrase': string? HttpResponseMessage.ReasonPhrase",
            "Try 'StatusCode': HttpStatusCode HttpResponseMessage.StatusCode"]));

    [TestCase(
        "string M() => File.Join(\"a\", \"b\");",
        "Try 'Path.Join': string Path.Join(string? path1, string? path2)")]
    [TestCase(
        "bool M(string s) => int.TryParse(s);",
        "Try 'TryParse(s, out var result)': bool int.TryParse(string? s, out int result)")]
    [TestCase("object M() => new HashMap<string, int>();", "Try 'Dictionary': Dictionary<string, int>")]
    [TestCase(
        "object M(string url) => new HttpClient(url);",
        "Try 'HttpClient { BaseAddress = new Uri(url) }': HttpClient.HttpClient()")]
    [TestCase("bool M(string s) => s.Contains(\"a\", ignoreCase: true);", "Try 'StringComparison.OrdinalIgnoreCase'")]
    [TestCase(
        "void M(List<int> list) { list.IndexOf(n => n == 1); }",
        "Try 'FindIndex': int List<int>.FindIndex(Predicate<int> match)")]
    public async Task A_suggestion_is_listed_as_it_is_declared(string member, string title) =>
        Assert.That(await TitlesOf(member), Has.Some.StartsWith(title));

    [TestCase(
        "object M(HttpResponseMessage r) => r.GetStatusMessage();",
        "object M(HttpResponseMessage r) => r.ReasonPhrase;")]
    [TestCase("string M() => File.Join(\"a\", \"b\");", "string M() => Path.Join(\"a\", \"b\");")]
    [TestCase("bool M(string s) => int.TryParse(s);", "bool M(string s) => int.TryParse(s, out var result);")]
    [TestCase(
        "object M(string url) => new HttpClient(url);",
        "object M(string url) => new HttpClient { BaseAddress = new Uri(url) };")]
    [TestCase(
        "bool M(string s) => s.Contains(\"a\", ignoreCase: true);",
        "bool M(string s) => s.Contains(\"a\", StringComparison.OrdinalIgnoreCase);")]
    [TestCase("object M() => new HashMap<string, int>();", "object M() => new Dictionary<string, int>();")]
    [TestCase(
        "int M() => Math.Clamp(3, minimum: 0, maximum: 10);", "int M() => Math.Clamp(3, min: 0, max: 10);")]
    public async Task What_is_chosen_is_written(string member, string written)
    {
        var document = await DocumentOf(member);
        var actions = await ActionsIn(document);
        var text = await (await Workshop.Apply(actions[0], document)).GetTextAsync();
        Assert.That(text.ToString(), Does.Contain(written));
    }

    [Test]
    public async Task What_would_have_to_be_awaited_is_listed_only_where_that_can_be_done()
    {
        Assert.That(await TitlesOf("int M(Task<string> t) => t.Length;"), Is.Empty);
        Assert.That(
            await TitlesOf("async Task<int> M(Task<string> t) => t.Length;"), Has.Some.StartsWith("Try 'Length'"));
    }

    [Test]
    public async Task What_does_not_compile_is_not_listed() => Assert.That(
        await TitlesOf("void M(Dictionary<string, int> map) { map.Add(\"a\"); }"),
        Has.None.StartsWith("Try 'Add(\"a\", value)"));

    [Test]
    public async Task The_compiler_is_not_asked_whether_a_method_is_the_default_of_its_own_parameter()
    {
        var titles = TitlesOf("Task SaveAsync(Task saving = saving + Audit()) => saving; void Audit() { }");
        Assert.That(await titles.WaitAsync(TimeSpan.FromMinutes(2)), Has.None.Contains("'SaveAsync'"));
    }

    [Test]
    public void Nothing_is_chosen_for_all() => Assert.That(new NearNames().GetFixAllProvider(), Is.Null);

    private static async Task<IEnumerable<string>> TitlesOf(string member) =>
        (await ActionsIn(await DocumentOf(member))).Select(action => action.Title);

    private static Task<Document> DocumentOf(string member) => new Workshop(new Setting(References.Net10))
        .DocumentOf(("/0/Test0.cs", $"{Usings}public class C {{ {member} }}"));

    private static async Task<ImmutableArray<CodeAction>> ActionsIn(Document document)
    {
        var findings = await Workshop.Findings(
            document.Project, new MissingMember(), new MissingOverload(), new MissingType(), new NewerApi());
        return await Workshop.Actions(new NearNames(), document, findings.First());
    }
}
