namespace AiAwareAnalyzers.HallucinatedApi.Documents;

/// <summary>What may be asked of one path with one method.</summary>
internal sealed class ApiOperation
{
    private readonly DocumentNode _node;
    private readonly ApiReferences _references;

    public ApiOperation(
        string method,
        string path,
        DocumentNode node,
        ApiReferences references,
        IEnumerable<ApiParameter> parameters)
    {
        Method = method;
        Name = $"{method} {path}";
        _node = node;
        _references = references;
        Parameters = parameters.ToImmutableArray();
    }

    /// <summary>In capitals.</summary>
    public string Method { get; }

    public ImmutableArray<ApiParameter> Parameters { get; }

    public IEnumerable<ApiParameter> Query => Parameters.Where(parameter => parameter.Place == "query");

    /// <summary>As one speaks of it: <c>GET /orders/{id}</c>.</summary>
    public string Name { get; }

    /// <summary>The JSON that is sent; null where none is, or where it may be something else.</summary>
    public ApiSchema? Body
    {
        get
        {
            if (Parameters.FirstOrDefault(parameter => parameter.Place == "body") is { } body) return body.Schema;
            return _references.Resolve(_node["requestBody"]) is { } request ? JsonOf(request) : null;
        }
    }

    /// <summary>The JSON that comes back on success; null where none is told, or several things are.</summary>
    public ApiSchema? Answer
    {
        get
        {
            var answers = Successes.Select(success => _references.Resolve(success.Value)).ToList();
            if (answers.Count == 0 || answers.Any(answer => answer is null)) return null;
            var schemas = answers.Select(answer => JsonOf(answer!)).OfType<ApiSchema>().ToList();
            return schemas.Count > 0 && schemas.Select(schema => schema.Identity).Distinct().Count() == 1
                ? schemas[0]
                : null;
        }
    }

    /// <summary>The codes of success; empty where not all of them are told.</summary>
    public IEnumerable<string> SuccessCodes =>
        _node["responses"]["default"].IsThere || Successes.Any(success => !success.Name.All(char.IsDigit))
            ? []
            : Successes.Select(success => success.Name);

    private IEnumerable<(string Name, DocumentNode Value)> Successes =>
        _node["responses"].Members.Where(response => response.Name.StartsWith("2", StringComparison.Ordinal));

    private ApiSchema? JsonOf(DocumentNode message)
    {
        if (message["schema"].IsThere) return new(message["schema"], _references);
        foreach (var (type, content) in message["content"].Members)
            if (IsJson(type) && content["schema"].IsThere) return new(content["schema"], _references);
        return null;
    }

    private static bool IsJson(string type) =>
        type.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0 || type == "*/*";
}

/// <summary>What an operation is told besides its body.</summary>
internal sealed record ApiParameter(string Name, string Place, bool IsRequired, ApiSchema Schema);
