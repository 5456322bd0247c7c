using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.PackageTests;

/// <summary>A warning or an error, as a build prints it.</summary>
internal sealed partial record Printed(string File, int Line, string Severity, string Id, string Message, string Project)
{
    public bool IsOurs => Id.StartsWith("AIA", StringComparison.Ordinal);

    public override string ToString() => $"{Severity} {Id}";

    public static Printed? Read(string line)
    {
        var match = Shape().Match(line.TrimEnd());
        return match.Success
            ? new Printed(
                Path.GetFileName(match.Groups["file"].Value.Trim()),
                int.TryParse(match.Groups["line"].Value, out var number) ? number : 0,
                match.Groups["severity"].Value,
                match.Groups["id"].Value,
                match.Groups["message"].Value,
                Path.GetFileNameWithoutExtension(match.Groups["project"].Value))
            : null;
    }

    [GeneratedRegex(@"^(?<file>[^(]*?)(\((?<line>\d+),\d+\))?\s*: (?<severity>warning|error) (?<id>[A-Z]+\d+): (?<message>.*?)( \(https?://[^)]*\))? \[(?<project>[^\]:]*)(::[^\]]*)?\]$")]
    private static partial Regex Shape();
}
