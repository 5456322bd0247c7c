using System.Text.Json;
using AiAwareAnalyzers.ToolTests.Samples;

namespace AiAwareAnalyzers.ToolTests;

/// <summary><c>aiaware report</c>: what its four files say.</summary>
public sealed class ReportTests
{
    [Test]
    public void Everything_that_is_known_stands_in_the_evidence()
    {
        var evidence = Written();
        var json = evidence.Json;
        var findings = json.GetProperty("findings");
        Assert.That(
            new[] { "new", "baselined", "suppressed" }.Select(name => findings.GetProperty(name).GetInt32()),
            Is.EqualTo(new[] { 2, 1, 2 }));
        Assert.That(
            json.GetProperty("invariants").EnumerateArray().Select(one => one.GetProperty("violations").GetInt32()),
            Is.EqualTo(new[] { 1, 0 }));
        Assert.That(json.GetProperty("tests").GetProperty("results").ToString(), Does.Contain("\"part\": 9"));
        Assert.That(json.GetProperty("tests").GetProperty("coverage").GetProperty("whole").GetInt32(), Is.EqualTo(200));
        Assert.That(json.GetProperty("tests").GetProperty("mutation").GetProperty("part").GetInt32(), Is.EqualTo(2));
        Assert.That(json.GetProperty("signOffs")[0].GetProperty("state").GetString(), Is.EqualTo("fresh"));
        Assert.That(json.GetProperty("zones")[0].GetProperty("signed").GetInt32(), Is.EqualTo(1));
        Assert.That(json.GetProperty("zones")[0].GetProperty("open").GetInt32(), Is.EqualTo(1));
        Assert.That(
            findings.GetProperty("suppressions").EnumerateArray().Select(
                one => one.GetProperty("justification").GetString()),
            Is.EquivalentTo(new[] { "", "Display only" }));
    }

    [Test]
    public void Evidence_is_what_its_schema_says()
    {
        using var file = File.OpenRead(Repository.PathOf("docs", "evidence.schema.json"));
        var schema = JsonDocument.Parse(file).RootElement;
        Assert.That(Unexplained(Written().Json, schema, schema, "$"), Is.Empty);
    }

    [Test]
    public void Ages_are_those_of_the_lines()
    {
        var ages = Written().Json.GetProperty("findings").GetProperty("ages").EnumerateArray()
            .ToDictionary(age => age.GetProperty("age").GetString()!, age => age.GetProperty("count").GetInt32());
        Assert.That(ages["up to a year"], Is.EqualTo(2), "committed in January");
        Assert.That(ages["unknown"], Is.EqualTo(1), "the invariant is broken in a file that nobody has committed");
    }

    [Test]
    public void A_second_report_knows_what_was_fixed_and_carries_the_trend_on()
    {
        var folder = Shop.Folder();
        Shop.Log(folder).Write();
        Evidence.Write(folder, "2026-03-01", "--logs", "shop.sarif");
        new Log(folder).AddPrice("src/Product.cs", 5).AddPrice("src/Product.cs", 3, "Cost").Write();
        var json = Evidence.Write(folder, "2026-03-08", "--logs", "shop.sarif").Json;
        Assert.That(json.GetProperty("change").ToString(), Does.Match("\"appeared\": 1,\\s*\"fixed\": 2"));
        Assert.That(
            json.GetProperty("trend").EnumerateArray().Select(point => point.GetProperty("new").GetInt32()),
            Is.EqualTo(new[] { 3, 2 }));
    }

