using System.Text.Json;
using AiAwareAnalyzers.ToolTests.Samples;

namespace AiAwareAnalyzers.ToolTests;

/// <summary><c>aiaware check</c> on logs that are there.</summary>
public sealed class CheckTests
{
    [Test]
    public void New_findings_are_printed_in_groups_and_end_with_one()
    {
        var folder = Shop.Folder();
        var output = Command.Expect(1, folder, "check", "--logs", Shop.Log(folder).Write());
        Assert.That(output.Text, Does.Contain("AIA0201 Money is kept in a floating-point type: 2 in Money"));
        Assert.That(output.Text, Does.Contain("src/Product.cs(5,5): warning AIA0201: 'Price' keeps money"));
        Assert.That(
            output.Text, Does.Contain("fix all: dotnet format analyzers --diagnostics AIA0201 --severity info"));
        Assert.That(output.Text, Does.Contain("3 new findings in 2 groups, 0 baselined, 0 suppressed"));
        Assert.That(output.Errors, Is.Empty);
    }

    /// <summary>Who may call an endpoint is not decided for all of them at once.</summary>
    [Test]
    public void A_fix_that_a_reader_chooses_one_by_one_has_no_command()
    {
        var folder = Shop.Folder();
        var log = Shop.Log(folder).Add("AIA0306", "src/Product.cs", 7, "'Add' is open; demand a caller").Write();
        var text = Command.Expect(1, folder, "check", "--logs", log).Text;
        Assert.That(text, Does.Contain("--diagnostics AIA0201").And.Contain("AIA0306"));
        Assert.That(text, Does.Not.Contain("--diagnostics AIA0306"));
    }

    [Test]
    public void Suggestions_alone_are_fine_unless_they_are_asked_for()
    {
        var folder = Shop.Folder();
        var log = new Log(folder).Add("AIA0205", "src/Product.cs", 7, "'x' is rounded; say how", "note").Write();
        Command.Expect(0, folder, "check", "--logs", log);
        Command.Expect(1, folder, "check", "--logs", log, "--fail-on", "note");
    }

    [Test]
    public void Nothing_fails_where_nothing_shall()
    {
        var folder = Shop.Folder();
        Command.Expect(0, folder, "check", "--fail-on", "never", "--logs", Shop.Log(folder).Write());
    }

    [Test]
    public void What_two_logs_say_of_a_place_is_said_once()
    {
        var folder = Shop.Folder();
        Shop.Log(folder).Write("net8.sarif");
        Shop.Log(folder).Write("net9.sarif");
        Assert.That(
            Command.Expect(1, folder, "check", "--logs", folder).Text, Does.Contain("3 new findings in 2 groups"));
    }

    [Test]
    public void Results_of_other_analyzers_are_left_out()
    {
        var folder = Shop.Folder();
        var log = Shop.Log(folder).Add("CA1050", "src/Product.cs", 3, "Declare types in namespaces").Write();
        Assert.That(Command.Expect(1, folder, "check", "--logs", log).Text, Does.Not.Contain("CA1050"));
    }

    [Test]
    public void Suppressed_findings_are_counted_and_do_not_fail()
    {
        var folder = Shop.Folder();
        var log = new Log(folder)
            .Add("AIA0201", "src/Product.cs", 5, "'Price' is double; use 'decimal'", suppression: Log.Pragma())
            .Write();
        Assert.That(
            Command.Expect(0, folder, "check", "--logs", log).Text,
            Does.Contain("0 new findings in 0 groups, 0 baselined, 1 suppressed"));
    }

    [Test]
    public void An_agent_gets_place_harm_and_way_out_from_the_end_of_a_file()
    {
        var folder = Shop.Folder();
        var log = new Log(folder).AddPrice("src/Product.cs", 3).AddPrice("src/Product.cs", 5)
            .Add("AIA0101", "src/Product.cs", 7, "'Prise' does not exist; use 'Price'")
            .Write();
        var lines = Command.Expect(1, folder, "check", "--format", "agent", "--logs", log).Lines;
        Assert.That(
            lines[0], Is.EqualTo("1. src/Product.cs(7,5) AIA0101 warning"), "names that do not exist come first");
        Assert.That(lines[1], Is.EqualTo("what: 'Prise' does not exist"));
        Assert.That(lines[2], Is.EqualTo("way out: use 'Price'"));
        Assert.That(
            lines.Where(line => line.Contains("AIA0201 warning", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "2. src/Product.cs(5,5) AIA0201 warning", "3. src/Product.cs(3,5) AIA0201 warning" }));
    }

