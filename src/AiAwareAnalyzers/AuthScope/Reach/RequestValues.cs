using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.AuthScope.Reach;

/// <summary>
/// What a handler gets from a request: bound parameters, bound properties, what it deserializes itself.
/// </summary>
internal static class RequestValues
{
    private static readonly ImmutableHashSet<string> Elsewhere = WordSet.Of(
        "FromServicesAttribute FromKeyedServicesAttribute");

    /// <summary>Whether a parameter is filled from the request, and not by a service.</summary>
    public static bool MayBeBound(IParameterSymbol parameter) =>
        !parameter.GetAttributes().Any(attribute => Elsewhere.Contains(attribute.AttributeClass?.Name ?? ""));

    /// <summary><c>var order = await request.ReadFromJsonAsync&lt;Order&gt;();</c></summary>
    public static IEnumerable<ILocalSymbol> DeserializedIn(IOperation body) =>
        body.Descendants().OfType<IVariableDeclaratorOperation>()
            .Where(variable => variable.Initializer?.Value is { } value && IsRead(value.Bare()))
            .Select(variable => variable.Symbol);

    /// <summary>Properties of a page that a form fills.</summary>
    public static IEnumerable<IPropertySymbol> BoundPropertiesOf(INamedTypeSymbol? page) =>
        page?.GetMembers().OfType<IPropertySymbol>()
            .Where(property => AttributeOf(property, "BindPropertyAttribute") is not null)
        ?? [];

    /// <summary>The only members that <c>[Bind("Name,Price")]</c> fills; none where all are.</summary>
    public static ImmutableHashSet<string> NamesBoundTo(ISymbol bound) =>
        AttributeOf(bound, "BindAttribute")?.ConstructorArguments is { Length: 1 } arguments
        && arguments[0].Kind == TypedConstantKind.Array
            ? arguments[0].Values.Select(name => name.Value as string ?? "")
                .SelectMany(name => name.Split(','))
                .Select(name => name.Trim())
                .ToImmutableHashSet()
            : ImmutableHashSet<string>.Empty;

    /// <summary>Where a value is declared; the endpoint itself for one that stands in another file.</summary>
    public static Location PlaceOf(ISymbol bound, Endpoint endpoint) =>
        bound.Locations.FirstOrDefault(place => place.SourceTree == endpoint.Syntax.SyntaxTree) ?? endpoint.Place;

    private static AttributeData? AttributeOf(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == name);

    private static bool IsRead(IOperation value) =>
        value is IInvocationOperation { TargetMethod: { Name: "ReadFromJsonAsync", ContainingType.Name:
            "HttpRequestJsonExtensions" } };
}
