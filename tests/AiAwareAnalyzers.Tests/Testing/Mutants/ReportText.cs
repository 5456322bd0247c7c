using System.Text.Json;

namespace AiAwareAnalyzers.Tests.Testing.Mutants;

/// <summary>A change of code, as a mutation report lists it: the first place of the original is meant.</summary>
internal sealed record Change(string Original, string? Replacement, string Kind = "Equality mutation")
{
    public string Status { get; init; } = "Survived";

    public string[] CoveredBy { get; init; } = [];

    public string[] KilledBy { get; init; } = [];

    public Change That(string status) => this with { Status = status };

    public Dictionary<string, object?> In(string code)
    {
        var start = code.IndexOf(Original, StringComparison.Ordinal);
        return new()
        {
            ["id"] = "1",
            ["mutatorName"] = Kind,
            ["replacement"] = Replacement,
            ["status"] = Status,
            ["static"] = false,
            ["location"] = new { start = Position(code, start), end = Position(code, start + Original.Length) },
            ["coveredBy"] = CoveredBy,
            ["killedBy"] = KilledBy,
        };
    }

    private static object Position(string code, int at) => new
    {
        line = code[..at].Count(letter => letter == '\n') + 1,
        column = at - code.LastIndexOf('\n', Math.Max(0, at - 1)),
    };
}

/// <summary>A mutation report as the tool writes it.</summary>
internal sealed record ReportText
{
    public object Version { get; init; } = "2";

    public (string Path, string Code, Change[] Changes)[] Files { get; init; } = [];

    /// <summary>The tests of each file, by their ids.</summary>
    public (string Path, (string Id, string Name)[] Tests)[] Tests { get; init; } = [];

    public override string ToString() => JsonSerializer.Serialize(new
    {
        schemaVersion = Version,
        thresholds = new { high = 80, low = 60 },
        projectRoot = "/0",
        files = Files.ToDictionary(
            file => file.Path,
            file => new
            {
                language = "cs",
                source = file.Code,
                mutants = file.Changes.Select(change => change.In(file.Code)),
            }),
        testFiles = Tests.ToDictionary(
            file => file.Path,
            file => new
            {
                language = "cs",
                source = "",
                tests = file.Tests.Select(test => new { id = test.Id, name = test.Name }),
            }),
    });
}
