using System.Diagnostics;
using AiAwareAnalyzers.Tests.Cases;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>
/// Nothing throws, hangs or overflows on generated programs, and nothing takes four times the time for twice the code.
/// The programs run in a process of their own, so that one that kills it is a failed test and not a dead runner.
/// </summary>
/// <remarks>
/// A share of the programs runs here; <c>AIAWARE_FUZZ=100000</c> runs so many, <c>AIAWARE_FUZZ=all</c> every one.
/// </remarks>
public sealed class FuzzLaws
{
    private const string Project = "AiAwareAnalyzers.Fuzz";

    /// <summary>What fits into a run of all tests.</summary>
    private const string Share = "400";

    /// <summary>Each host grows the half of the shapes that the other one does not.</summary>
    private static readonly string Half = Host.IsNewest ? "0/2" : "1/2";

    [Test]
    public void Generated_programs_are_survived()
    {
        var run = Run("--inputs", Environment.GetEnvironmentVariable("AIAWARE_FUZZ") ?? Share, "--deaths", "5");
        Assert.That(run.ExitCode, Is.Zero, run.Text);
    }

    [Test]
    public void Growing_code_costs_what_it_grows()
    {
        var run = Run("--growth", "8", "--shapes", Half);
        Assert.That(run.ExitCode, Is.Zero, run.Text);
    }

    /// <summary>What the program ends with, and all that it says.</summary>
    internal static (int ExitCode, string Text) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text + errors.Result);
    }

    /// <summary>The program is built beside these tests, for the same host.</summary>
    private static string Program => Path.Combine(
        AppContext.BaseDirectory.Replace(typeof(FuzzLaws).Assembly.GetName().Name!, Project, StringComparison.Ordinal),
        $"{Project}.dll");
}
