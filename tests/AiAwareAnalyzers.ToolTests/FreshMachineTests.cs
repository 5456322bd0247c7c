using AiAwareAnalyzers.ToolTests.Samples;

namespace AiAwareAnalyzers.ToolTests;

/// <summary>The README's commands, with the real packages, on a solution that knows nothing of them.</summary>
public sealed class FreshMachineTests
{
    /// <summary>The tool writes a reference to the package of its own version.</summary>
    private static string Version { get; } =
        Command.Expect(0, Scratch.Folder(), "--version").Text.Trim().Split('+')[0];

    [Test]
    public void Two_commands_make_what_is_old_quiet_and_what_is_new_loud()
    {
        var feed = Feed();
        var folder = FreshSolution(feed);
        var tool = Path.Combine(feed, "tools", "aiaware");
        (string, string?)[] environment = [("NUGET_PACKAGES", Path.Combine(feed, "packages"))];

        Expect(0, "init", "--ci", "github");
        var old = Expect(0, "baseline").Text.Split(' ')[0];
        Assert.That(int.Parse(old, null), Is.GreaterThan(2), "a price, an amount and a tax");
        new Git(folder).Commit("2026-03-02", "Begin");
        Assert.That(Expect(0, "check").Text, Does.Contain($"0 new findings in 0 groups, {old} baselined"));
        Assert.That(Run("dotnet", "build", "--nologo", "-v:q", "-p:AiAwareGate=true").ExitCode, Is.Zero);

        Scratch.Write(
            folder, ("Shop/Cart.cs", "namespace Shop;\n\npublic class Cart\n{\n    public float Price;\n}\n"));
        Assert.That(Expect(1, "check", "--since", "HEAD", "--format", "agent").Text, Does.Contain("Cart.cs(5,"));
        Assert.That(Run("dotnet", "build", "--nologo", "-v:q", "-p:AiAwareGate=true").ExitCode, Is.EqualTo(1));
        Expect(0, "report", "--out", "evidence");
        Assert.That(
            File.ReadAllText(Path.Combine(folder, "evidence", "report.md")),
            Does.StartWith($"## shop: 1 new finding in 1 group, {old} baselined, 0 suppressed"));

        Output Expect(int code, params string[] arguments)
        {
            var output = Run(tool, arguments);
            Assert.That(output.ExitCode, Is.EqualTo(code), output.Text + output.Errors);
            return output;
        }

        Output Run(string program, params string[] arguments) =>
            Command.Run(folder, program, arguments, environment);
    }

    /// <summary>Both packages in a folder, and the tool installed from it.</summary>
    private static string Feed()
    {
        var feed = Scratch.Folder();
        var configuration = Repository.Tool.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        foreach (var project in new[] { "src/AiAwareAnalyzers.Tool", "build/Package" })
            Command.Succeed(
                Repository.PathOf(project),
                "dotnet", "pack", "--no-restore", "--nologo", "-v:q", "-o", feed, "-c", configuration,
                $"-p:PackageVersion={Version}");
        Configure(feed, feed);
        Command.Succeed(
            feed, "dotnet", "tool", "install", "AiAwareAnalyzers.Tool", "--version", Version, "--tool-path", "tools",
            "--configfile", "nuget.config");
        return feed;
    }

    private static string FreshSolution(string feed)
    {
        var folder = Scratch.Folder();
        Configure(folder, feed);
        Command.Succeed(folder, "dotnet", "new", "classlib", "-o", "Shop", "-n", "Shop", "--no-restore");
        Command.Succeed(folder, "dotnet", "new", "sln", "-n", "Shop");
        Command.Succeed(folder, "dotnet", "sln", "add", "Shop/Shop.csproj");
        Scratch.Write(
            folder, (".gitignore", "bin/\nobj/\nevidence/\n"), ("Shop/Product.cs", Shop.Product),
            ("Shop/Payment.cs", Shop.Payment));
        return folder;
    }

    private static void Configure(string folder, string feed) => Scratch.Write(
        folder,
        ("nuget.config", $"""<configuration><packageSources><clear /><add key="packed" value="{feed}" /></packageSources></configuration>"""));
}
