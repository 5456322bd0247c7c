using System.Text.Json;

namespace AiAwareAnalyzers.PackageTests;

/// <summary>Old code under a baseline, in real builds: what was there is quiet, and what is added speaks.</summary>
public sealed class BaselineTests
{
    private const int Files = 30;
    private const int FlawsInAFile = 10;
    private const int Flaws = Files * FlawsInAFile;

    private const string Gate = "AiAwareGate=true";

    private static readonly Consumer[] Consumers =
    [
        new("Old code") { Files = Old() },
        new("Old code behind the gate") { Files = [.. Old(), Baseline()], Properties = Gate },
        new("Old code whose warnings are errors")
            { Files = [.. Old(), Baseline()], Properties = "TreatWarningsAsErrors=true" },
        new("Old code and a log")
            { Files = [.. Old(), Baseline()], Properties = Gate + " ErrorLog=findings.sarif,version=2.1" },
        new("One more flaw") { Files = [.. Old(), Baseline()], Properties = Gate, Code = ClassOf("Newer") },
        new("Moved code") { Files = [.. Old(moved: true), Baseline()], Properties = Gate },
        new("Code of a high risk")
            { Files = [.. Old(), Baseline()], Properties = Gate, EditorConfig = "ai_aware.high_risk = Old" },
        new("A baseline in the folder above") { Files = Old(), Properties = Gate },
        new("A line that cannot be read")
        {
            Files = [.. Old(), ("AiAware.baseline", Baseline().Text + "AIA0201 Old/Products0.cs\n")],
            Properties = Gate,
        },
    ];

    private static readonly Lazy<(string Root, ILookup<string, Printed> Printed)> Built = new(() =>
    {
        var root = Scratch.Folder("baseline");
        NuGet.Configure(root);
        var above = Consumers.Single(consumer => consumer.Sentence == "A baseline in the folder above");
        File.WriteAllText(Path.Combine(root, Baseline().Name), Baseline(above.Name + "/").Text);
        Solution.Write(
            root, "all", Consumers.Select(consumer => (consumer with { Code = CodeOf(consumer) }).WriteTo(root)));
        var output = DotNet.Run(root, "build", "all.slnx", "--nologo", "-v:q", "-tl:off", "-clp:NoSummary");
        return (root, output.Diagnostics.ToLookup(printed => printed.Project));
    });

    [TestCase("Old code", Flaws, "warning AIA0201")]
    [TestCase("Old code behind the gate", 0, "")]
    [TestCase("Old code whose warnings are errors", 0, "")]
    [TestCase("Old code and a log", 0, "")]
    [TestCase("One more flaw", 1, "error AIA0201")]
    [TestCase("Moved code", 0, "")]
    [TestCase("Code of a high risk", Flaws, "error AIA0201")]
    [TestCase("A baseline in the folder above", 0, "")]
    [TestCase("A line that cannot be read", 1, "error AIA1201")]
    public void A_build_prints(string sentence, int count, string finding)
    {
        var printed = Of(sentence).ToList();
        Assert.That(printed, Has.Count.EqualTo(count), string.Join("\n", printed));
        Assert.That(printed.Select(one => one.ToString()), Is.All.EqualTo(finding));
    }

    [Test]
    public void The_flaw_that_speaks_is_the_new_one() =>
        Assert.That(Of("One more flaw").Single().File, Is.EqualTo("Code.cs"));

    [Test]
    public void A_line_that_cannot_be_read_is_told_where_it_stands()
    {
        var finding = Of("A line that cannot be read").Single();
        Assert.That((finding.File, finding.Line), Is.EqualTo(("AiAware.baseline", Flaws + 1)));
    }

    [Test]
    public void What_is_quiet_stands_in_the_log_with_its_reason()
    {
        using var log = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(FolderOf("Old code and a log"), "findings.sarif")));
        var reasons = log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Where(result => result.GetProperty("ruleId").GetString() == "AIA0201")
            .Select(result => result.GetProperty("suppressions").GetRawText())
            .ToList();
        Assert.That(reasons, Has.Count.EqualTo(Flaws));
        Assert.That(reasons, Is.All.Contains("AiAware.baseline"));
    }

    [Test]
    public void Dotnet_format_leaves_what_is_quiet_alone()
    {
        var folder = FolderOf("One more flaw");
        DotNet.Succeed(
            folder, "format", "analyzers", Name("One more flaw") + ".csproj", "--diagnostics", "AIA0201", "--severity",
            "warn", "--no-restore");
        Assert.That(File.ReadAllText(Path.Combine(folder, "Code.cs")), Does.Contain("decimal Price"));
        Assert.That(File.ReadAllText(Path.Combine(folder, "Old", "Products0.cs")), Does.Contain("double Price"));
    }

    private static IEnumerable<Printed> Of(string sentence) => Built.Value.Printed[Name(sentence)];

    private static string FolderOf(string sentence) => Path.Combine(Built.Value.Root, Name(sentence));

    private static string Name(string sentence) => Consumers.Single(consumer => consumer.Sentence == sentence).Name;

    private static string CodeOf(Consumer consumer) =>
        consumer.Sentence == "One more flaw" ? consumer.Code : "public sealed class Nothing;\n";

    private static (string Name, string Text)[] Old(bool moved = false) =>
        [.. Enumerable.Range(0, Files).Select(file => ($"Old/Products{file}.cs", CodeOf(file, moved)))];

    private static string CodeOf(int file, bool moved)
    {
        var classes = Enumerable.Range(0, FlawsInAFile).Select(number => ClassOf($"Product{file}x{number}"));
        return moved
            ? "namespace Old;\n\n// moved\n\n" + string.Concat(classes.Reverse())
            : "namespace Old;\n\n" + string.Concat(classes);
    }

    private static string ClassOf(string name) =>
        $"public sealed class {name}\n{{\n    public double Price {{ get; set; }}\n}}\n";

    private static (string Name, string Text) Baseline(string folder = "") =>
        ("AiAware.baseline",
        string.Concat(
            from file in Enumerable.Range(0, Files)
            from number in Enumerable.Range(0, FlawsInAFile)
            select $"AIA0201 {folder}Old/Products{file}.cs P:Old.Product{file}x{number}.Price 1\n"));
}
