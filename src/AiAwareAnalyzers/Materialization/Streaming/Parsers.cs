namespace AiAwareAnalyzers.Materialization.Streaming;

/// <summary>The calls that turn text or bytes into objects, and could do so with a stream.</summary>
internal sealed class Parsers
{
    /// <summary>Where they stand, and what they are called.</summary>
    internal static readonly ImmutableDictionary<string, string> Names =
        ImmutableDictionary.CreateRange(new Dictionary<string, string>
        {
            ["System.Text.Json.JsonSerializer"] = "Deserialize",
            ["System.Text.Json.JsonDocument"] = "Parse",
            ["System.Text.Json.Nodes.JsonNode"] = "Parse",
            ["System.Xml.Linq.XDocument"] = "Parse",
            ["System.Xml.Linq.XElement"] = "Parse",
            ["Newtonsoft.Json.JsonConvert"] = "DeserializeObject",
        });

    private readonly Dictionary<ISymbol, string> _methods = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol? _serializer;

    private Parsers(Compilation compilation)
    {
        foreach (var name in Names)
            foreach (var type in compilation.GetTypesByMetadataName(name.Key)) _methods[type] = name.Value;
        _serializer = compilation.GetTypeByMetadataName("System.Text.Json.JsonSerializer");
    }

    public static Parsers Of(Compilation compilation) => Facts.Of(compilation, static c => new Parsers(c));

    public bool Parses(IMethodSymbol method) =>
        method.Name is "Deserialize" or "Parse" or "DeserializeObject"
        && _methods.TryGetValue(method.ContainingType, out var name)
        && name == method.Name;

    public bool IsSystemTextJson(IMethodSymbol method) =>
        method.Name == "Deserialize" && SymbolEqualityComparer.Default.Equals(method.ContainingType, _serializer);

    /// <summary>Whether JSON is parsed, and not XML.</summary>
    public bool ParsesJson(IMethodSymbol method) => Parses(method) && method.ContainingNamespace.Name != "Linq";
}
