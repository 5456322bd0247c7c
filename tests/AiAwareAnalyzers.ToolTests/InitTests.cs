using System.Xml.Linq;
using AiAwareAnalyzers.ToolTests.Samples;

namespace AiAwareAnalyzers.ToolTests;

/// <summary><c>aiaware init</c>: what it writes, and what it leaves alone.</summary>
public sealed class InitTests
{
    [Test]
    public void A_fresh_folder_gets_all_that_a_team_needs()
    {
        var folder = Shop.Folder();
        Command.Expect(0, folder, "init", "--mode", "Advisory", "--ci", "github");
        var props = XDocument.Load(Path.Combine(folder, "Directory.Build.props"));
        Assert.That(props.Descendants("AiAwareMode").Single().Value, Is.EqualTo("Advisory"));
        Assert.That(
            props.Descendants("PackageReference").Single().Attribute("PrivateAssets")!.Value, Is.EqualTo("all"));
        Assert.That(Read(folder, ".editorconfig"), Does.Contain("# ai_aware.high_risk = Shop.Payments"));
        Assert.That(Read(folder, "AGENTS.md"), Does.Contain("aiaware check --format agent --since HEAD"));
        Assert.That(Read(folder, ".github/workflows/aiaware.yml"), Does.Contain("aiaware baseline --check"));
        Assert.That(Read(folder, ".aiaware/after-edit.sh"), Does.StartWith("#!/bin/sh\n").And.Contain("exit 2"));
        Assert.That(
            Read(folder, "AiAware.invariants").Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Has.All.StartsWith("#"), "a team decides itself what must hold");
        Assert.That(Read(folder, "AiAware.marks"), Does.Contain("assistant trailer AI-Assisted: *"));
    }

    [TestCase("azure", "azure-pipelines.aiaware.yml")]
    [TestCase("gitlab", ".gitlab/aiaware.yml")]
    public void Each_ci_gets_its_own_step(string ci, string file)
    {
        var folder = Shop.Folder();
        Command.Expect(0, folder, "init", "--ci", ci);
        Assert.That(Read(folder, file), Does.Contain("aiaware check").And.Contain("aiaware report"));
    }

    [Test]
    public void What_is_there_is_left_alone_where_nobody_can_answer()
    {
        var folder = Shop.Folder();
        Scratch.Write(folder, ("AGENTS.md", "# Ours\n"), ("Directory.Build.props", "<Project>\n</Project>\n"));
        var output = Command.Expect(0, folder, "init");
        Assert.That(output.Text, Does.Contain("left out   AGENTS.md"));
        Assert.That(Read(folder, "AGENTS.md"), Is.EqualTo("# Ours\n"));
        Assert.That(Read(folder, "Directory.Build.props"), Is.EqualTo("<Project>\n</Project>\n"));
    }

    [Test]
    public void With_consent_files_are_added_to_and_keep_what_they_hold()
    {
        var folder = Shop.Folder();
        Scratch.Write(
            folder, ("AGENTS.md", "# Ours\n"), (".editorconfig", "root = true\n\n[*.cs]\nindent_size = 4\n"),
            ("Directory.Build.props",
                "<Project>\n  <PropertyGroup>\n    <Mine>1</Mine>\n  </PropertyGroup>\n</Project>\n"));
        Command.Expect(0, folder, "init", "--yes");
        Assert.That(Read(folder, "AGENTS.md"), Does.StartWith("# Ours\n\n## Findings"));
        Assert.That(
            Read(folder, ".editorconfig"), Does.StartWith("root = true\n\n[*.cs]\nindent_size = 4\n\n[*.cs]\n"));
        Assert.That(
            XDocument.Load(Path.Combine(folder, "Directory.Build.props")).Descendants("Mine").Single().Value,
            Is.EqualTo("1"));
    }

    [Test]
    public void Where_versions_are_central_the_package_is_there_for_all()
    {
        var folder = Shop.Folder();
        Scratch.Write(
            folder,
            ("Directory.Packages.props",
                "<Project>\n  <PropertyGroup>\n    <ManagePackageVersionsCentrally>true"
                + "</ManagePackageVersionsCentrally>\n  </PropertyGroup>\n</Project>\n"));
        Command.Expect(0, folder, "init", "--yes");
        var central = XDocument.Load(Path.Combine(folder, "Directory.Packages.props"));
        Assert.That(
            central.Descendants("GlobalPackageReference").Single().Attribute("Include")!.Value,
            Is.EqualTo("AiAwareAnalyzers"));
        var props = XDocument.Load(Path.Combine(folder, "Directory.Build.props"));
        Assert.That(props.Descendants("AiAwareMode").Single().Value, Is.EqualTo("Recommended"));
        Assert.That(props.Descendants("PackageReference"), Is.Empty, "a version of its own would break the restore");
    }

    [Test]
    public void A_second_run_changes_nothing()
    {
        var folder = Shop.Folder();
        Command.Expect(0, folder, "init", "--ci", "github");
        var before = Files(folder);
        var again = Command.Expect(0, folder, "init", "--ci", "github", "--yes");
        Assert.That(Files(folder), Is.EqualTo(before));
        Assert.That(again.Lines.Count(line => line.StartsWith("as it is", StringComparison.Ordinal)), Is.EqualTo(7));
    }

    [Test]
    public void The_hook_ends_with_two_where_there_is_something_to_repair()
    {
        var folder = Shop.Folder();
        Command.Expect(0, folder, "init");
        Scratch.Write(folder, ("bin/aiaware", "#!/bin/sh\necho \"1. src/Product.cs(5,5) AIA0201 warning\"\nexit 1\n"));
        Command.Run(folder, "chmod", ["+x", "bin/aiaware"]);
        var path = Path.Combine(folder, "bin") + ":" + Environment.GetEnvironmentVariable("PATH");
        var output = Command.Run(folder, "sh", [".aiaware/after-edit.sh"], ("PATH", path));
        Assert.That((output.ExitCode, output.Errors), Is.EqualTo((2, "1. src/Product.cs(5,5) AIA0201 warning\n")));
    }

    private static string Read(string folder, string name) => File.ReadAllText(Path.Combine(folder, name));

    private static string Files(string folder) =>
        string.Join(
            '\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order().Select(File.ReadAllText));
}