    [Test]
    public void What_is_not_known_is_called_so_and_not_zero()
    {
        var folder = Shop.Folder();
        var evidence = Evidence.Write(folder, "2026-03-01", "--logs", Shop.Log(folder).Write());
        Assert.That(evidence.Json.GetProperty("history").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(
            evidence.Json.GetProperty("tests").GetProperty("coverage").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(
            evidence.Page, Does.Contain("There is no history in this report").And.Contain("is in no git repository"));
        Assert.That(evidence.Markdown, Does.Contain("Lines covered: unknown"));
    }

    [Test]
    public void Files_that_cannot_be_read_are_gaps()
    {
        var folder = Shop.Folder();
        Scratch.Write(
            folder, ("a/coverage.cobertura.xml", "<coverage lines-cov"), ("b/cobertura.xml", "<other/>"),
            ("c/mutation-report.json", "[1]"), ("d/results.trx", ""), ("AiAware.marks", "robot everywhere\n"),
            ("evidence/evidence.json", "{\"schemaVersion\": 7}"));
        var evidence = Evidence.Write(folder, "2026-03-01", "--logs", Shop.Log(folder).Write());
        var gaps = evidence.Json.GetProperty("gaps").ToString();
        string[] broken = ["coverage.cobertura.xml", "b/cobertura.xml", "mutation-report.json", "results.trx"];
        foreach (var name in broken)
            Assert.That(gaps, Does.Contain(name));
        Assert.That(gaps, Does.Contain("'robot everywhere' is not 'ORIGIN PART PATTERN'"));
        Assert.That(gaps, Does.Contain("of another version of the schema"));
    }

    [Test]
    public void A_coverage_file_cannot_make_the_report_read_another_file()
    {
        var folder = Shop.Folder();
        Scratch.Write(
            folder, ("secret.txt", "7"),
            ("cobertura.xml",
                """<!DOCTYPE c [<!ENTITY x SYSTEM "secret.txt">]><coverage lines-covered="&x;" lines-valid="9"/>"""));
        var evidence = Evidence.Write(folder, "2026-03-01", "--logs", Shop.Log(folder).Write());
        Assert.That(
            evidence.Json.GetProperty("tests").GetProperty("coverage").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(evidence.Json.GetProperty("gaps").ToString(), Does.Contain("cobertura.xml"));
    }

    [TestCase("<script>alert(1)</script>")]
    [TestCase("\"><img src=x onerror=alert(1)>")]
    [TestCase("</title></style></svg><script>")]
    [TestCase("{{7*7}} ${x} <!-- ")]
    public void No_name_becomes_markup(string name)
    {
        var folder = Shop.Folder();
        var git = new Git(folder);
        git.Commit("2026-02-16", $"fix: {name}");
        Scratch.Write(
            folder, ("AiAware.invariants", name + "\n"), (".editorconfig", $"[*.cs]\nai_aware.high_risk = {name}\n"));
        Command.Expect(0, folder, "sign-off", "Payment.Seal", "--by", name, "--words", name);
        var log = new Log(folder)
            .Add("AIA0201", $"src/{name.Replace('/', '-')}.cs", 5, $"'{name}' is double; {name}")
            .Add("AIA0202", "src/Product.cs", 5, name, suppression: Log.Attribute(name))
            .Write();
        var evidence = Evidence.Write(folder, "2026-03-01", "--title", name, "--logs", log);
        foreach (var text in new[] { evidence.Page, evidence.Markdown })
            Assert.That(text, Does.Not.Contain("<script>").And.Not.Contain("<img").And.Not.Contain(name));
        Assert.That(evidence.Json.GetProperty("title").GetString(), Is.EqualTo(name), "nothing is lost");
    }

    [Test]
    public void The_page_needs_nothing_but_itself()
    {
        var page = Written().Page;
        Assert.That(page, Does.Not.Contain("<script").And.Not.Contain("src=").And.Not.Contain("@import"));
        Assert.That(page, Does.Not.Match("(href|url)[=(]\"?https?:"));
        Assert.That(page, Does.Contain("default-src 'none'"));
    }

    [Test]
    public void Every_part_says_how_it_was_found_out_and_what_it_cannot_know()
    {
        var page = Written().Page;
        var parts = page.Split("<section id=").Skip(1).ToList();
        Assert.That(parts, Has.Count.EqualTo(10));
        Assert.That(parts, Has.All.Contain("how this was found out").And.All.Contain("What it cannot know:"));
    }

    [Test]
    public void Each_drawing_can_be_read_as_a_table()
    {
        var page = Written().Page;
        Assert.That(Count(page, "<svg "), Is.EqualTo(2));
        Assert.That(Count(page, ", as a table</summary>"), Is.EqualTo(2));
    }

    [Test]
    public void The_same_inputs_give_the_same_files()
    {
        var folder = Shop.Folder();
        new Git(folder).Commit("2026-02-16", "Begin");
        Shop.Log(folder).Write();
        var first = Evidence.Write(folder, "2026-03-01", "--logs", "shop.sarif");
        var (page, markdown) = (first.Page, first.Markdown);
        Directory.Delete(Path.GetDirectoryName(first.PathOf("report.html"))!, recursive: true);
        var second = Evidence.Write(folder, "2026-03-01", "--logs", "shop.sarif");
        Assert.That((second.Page, second.Markdown), Is.EqualTo((page, markdown)));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    /// <summary>A shop with one of everything.</summary>
    private static Evidence Written()
    {
        var folder = Shop.Folder();
        new Git(folder).Commit("2026-01-12", "Begin", (".editorconfig", Shop.HighRisk));
        Scratch.Write(
            folder,
            ("AiAware.baseline", "AIA0205 src/Product.cs M:Shop.Catalog.Product.Tax(double) 1\n"),
            ("AiAware.invariants",
                "Shop.Catalog may not use Shop.Payments\n# Later.\nShop.* may not write static state\n"),
            ("src/Late.cs", "class Late { }\n"),
            ("results.trx", """<TestRun><ResultSummary><Counters total="10" passed="9" failed="1" /></ResultSummary></TestRun>"""),
            ("coverage.cobertura.xml", """<coverage lines-covered="150" lines-valid="200"></coverage>"""),
            ("mutation-report.json",
                """{"files":{"A.cs":{"mutants":[{"status":"Killed"},{"status":"Timeout"},{"status":"Survived"},{"status":"Ignored"}]}}}"""));
        Command.Expect(0, folder, "sign-off", "Payment.Seal", "--by", "reviewer");
        var log = new Log(folder)
            .AddPrice("src/Payment.cs", 7, "Amount")
            .Add("AIA0205", "src/Product.cs", 7, "'Price * rate' is rounded silently; say how", "note")
            .Add(
                "AIA1203", "src/Late.cs", 1,
                "'Late', but line 1 of AiAware.invariants says 'Shop.Catalog may not use Shop.Payments'; move it")
            .Add("AIA0201", "src/Product.cs", 3, "'A' is double; use 'decimal'", suppression: Log.Pragma())
            .Add(
                "AIA0201", "src/Product.cs", 3, "'B' is double; use 'decimal'",
                suppression: Log.Attribute("Display only"))
            .Write();
        return Evidence.Write(folder, "2026-05-31", "--logs", log);
    }

    /// <summary>What stands in a value and not in its schema; as much of the language as the schema uses.</summary>
    private static IEnumerable<string> Unexplained(JsonElement value, JsonElement schema, JsonElement root, string path)
    {
        if (schema.TryGetProperty("$ref", out _)) schema = root.GetProperty("$defs").GetProperty("share");
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().SelectMany(
                item => Unexplained(item, schema.GetProperty("items"), root, path + "[]"));
        if (value.ValueKind != JsonValueKind.Object) return [];
        var known = schema.GetProperty("properties");
        var missing = schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _))
                .Select(name => $"{path}.{name} is missing")
            : [];
        return missing.Concat(value.EnumerateObject().SelectMany(member =>
            known.TryGetProperty(member.Name, out var inner)
                ? Unexplained(member.Value, inner, root, $"{path}.{member.Name}")
                : [$"{path}.{member.Name}"]));
    }
}
