using AiAwareAnalyzers.ToolTests.Samples;

namespace AiAwareAnalyzers.ToolTests;

/// <summary>The tool as users get it: packed, installed from a folder, run by its name.</summary>
public sealed class PackTests
{
    private const string Id = "AiAwareAnalyzers.Tool";

    private static readonly string Version = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}.{Environment.ProcessId}";

    private string _feed = null!;

    [OneTimeSetUp]
    public void Pack()
    {
        _feed = Scratch.Folder();
        var configuration = Repository.Tool.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        Command.Succeed(
            Repository.PathOf("src", Id),
            "dotnet", "pack", "--no-build", "--nologo", "-v:q", "-o", _feed, "-c", configuration,
            $"-p:PackageVersion={Version}");
        Scratch.Write(
            _feed,
            ("nuget.config", $"""<configuration><packageSources><clear /><add key="packed" value="{_feed}" /></packageSources></configuration>"""));
    }

    [Test]
    public void It_is_installed_and_runs_by_its_name()
    {
        var folder = Shop.Folder();
        var log = Shop.Log(folder).Write();
        Command.Succeed(
            _feed,
            "dotnet", "tool", "install", Id, "--version", Version, "--tool-path", "tools",
            "--configfile", "nuget.config");
        var tool = Path.Combine(_feed, "tools", "aiaware");
        var output = Command.Run(folder, tool, ["check", "--logs", log]);
        Assert.That(output.ExitCode, Is.EqualTo(1), output.Errors);
        Assert.That(output.Text, Does.Contain("3 new findings in 2 groups"));
        Assert.That(Command.Succeed(folder, tool, "--version").Text, Does.StartWith("0.1.0"));
    }

    [Test]
    public void It_runs_without_being_installed()
    {
        var folder = Shop.Folder();
        var log = Shop.Log(folder).Write();
        var output = Command.Run(
            folder, "dotnet",
            ["dnx", $"{Id}@{Version}", "--yes", "--source", _feed, "check", "--fail-on", "never", "--logs", log],
            ("NUGET_PACKAGES", Path.Combine(_feed, "packages")));
        Assert.That(output.ExitCode, Is.Zero, output.Text + output.Errors);
        Assert.That(output.Text, Does.Contain("3 new findings in 2 groups"));
    }
}
