using AiAwareAnalyzers.Knowledge.Templates;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Tests.Knowledge.Templates;

/// <summary>
/// How a text is read: literals as they are, holes in braces with what is known of them, versions between bars.
/// </summary>
[TestFixture]
public sealed class TextTemplatesTests
{
    [TestCase("""Use("a" + x + "b");""", "a{x}b", TestName = "A sum")]
    [TestCase("""Use($"a{x}b");""", "a{x}b", TestName = "An interpolation")]
    [TestCase("""Use(@"a\" + $@"b\{x}");""", @"a\b\{x}", TestName = "Verbatim strings")]
    [TestCase("""Use(string.Format("a{0}b{1}{{c}}", x, 1));""", "a{x}b1{c}", TestName = "A composite format")]
    [TestCase(
        """Use(string.Format("{0}-{1}-{2}-{3}", 1, x, 3, 4));""", "1-{x}-3-4", TestName = "A format of many values")]
    [TestCase(
        """var s = new StringBuilder(); s.AppendFormat("{0}{1}{2}{3}", 1, x, 3, 4); Use(s.ToString());""",
        "1{x}34",
        TestName = "A builder's format of many values")]
    [TestCase(
        """Use(Path.Combine("a", "b", x, "d", "e"));""", "a/b/{x}/d/e", TestName = "A path of many pieces")]
    [TestCase("""Use(string.Concat("a", x, "b"));""", "a{x}b", TestName = "Concat")]
    [TestCase("""Use(string.Join("-", "a", x));""", "a-{x}", TestName = "Join of arguments")]
    [TestCase("""Use(string.Join("-", new[] { "a", x }));""", "a-{x}", TestName = "Join of an array")]
    [TestCase("""Use("a$x".Replace("$x", x));""", "a{x}", TestName = "Replace puts a value in")]
    [TestCase("""var s = "a"; s += x; s += "b"; Use(s);""", "a{x}b", TestName = "A growing local")]
    [TestCase("""var s = "a"; s = s + x + "b"; Use(s);""", "a{x}b", TestName = "A local that extends itself")]
    [TestCase(
        """var s = "a"; s = $"{s}b{x}"; Use(s);""", "ab{x}", TestName = "A local that is interpolated into itself")]
    [TestCase("""var s = x; s = "a"; Use(s);""", "a", TestName = "What is overwritten is gone")]
    [TestCase("""var s = "a"; Use(s); s = x;""", "a", TestName = "What comes later does not count")]
    [TestCase("""var s = "a"; if (b) s = x; Use(s);""", "(a|{x})", TestName = "A branch makes two versions")]
    [TestCase("""var s = "a"; if (b) s += x; Use(s);""", "a{x}", TestName = "What a branch adds may be there")]
    [TestCase("""string s; if (b) s = "a"; else s = "b"; Use(s);""", "(a|b)", TestName = "Two branches")]
    [TestCase(
        """var s = "a"; if (b) { s = "c"; Use(s); }""", "c", TestName = "Inside its branch an assignment is certain")]
    [TestCase(
        """var s = x; if (b) s = "a"; else s = "b"; Use(s);""", "(a|b)", TestName = "Overwritten on both sides")]
    [TestCase(
        """var s = x; if (b) { s = "a"; } else { s = "b"; s += "c"; } Use(s);""",
        "(a|b)c",
        TestName = "Overwritten on both sides and continued")]
    [TestCase(
        """var s = x; if (b) s = "a"; else if (x != "") s = "b"; Use(s);""",
        "(({x}|a)|b)",
        TestName = "Overwritten on two of three sides")]
    [TestCase(
        """var s = new StringBuilder(x); s.Clear(); s.Append("a"); Use(s.ToString());""",
        "a",
        TestName = "A builder that was cleared")]
    [TestCase(
        """var s = new StringBuilder(x); if (b) s.Clear(); s.Append("a"); Use(s.ToString());""",
        "({x}|)a",
        TestName = "A builder that may have been cleared")]
    [TestCase("""Use(b ? "a" : x);""", "(a|{x})", TestName = "A conditional")]
    [TestCase("""Use(x ?? "a");""", "({x}|a)", TestName = "A fallback")]
    [TestCase("""x ??= "a"; Use(x);""", "({x}|a)", TestName = "An assigned fallback")]
    [TestCase(
        """Use(b switch { true => "a", _ => throw new Exception() });""", "a", TestName = "A switch whose rest throws")]
    [TestCase(
        """var s = new StringBuilder("a"); s.Append(x).Append("b"); Use(s.ToString());""",
        "a{x}b",
        TestName = "A builder")]
    [TestCase(
        """var s = new StringBuilder(); s.AppendFormat("a{0}", x); s.AppendLine(); Use(s.ToString());""",
        "a{x}\n",
        TestName = "A builder with a format")]
    [TestCase(
        """var s = new StringBuilder(); s.Append($"a{x}"); Use(s.ToString());""",
        "a{x}",
        TestName = "A builder that takes interpolations")]
    [TestCase(
        """var s = new StringBuilder("b"); s.Insert(0, x); Use(s.ToString());""",
        "{x}b",
        TestName = "A builder that is prepended to")]
    [TestCase(
        """Use(new StringBuilder().Append("a").Append(x).ToString());""", "a{x}", TestName = "A chain without a local")]
    [TestCase(
        """var l = new List<string> { "a" }; l.Add(x); Use(string.Join("-", l));""",
        "a-{x}",
        TestName = "A list that is filled")]
    [TestCase("""Use(string.Join(",", names.Select(n => "'" + n + "'")));""", "'{n}'", TestName = "A projection")]
    [TestCase("""Use(Helper("a", x));""", "<a{x}>", TestName = "A helper of the same type")]
    [TestCase("""Use(Local()); string Local() => "a" + x;""", "a{x}", TestName = "A local function")]
    [TestCase("""Use(x.Trim());""", "{x.Trim()}", TestName = "Another form of a value is a hole")]
    [TestCase("""Use("a" + x?.ToLower());""", "a{.ToLower()}", TestName = "A form behind a question mark")]
    [TestCase("""Use("a" + 1 + 'c' + nameof(x) + Kind);""", "a1cxk", TestName = "Constants are no holes")]
    [TestCase("""Use("a" + Fixed);""", "af", TestName = "A static field that is set once is read")]
    [TestCase("""Use(Path.Combine("a", x));""", "a/{x}", TestName = "A path")]
    [TestCase("""Use(Path.GetFullPath(Path.Combine("a", x)));""", "a/{x}", TestName = "A full path")]
    public async Task A_text_is_read(string body, string template) =>
        Assert.That(Show(await Read(body)), Is.EqualTo(template));

