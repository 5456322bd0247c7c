using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiAwareAnalyzers.ToolTests.Samples;

/// <summary>A SARIF log in the form in which the compiler writes it: results first, rules behind them.</summary>
internal sealed class Log(string folder)
{
    private readonly List<JsonObject> _results = [];

    public Log Add(
        string rule, string file, int line, string message, string level = "warning", JsonObject? suppression = null,
        int column = 5)
    {
        var result = new JsonObject
        {
            ["ruleId"] = rule,
            ["ruleIndex"] = 0,
            ["level"] = level,
            ["message"] = new JsonObject { ["text"] = message },
        };
        if (suppression is not null) result["suppressions"] = new JsonArray(suppression);
        result["locations"] = new JsonArray(new JsonObject
        {
            ["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = new JsonObject { ["uri"] = new Uri(Path.Combine(folder, file)).AbsoluteUri },
                ["region"] = new JsonObject
                {
                    ["startLine"] = line, ["startColumn"] = column, ["endLine"] = line, ["endColumn"] = column + 3,
                },
            },
        });
        _results.Add(result);
        return this;
    }

    public Log AddPrice(string file, int line, string name = "Price") =>
        Add("AIA0201", file, line, $"'{name}' keeps money in 'double', which adds up to wrong cents; use 'decimal'");

    public static JsonObject Pragma() => new()
    {
        ["kind"] = "inSource",
        ["properties"] = new JsonObject { ["suppressionType"] = "Pragma Directive" },
    };

    public static JsonObject Attribute(string reason) => new()
    {
        ["kind"] = "inSource",
        ["justification"] = reason,
        ["properties"] = new JsonObject { ["suppressionType"] = "SuppressMessageAttribute" },
    };

    public string Write(string name = "shop.sarif", string version = "2.1.0")
    {
        var file = Path.Combine(folder, name);
        var log = new JsonObject
        {
            ["$schema"] = "http://json.schemastore.org/sarif-2.1.0",
            ["version"] = version,
            ["runs"] = new JsonArray(new JsonObject
            {
                ["results"] = new JsonArray([.. _results.Select(result => result.DeepClone())]),
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "Compiler",
                        ["rules"] = new JsonArray(new JsonObject { ["id"] = "AIA0201" }),
                    },
                },
                ["columnKind"] = "utf16CodeUnits",
            }),
        };
        File.WriteAllText(file, log.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        return file;
    }
}
