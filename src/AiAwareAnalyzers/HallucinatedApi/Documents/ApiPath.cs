namespace AiAwareAnalyzers.HallucinatedApi.Documents;

/// <summary>A path of a document, with what may be asked of it.</summary>
internal sealed class ApiPath
{
    private static readonly ImmutableHashSet<string> Methods = ImmutableHashSet.Create(
        "get", "put", "post", "delete", "options", "head", "patch", "trace");

    private readonly ApiReferences _references;

    public ApiPath(string template, DocumentNode item, ApiReferences references)
    {
        Template = template;
        _references = references;
        Segments = template.Split('/').Where(segment => segment.Length > 0).ToImmutableArray();
        var shared = ParametersOf(item).ToList();
        Operations = item.Members.Where(member => Methods.Contains(member.Name)).Select(member => new ApiOperation(
            member.Name.ToUpperInvariant(),
            template,
            member.Value,
            references,
            // What an operation says of a parameter replaces what the path says.
            ParametersOf(member.Value).Concat(shared).GroupBy(each => (each.Name, each.Place)).Select(each =>
                each.First()))).ToImmutableArray();
    }

    /// <summary><c>/orders/{id}</c></summary>
    public string Template { get; }

    public ImmutableArray<string> Segments { get; }

    public ImmutableArray<ApiOperation> Operations { get; }

    public static bool IsParameter(string segment) => segment.IndexOf('{') >= 0;

    /// <summary>Whether a text can stand for a parameter of the path, as far as its type tells.</summary>
    public bool Admits(string segment, string text)
    {
        var name = segment.Trim('{', '}');
        var schemas = Operations.SelectMany(operation => operation.Parameters)
            .Where(parameter => parameter.Place == "path" && parameter.Name == name)
            .Select(parameter => parameter.Schema)
            .ToList();
        return schemas.Count == 0 || schemas.Any(schema => schema switch
        {
            { Kinds: WireKinds.Integer } => long.TryParse(text, out _),
            { Kinds: WireKinds.Text, Format: "uuid" } => Guid.TryParse(text, out _),
            _ => true,
        });
    }

    private IEnumerable<ApiParameter> ParametersOf(DocumentNode owner)
    {
        foreach (var mention in owner["parameters"].Items)
            if (_references.Resolve(mention) is { } parameter)
                yield return new(
                    parameter["name"].Text,
                    parameter["in"].Text,
                    parameter["required"].IsTrue,
                    new ApiSchema(
                        parameter["schema"].IsThere ? parameter["schema"] : parameter,
                        _references));
    }
}
