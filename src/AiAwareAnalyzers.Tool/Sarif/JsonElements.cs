using System.Text.Json;

namespace AiAwareAnalyzers.Tool.Sarif;

/// <summary>Asks JSON for what it may not hold: what is missing, or of another kind, is empty.</summary>
internal static class JsonElements
{
    public static JsonElement Child(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child) ? child : default;

    public static JsonElement First(this JsonElement array) =>
        array.ValueKind == JsonValueKind.Array && array.GetArrayLength() > 0 ? array[0] : default;

    public static IEnumerable<JsonElement> Items(this JsonElement array) =>
        array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : [];

    public static string Text(this JsonElement parent, string name) =>
        parent.Child(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() ?? "" : "";

    public static int Number(this JsonElement parent, string name) =>
        parent.Child(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value)
            ? value
            : 0;
}
