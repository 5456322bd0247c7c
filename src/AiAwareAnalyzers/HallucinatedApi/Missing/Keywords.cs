namespace AiAwareAnalyzers.HallucinatedApi.Missing;

/// <summary>The types that C# has a word for.</summary>
internal static class Keywords
{
    private static readonly ImmutableDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["string"] = "String",
        ["int"] = "Int32",
        ["long"] = "Int64",
        ["short"] = "Int16",
        ["byte"] = "Byte",
        ["bool"] = "Boolean",
        ["char"] = "Char",
        ["double"] = "Double",
        ["float"] = "Single",
        ["decimal"] = "Decimal",
        ["object"] = "Object",
        ["uint"] = "UInt32",
        ["ulong"] = "UInt64",
    }.ToImmutableDictionary();

    /// <summary>The name of the type behind a word, or the name itself.</summary>
    public static string TypeOf(string word) => Types.TryGetValue(word, out var type) ? type : word;
}
