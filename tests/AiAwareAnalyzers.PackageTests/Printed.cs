using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.PackageTests;

/// <summary>A warning or an error, as a build prints it.</summary>
internal sealed partial record Printed(
    string File, int Line, string Severity, string Id, string Message, string Project, string Framework)
{
    public override string ToString() => $"{Severity} {Id}";

    public static Printed? Read(string line)
    {
        var match = Shape().Match(line.TrimEnd());
        string Part(string name) => match.Groups[name].Value;
        // A build does not name the project beside a finding in the project's own file; a restore names the solution.
        var project = Part("project").Length > 0 ? Part("project") : Part("file").Trim();
        return match.Success
            && (project.EndsWith("proj", StringComparison.Ordinal)
                || project.EndsWith(".slnx", StringComparison.Ordinal))
            ? new Printed(
                Path.GetFileName(Part("file").Trim()),
                int.TryParse(Part("line"), out var number) ? number : 0,
                Part("severity"), Part("id"), Part("message"),
                Path.GetFileNameWithoutExtension(project),
                Part("framework"))
            : null;
    }

    [GeneratedRegex(
        @"^(?<file>[^(]*?)(\((?<line>\d+),\d+\))?\s*: (?<severity>warning|error) (?<id>[A-Z]+\d+): (?<message>.*?)( \(https?://[^)]*\))?" +
        @"( \[(?<project>[^\]:=]*)((::)?TargetFramework=(?<framework>[^\]]*))?\])?$")]
    private static partial Regex Shape();
}
