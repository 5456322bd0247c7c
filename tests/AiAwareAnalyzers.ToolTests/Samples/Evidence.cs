using System.Text.Json;

namespace AiAwareAnalyzers.ToolTests.Samples;

/// <summary>A report, written at a time that a test knows.</summary>
internal sealed class Evidence
{
    private readonly string _folder;

    private Evidence(string folder) => _folder = folder;

    public string Page => File.ReadAllText(PathOf("report.html"));

    public string Markdown => File.ReadAllText(PathOf("report.md"));

    public JsonElement Json => JsonDocument.Parse(File.ReadAllText(PathOf("evidence.json"))).RootElement;

    public string Errors { get; private init; } = "";

    public string PathOf(string name) => Path.Combine(_folder, name);

    public static Evidence Write(string folder, string day, params string[] arguments)
    {
        var seconds = DateTimeOffset.Parse(day + "T12:00:00Z", null).ToUnixTimeSeconds();
        var output = Command.Run(
            folder, "dotnet", [Repository.Tool, "report", "--out", "evidence", .. arguments],
            ("SOURCE_DATE_EPOCH", $"{seconds}"));
        Assert.That(output.ExitCode, Is.Zero, output.Text + output.Errors);
        return new Evidence(Path.Combine(folder, "evidence")) { Errors = output.Errors };
    }
}
