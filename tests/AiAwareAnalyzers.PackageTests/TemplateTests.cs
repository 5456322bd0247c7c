namespace AiAwareAnalyzers.PackageTests;

/// <summary>
/// <c>dotnet new aiaware-rule</c> lays the files of a new rule at their addresses. What they hold is a law of the other
/// test project.
/// </summary>
public sealed class TemplateTests
{
    [Test]
    public void A_new_rule_is_four_files_at_their_addresses()
    {
        var folder = Scratch.Folder("new-rule");
        var hive = Path.Combine(folder, "hive");
        var target = Directory.CreateDirectory(Path.Combine(folder, "repository")).FullName;
        DotNet.Succeed(
            target, "new", "install", Path.Combine(Repository.Root, "build", "Template"), "--debug:custom-hive", hive);
        DotNet.Succeed(
            target, "new", "aiaware-rule", "--name", "NewDefect", "--family", "Money", "--id", "AIA0299",
            "--debug:custom-hive", hive, "--no-update-check");

        var files = Directory.GetFiles(target, "*", SearchOption.AllDirectories);
        Assert.That(files.Select(file => Path.GetRelativePath(target, file).Replace('\\', '/')), Is.EquivalentTo(
        [
            "src/AiAwareAnalyzers/Money/NewDefect.cs",
            "src/AiAwareAnalyzers.CodeFixes/Money/NewDefectFix.cs",
            "tests/AiAwareAnalyzers.Tests/Money/NewDefectTests.cs",
            "docs/rules/AIA0299.md",
        ]));
        Assert.That(
            files.Select(File.ReadAllText),
            Is.All.Not.Contains("SomeDefect").And.All.Not.Contains("SomeFamily").And.All.Not.Contains("AIA9999"));
    }
}
