namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Types that hold JSON of whatever shape.</summary>
internal static class JsonTypes
{
    public static bool ArePossible(Compilation compilation) =>
        compilation.GetTypeByMetadataName("System.Text.Json.JsonElement") is not null
        || compilation.GetTypeByMetadataName("Newtonsoft.Json.Linq.JToken") is not null;

    /// <summary>What throws where something is missing.</summary>
    public static bool IsElement(ITypeSymbol? type) => type is { Name: "JsonElement" } && IsInLibrary(type);

    /// <summary>What answers null where something is missing.</summary>
    public static bool IsNode(ITypeSymbol? type) =>
        type is { Name: "JsonNode" or "JsonObject" or "JToken" or "JObject" } && IsInLibrary(type);

    /// <summary>A document, a part of one, or a collection of parts.</summary>
    public static bool Hold(ITypeSymbol? type) =>
        type is not null && (IsInLibrary(type) || type is INamedTypeSymbol { TypeArguments: var parts }
            && parts.Any(IsInLibrary));

    private static bool IsInLibrary(ITypeSymbol type) =>
        type.Name is "JsonElement" or "JsonDocument" or "JsonProperty" or "JsonNode" or "JsonObject" or "JsonArray"
            or "JsonValue" or "ArrayEnumerator" or "ObjectEnumerator" or "JToken" or "JObject" or "JArray"
            or "JProperty"
        && type.ContainingNamespace is { Name: "Json" or "Nodes" or "Linq" };
}