    [Test]
    public void Json_names_the_member_and_the_zone()
    {
        var folder = Shop.Folder();
        Scratch.Write(folder, (".editorconfig", Shop.HighRisk));
        var output = Command.Expect(1, folder, "check", "--format", "json", "--logs", Shop.Log(folder).Write());
        using var json = JsonDocument.Parse(output.Text);
        var findings = json.RootElement.GetProperty("findings").EnumerateArray().ToList();
        Assert.That(
            findings.Select(finding => $"{finding.GetProperty("member")} {finding.GetProperty("highRisk")}"),
            Is.EquivalentTo(new[]
            {
                "P:Shop.Catalog.Product.Price False", "M:Shop.Catalog.Product.Tax(double) False",
                "P:Shop.Payments.Payment.Amount True",
            }));
    }

    [Test]
    public void Sarif_is_read_again_as_it_was_written()
    {
        var folder = Shop.Folder();
        var merged = Command.Expect(1, folder, "check", "--format", "sarif", "--logs", Shop.Log(folder).Write());
        Scratch.Write(folder, ("merged.sarif", merged.Text));
        Assert.That(
            Command.Expect(1, folder, "check", "--format", "agent", "--logs", "merged.sarif").Text,
            Is.EqualTo(Command.Expect(1, folder, "check", "--format", "agent", "--logs", "shop.sarif").Text));
    }

    [Test]
    public void Markdown_holds_no_markup_that_stood_in_the_code()
    {
        var folder = Shop.Folder();
        var log = new Log(folder)
            .Add("AIA0201", "src/Product.cs", 5, "'<img src=x>' [a](b) @somebody `x` | **y**\n# z; use 'decimal'")
            .Write();
        var text = Command.Expect(1, folder, "check", "--format", "markdown", "--logs", log).Text;
        Assert.That(
            text, Does.Contain(@"'&#60;img src=x&#62;' \[a\]\(b\) @&#8203;somebody \`x\` &#124; \*\*y\*\* \# z"));
    }

    [Test]
    public void Since_shows_only_what_stands_on_changed_lines()
    {
        var folder = Shop.Folder();
        new Git(folder).Commit("2026-03-02", "Begin");
        var changed = Shop.Product.Replace("double Price", "double Price2", StringComparison.Ordinal);
        Scratch.Write(folder, ("src/Product.cs", changed), ("src/New file.cs", Shop.Product));
        var log = Shop.Log(folder).AddPrice("src/New file.cs", 5, "New").Write();
        var lines = Command.Expect(1, folder, "check", "--since", "HEAD", "--format", "agent", "--logs", log).Lines;
        Assert.That(
            lines.Where(line => line.Contains("AIA0201 warning", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "1. src/New file.cs(5,5) AIA0201 warning", "2. src/Product.cs(5,5) AIA0201 warning" }));
    }

    [Test]
    public void A_name_that_git_does_not_know_is_a_clear_error()
    {
        var folder = Shop.Folder();
        new Git(folder).Commit("2026-03-02", "Begin");
        var output = Command.Expect(2, folder, "check", "--since", "nowhere", "--logs", Shop.Log(folder).Write());
        Assert.That(output.Errors, Does.StartWith("aiaware: There is no branch, tag or commit 'nowhere'"));
    }

    [Test]
    public void Without_a_repository_since_is_a_clear_error()
    {
        var folder = Shop.Folder();
        var output = Command.Expect(2, folder, "check", "--since", "HEAD", "--logs", Shop.Log(folder).Write());
        Assert.That(output.Errors, Does.Contain("is in no git repository"));
    }
}
