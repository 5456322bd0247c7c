using System.Diagnostics;

namespace AiAwareAnalyzers.PackageTests;

/// <summary>
/// Runs the SDK as a user's shell would: without what the surrounding test run has put into the environment.
/// </summary>
internal static class DotNet
{
    private static readonly string[] Inherited =
        ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "DOTNET_HOST_PATH", "AIAWARE_BLESS"];

    /// <summary>As <see cref="Run"/>, and anything but success is a failure of the test.</summary>
    public static Output Succeed(string folder, params string[] arguments)
    {
        var output = Run(folder, arguments);
        Assert.That(output.ExitCode, Is.Zero, $"dotnet {string.Join(' ', arguments)}\n{output.Text}");
        return output;
    }

    public static Output Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var variable in Inherited) start.Environment.Remove(variable);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        CompilerServer.Serve(start.Environment);
        // A node that outlives the build would keep the pipes open, and this process waiting.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Output(process.ExitCode, text + errors.Result);
    }
}

/// <summary>What a run of the SDK printed.</summary>
internal sealed record Output(int ExitCode, string Text)
{
    public IEnumerable<Printed> Diagnostics => Text.Split('\n').Select(Printed.Read).OfType<Printed>().Distinct();
}
