using System.Diagnostics;
using AiAwareAnalyzers.Tool.Findings;
using AiAwareAnalyzers.Tool.Terminal;

namespace AiAwareAnalyzers.Tool.Building;

/// <summary>Builds a code base so that the compiler writes a log for each project.</summary>
internal sealed class SolutionBuild : IDisposable
{
    private const int PrintedErrors = 10;

    private readonly string _folder = Directory.CreateTempSubdirectory("aiaware-").FullName;

    private SolutionBuild()
    {
    }

    public IReadOnlyList<string> Logs =>
        [.. Directory.EnumerateFiles(_folder, "*.sarif").Order(StringComparer.Ordinal)];

    /// <summary>The errors of the compiler, if it had any.</summary>
    public IReadOnlyList<string> Errors { get; private set; } = [];

    public static SolutionBuild Run(Workplace workplace)
    {
        var build = new SolutionBuild();
        try
        {
            Progress.Show("Building", () => build.Errors = build.Build(workplace.Asked));
            return build;
        }
        catch
        {
            build.Dispose();
            throw;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private List<string> Build(string path)
    {
        var targets = Path.Combine(_folder, "Logs.targets");
        using (var source = typeof(SolutionBuild).Assembly.GetManifestResourceStream("Logs.targets")!)
        using (var file = File.Create(targets))
            source.CopyTo(file);

        using var process = Process.Start(StartInfo(path, targets))
            ?? throw new Complaint("'dotnet' does not start");
        var errors = process.StandardError.ReadToEndAsync();
        var lines = new List<string>();
        while (process.StandardOutput.ReadLine() is { } line) lines.Add(line);
        process.WaitForExit();
        return process.ExitCode == 0 ? [] : ErrorsIn([.. lines, .. errors.GetAwaiter().GetResult().Split('\n')]);
    }

    private ProcessStartInfo StartInfo(string path, string targets)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Directory.Exists(path) ? path : Path.GetDirectoryName(path),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "build", path, "--no-incremental", "-nologo", "-v:q", "-clp:NoSummary", "-nodeReuse:false",
            "-p:AiAwareGate=false", $"-p:AiAwareLogs={_folder}", $"-p:CustomAfterMicrosoftCommonTargets={targets}",
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return start;
    }

    private static List<string> ErrorsIn(IReadOnlyList<string> lines)
    {
        var errors = lines.Where(line => line.Contains(": error ", StringComparison.Ordinal))
            .Select(line => line.Trim())
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (errors.Count == 0) errors = [.. lines.Where(line => line.Trim().Length > 0).TakeLast(PrintedErrors)];
        return errors.Count <= PrintedErrors
            ? errors
            : [.. errors.Take(PrintedErrors), $"… and {errors.Count - PrintedErrors} more"];
    }
}
