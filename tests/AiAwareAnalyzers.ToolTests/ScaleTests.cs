using System.Diagnostics;
using System.Text;

namespace AiAwareAnalyzers.ToolTests;

/// <summary>Large input: in under a minute and 500 MB.</summary>
[NonParallelizable]
public sealed class ScaleTests
{
    private const int Findings = 200_000;
    private const int Commits = 50_000;
    private const int Files = 500;
    private const int Lines = 1 + Findings / Files;
    private const long MostMemory = 500L << 20;

    [Test]
    public void Two_hundred_thousand_findings_and_fifty_thousand_commits()
    {
        var folder = Scratch.Folder();
        WriteHistory(folder);
        WriteLog(folder);
        var watch = Stopwatch.StartNew();
        var output = Command.Run(
            folder, "dotnet", [Repository.Tool, "report", "--weeks", "60", "--out", "evidence", "--logs", "shop.sarif"],
            ("SOURCE_DATE_EPOCH", "1800000000"), ("DOTNET_GCHeapHardLimit", $"0x{MostMemory:x}"));
        Assert.That(output.ExitCode, Is.Zero, output.Errors);
        TestContext.Out.WriteLine($"{watch.Elapsed.TotalSeconds:N1} s");
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromMinutes(3)), "a minute on an idle machine");
        Assert.That(
            File.ReadAllText(Path.Combine(folder, "evidence", "report.md")), Does.Contain($"{Findings} new findings"));
        Assert.That(new FileInfo(Path.Combine(folder, "evidence", "report.html")).Length, Is.LessThan(2 << 20));
    }

    private static void WriteLog(string folder)
    {
        using var log = new StreamWriter(Path.Combine(folder, "shop.sarif"));
        log.Write("""{"version":"2.1.0","runs":[{"results":[""");
        for (var number = 0; number < Findings; number++)
        {
            if (number > 0) log.Write(',');
            log.Write(
                $$$"""
                {"ruleId":"AIA{{{201 + number % 9:0000}}}","level":"warning","message":{"text":"'Price{{{number}}}' keeps money in 'double', which cannot hold most decimal fractions and adds up to wrong cents; use 'decimal'"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"file://{{{folder}}}/src/File{{{number % Files}}}.cs"},
                  "region":{"startLine":{{{1 + number / Files}}},"startColumn":9,"endLine":{{{1 + number / Files}}},"endColumn":14} } }],"properties":{"warningLevel":1} }
                """);
        }

        log.Write("""],"tool":{"driver":{"name":"Compiler","rules":[{"id":"AIA0201"}]}}}]}""");
    }

    /// <summary>A year and more of commits, each of which changes a file.</summary>
    private static void WriteHistory(string folder)
    {
        Command.Succeed(folder, "git", "init", "-q", "-b", "main");
        var start = new ProcessStartInfo("git", ["fast-import", "--quiet"])
        {
            WorkingDirectory = folder, RedirectStandardInput = true,
        };
        using var process = Process.Start(start)!;
        using (var input = process.StandardInput)
        {
            input.NewLine = "\n";
            for (var number = 0; number < Commits; number++) WriteCommit(input, number);
        }

        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero);
        Command.Succeed(folder, "git", "reset", "-q", "--hard", "main");
    }

    private static void WriteCommit(TextWriter input, int number)
    {
        var time = 1_800_000_000 - (Commits - number) * 600L;
        var message = number % 5 == 0 ? "fix: again\n\nAI-Assisted: yes" : "Go on";
        var code = new StringBuilder();
        for (var line = 0; line < Lines; line++)
            code.Append("// ").Append(line == number / Files ? number : line).Append('\n');
        input.WriteLine("commit refs/heads/main");
        input.WriteLine($"committer Developer One <one@example.com> {time} +0000");
        input.WriteLine($"data {message.Length}\n{message}");
        input.WriteLine($"M 100644 inline src/File{number % Files}.cs\ndata {code.Length}\n{code}");
    }
}
