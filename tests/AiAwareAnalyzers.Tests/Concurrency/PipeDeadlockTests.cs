using AiAwareAnalyzers.Concurrency;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Concurrency;

/// <summary>
/// What is flagged about pipes really never ends, and what the fix writes does: with a program that writes more than a
/// pipe holds.
/// </summary>
[Platform("Unix")]
public sealed class PipeDeadlockTests
{
    private static readonly Setting Setting = new(References.Net10);

    [TestCase(
        "var text = p.StandardOutput.ReadToEnd(); var error = p.StandardError.ReadToEnd(); return text + error;",
        TestName = "One pipe after the other")]
    [TestCase(
        "p.WaitForExit(); return p.StandardOutput.ReadToEnd() + p.StandardError.ReadToEnd();",
        TestName = "Both after the wait")]
    public async Task The_fix_ends_what_never_did(string body)
    {
        var (before, after) = await Running.Repairing<UndrainedOutput, UndrainedOutputFix>(Program(body), Setting);
        Assert.That(before, Is.EqualTo("never"));
        Assert.That(after, Is.EqualTo("1000003"));
    }

    /// <summary>
    /// The program is blocked for certain when it has written what the pipe holds, so a short patience tells as much as
    /// a long one; where it goes on, the patience is not used up.
    /// </summary>
    private static string Program(string body) => $$"""
        using System;
        using System.Diagnostics;
        using System.Threading.Tasks;

        public static class Proof
        {
            public static async Task<string> Run()
            {
                using var p = Process.Start(new ProcessStartInfo("/bin/sh")
                {
                    ArgumentList = { "-c", "head -c 1000000 /dev/zero | tr '\\0' 'x' >&2; printf abc" },
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                })!;
                var reading = Task.Run(() => Read(p));
                var isThere = await Task.WhenAny(reading, Task.Delay(Patience)) == reading;
                p.Kill(entireProcessTree: true);
                return isThere ? (await reading).Length.ToString() : "never";
            }

            private static TimeSpan Patience => TimeSpan.FromSeconds(10);

            private static string Read(Process p)
            {
                {{body}}
            }
        }
        """;
}