    [TestCase("""Use($"{x}");""", HoleKind.Free, TextOrigin.Parameter, TestName = "A parameter is free")]
    [TestCase("""Use($"{_own}");""", HoleKind.Free, TextOrigin.Member, TestName = "A field is the type's own")]
    [TestCase("""Use($"{Console.ReadLine()}");""", HoleKind.Free, TextOrigin.Unknown, TestName = "A call is unknown")]
    [TestCase(
        """Use($"{names.Length}");""", HoleKind.AllowListed, TextOrigin.Unknown, TestName = "A number carries nothing")]
    [TestCase(
        """Use($"{Guid.NewGuid():N}");""",
        HoleKind.AllowListed,
        TextOrigin.Unknown,
        TestName = "An id carries nothing")]
    [TestCase(
        """Use($"{Map[x]}");""",
        HoleKind.AllowListed,
        TextOrigin.Unknown,
        TestName = "A lookup allows what is in the table")]
    [TestCase(
        """if (Map.TryGetValue(x, out var y)) Use($"{y}");""",
        HoleKind.AllowListed,
        TextOrigin.Member,
        TestName = "A lookup that may fail")]
    [TestCase(
        """if (names.Contains(x)) Use($"{x}");""",
        HoleKind.AllowListed,
        TextOrigin.Unknown,
        TestName = "A guard around the use")]
    [TestCase(
        """if (!names.Contains(x)) return; Use($"{x}");""",
        HoleKind.AllowListed,
        TextOrigin.Unknown,
        TestName = "A guard before the use")]
    [TestCase(
        """if (!names.Contains(x)) Other(); Use($"{x}");""",
        HoleKind.Free,
        TextOrigin.Parameter,
        TestName = "A guard that lets everything pass")]
    [TestCase(
        """if (x == "a") Use($"{x}");""", HoleKind.AllowListed, TextOrigin.Unknown, TestName = "Equal to a constant")]
    [TestCase(
        """if (x == "a") Other(); else Use($"{x}");""",
        HoleKind.Free,
        TextOrigin.Parameter,
        TestName = "Not equal to a constant")]
    [TestCase(
        """Use($"{System.Net.WebUtility.HtmlEncode(x)}");""",
        HoleKind.Encoded,
        TextOrigin.Unknown,
        TestName = "Encoded")]
    [TestCase(
        """Use($"{x.Replace("'", "''")}");""", HoleKind.Encoded, TextOrigin.Parameter, TestName = "Doubled quotes")]
    public async Task A_hole_is_classified(string body, object kind, object origin)
    {
        var hole = (await Read(body)).Holes.Single();
        Assert.That((hole.Kind, hole.IsFree ? hole.Origin : origin), Is.EqualTo(((HoleKind)kind, origin)));
    }

