using System.Diagnostics;

namespace AiAwareAnalyzers.ToolTests;

/// <summary>
/// Runs programs as a shell would: without what the surrounding test run has put into the environment.
/// </summary>
internal static class Command
{
    private static readonly string[] Inherited =
        ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "DOTNET_HOST_PATH", "AIAWARE_BLESS", "CI"];

    /// <summary>The tool, as a build leaves it.</summary>
    public static Output Tool(string folder, params string[] arguments) =>
        Run(folder, "dotnet", [Repository.Tool, .. arguments]);

    /// <summary>As <see cref="Tool"/>, and anything but this exit code is a failure of the test.</summary>
    public static Output Expect(int exitCode, string folder, params string[] arguments)
    {
        var output = Tool(folder, arguments);
        Assert.That(
            output.ExitCode, Is.EqualTo(exitCode), $"{string.Join(' ', arguments)}\n{output.Text}{output.Errors}");
        return output;
    }

    public static Output Succeed(string folder, string program, params string[] arguments)
    {
        var output = Run(folder, program, arguments);
        Assert.That(output.ExitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}\n{output.Text}{output.Errors}");
        return output;
    }

    public static Output Run(
        string folder, string program, IEnumerable<string> arguments, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var variable in Inherited) start.Environment.Remove(variable);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var (name, value) in environment) start.Environment[name] = value;

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Output(process.ExitCode, text, errors.Result);
    }
}

/// <summary>What a program printed.</summary>
internal sealed record Output(int ExitCode, string Text, string Errors)
{
    public string[] Lines => Text.Split('\n', StringSplitOptions.TrimEntries);
}
