using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.HallucinatedApi.Documents;

/// <summary>What a document says of a value, with all that it refers to and is composed of taken together.</summary>
internal sealed class ApiSchema
{
    /// <summary>What says something of a value that is not understood here, so that any member may be there.</summary>
    private static readonly string[] NotUnderstood =
    [
        "not", "if", "patternProperties", "discriminator", "unevaluatedProperties", "dependentSchemas", "$dynamicRef",
        "$recursiveRef"
    ];

    private readonly Dictionary<string, DocumentNode> _properties = new(StringComparer.Ordinal);
    private readonly HashSet<string> _required = new(StringComparer.Ordinal);
    private readonly HashSet<DocumentNode> _taken = [];
    private readonly ApiReferences _references;
    private DocumentNode? _items;

    public ApiSchema(DocumentNode node, ApiReferences references)
    {
        _references = references;
        Identity = references.Resolve(node) ?? node;
        Take(node);
        if (Kinds == WireKinds.None && !IsUnknown) Kinds = KindByParts;
    }

    /// <summary>Equal for all mentions of one schema.</summary>
    public DocumentNode Identity { get; }

    public WireKinds Kinds { get; private set; }

    public bool IsNullable { get; private set; }

    /// <summary>Alternatives, or something in another file: nothing is known.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>Members that are not named may be there too.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Members that are not named are refused.</summary>
    public bool IsClosed { get; private set; }

    public string Format { get; private set; } = "";

    /// <summary>A text that must look like something, as a number often does.</summary>
    public bool HasPattern { get; private set; }

    public bool IsReadOnly { get; private set; }

    public bool IsWriteOnly { get; private set; }

    public bool HasDefault { get; private set; }

    /// <summary>The values that are allowed, as they are written; null where all are.</summary>
    public ImmutableArray<string>? Values { get; private set; }

    public IEnumerable<string> Names => _properties.Keys;

    public IEnumerable<string> Required => _required.Where(_properties.ContainsKey);

    /// <summary>Whether a name that is not among <see cref="Names"/> is certainly none.</summary>
    public bool NamesAll => Kinds == WireKinds.Object && _properties.Count > 0 && !IsOpen && !IsUnknown;

    public ApiSchema? Items => _items is { } items ? new(items, _references) : null;

    private WireKinds KindByParts =>
        _properties.Count > 0 ? WireKinds.Object : _items is not null ? WireKinds.Array : WireKinds.None;

    public bool Requires(string name) => _required.Contains(name);

    public ApiSchema? Property(string name) =>
        _properties.TryGetValue(name, out var node) ? new(node, _references) : null;

    private void Take(DocumentNode node)
    {
        if (CallStack.IsNearlyFull || _references.Resolve(node) is not { } schema)
        {
            IsUnknown = true;
            return;
        }

        // A schema may be a part of itself.
        if (!_taken.Add(schema)) return;
        TakeAlternatives(schema["oneOf"]);
        TakeAlternatives(schema["anyOf"]);
        foreach (var part in schema["allOf"].Items) Take(part);
        TakeKinds(schema["type"]);
        TakeValues(schema);
        TakeMembers(schema);
        if (schema["nullable"].IsTrue || schema["x-nullable"].IsTrue) IsNullable = true;
        if (schema["format"].IsThere) Format = schema["format"].Text;
        HasPattern |= schema["pattern"].IsThere;
        IsReadOnly |= schema["readOnly"].IsTrue;
        IsWriteOnly |= schema["writeOnly"].IsTrue;
        HasDefault |= schema["default"].IsThere;
    }

    /// <summary>Something or null is no alternative; anything else is not followed.</summary>
    private void TakeAlternatives(DocumentNode alternatives)
    {
        if (!alternatives.IsThere) return;
        var values = alternatives.Items.Where(each => each["type"].Text != "null").ToList();
        IsNullable |= values.Count < alternatives.Members.Count;
        if (values.Count == 1) Take(values[0]);
        else IsUnknown = true;
    }

    private void TakeKinds(DocumentNode type)
    {
        var names = type.Kind == NodeKind.Sequence ? type.Items.Select(each => each.Text).ToArray() : [type.Text];
        IsNullable |= names.Contains("null");
        foreach (var name in names)
            Kinds |= name switch
            {
                "string" => WireKinds.Text,
                "integer" => WireKinds.Integer,
                "number" => WireKinds.Integer | WireKinds.Number,
                "boolean" => WireKinds.Boolean,
                "array" => WireKinds.Array,
                "object" => WireKinds.Object,
                _ => WireKinds.None,
            };
    }

    private void TakeValues(DocumentNode schema)
    {
        var values = schema["const"].IsThere ? [schema["const"]] : schema["enum"].Items.ToArray();
        if (values.Length == 0) return;
        IsNullable |= values.Any(value => value.IsNull);
        Values = values.Where(value => !value.IsNull).Select(value => value.Text).ToImmutableArray();
    }

    private void TakeMembers(DocumentNode schema)
    {
        foreach (var (name, member) in schema["properties"].Members)
            if (name != DocumentNode.MergeKey) _properties[name] = member;
        foreach (var name in schema["required"].Items) _required.Add(name.Text);
        if (schema["items"].IsThere) _items = schema["items"];
        var others = schema["additionalProperties"];
        IsClosed |= others.IsFalse;
        IsOpen |= (others.IsThere && !others.IsFalse) || NotUnderstood.Any(word => schema[word].IsThere);
    }
}