    /// <summary>Bytes are counted and not seconds: they are the same on every machine.</summary>
    [TestCase("""s += "a" + x;""", TestName = "A text that grows by sums")]
    [TestCase("""s = s + $"a{x}";""", TestName = "A text that extends itself")]
    [TestCase("""if (b) s = x + s;""", TestName = "A text that branches")]
    [TestCase("""Use("a" + x + "b");""", TestName = "Many texts")]
    public async Task The_cost_of_reading_grows_no_faster_than_the_body(string line)
    {
        await Cost(line, 50);
        var (less, more) = (await Cost(line, 400), await Cost(line, 1600));
        Assert.That(more, Is.LessThan(less * 6), $"{less} bytes for 400 lines, {more} for 1600");
    }

    [Test]
    public async Task A_text_that_doubles_itself_ends() =>
        Assert.That(
            (await Read(
                "var s = x;" + string.Concat(Enumerable.Repeat("s = s.Trim() + s.Trim();", 60)) + "Use(s);")).Parts,
            Has.Length.LessThan(5_000));

    private static async Task<long> Cost(string line, int lines)
    {
        var calls = await Calls("var s = \"\";" + string.Concat(Enumerable.Repeat(line + "\n", lines)) + "Use(s);");
        var templates = TextTemplates.Of(calls.Compilation);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var call in calls.Texts) templates.Read(call);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static async Task<Template> Read(string body)
    {
        var (compilation, texts) = await Calls(body);
        return TextTemplates.Of(compilation).Read(texts[0]);
    }

    private static async Task<(Compilation Compilation, List<IOperation> Texts)> Calls(string body)
    {
        var workshop = new Workshop(new Setting(References.Net10));
        var document = await workshop.DocumentOf(("/0/Test0.cs", $$"""
            using System.Text;
            class Test
            {
                void Method(string x, string[] names, bool b)
                {
                    {{body}}
                }

                void Use(string text) { }
                string Other() => Environment.MachineName;
                static string Helper(string first, string second) => "<" + first + second + ">";
                readonly string _own = Environment.MachineName;
                const string Kind = "k";
                static readonly string Fixed = "f";
                static readonly Dictionary<string, string> Map = new();
            }
            """));
        Assert.That(await Workshop.Errors(document.Project), Is.Empty);
        var model = (await document.GetSemanticModelAsync())!;
        var texts = (await document.GetSyntaxRootAsync())!.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression is IdentifierNameSyntax { Identifier.Text: "Use" })
            .Select(call => model.GetOperation(call.ArgumentList.Arguments[0].Expression)!)
            .ToList();
        return (model.Compilation, texts);
    }

    private static string Show(Template template) => string.Concat(template.Parts.Select(part => part switch
    {
        Literal literal => literal.Text,
        Hole hole => $"{{{hole.Value.Syntax}}}",
        Choice choice => $"({string.Join("|", choice.Alternatives.Select(Show))})",
        _ => "?",
    }));
}
