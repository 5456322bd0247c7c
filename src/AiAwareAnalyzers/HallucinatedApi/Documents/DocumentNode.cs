namespace AiAwareAnalyzers.HallucinatedApi.Documents;

/// <summary>A value of a JSON or YAML text.</summary>
internal sealed class DocumentNode
{
    public static readonly DocumentNode Nothing = new();

    /// <summary>The name by which YAML takes over the members of another mapping.</summary>
    public const string MergeKey = "<<";

    private const int FewMembers = 8;

    private readonly List<(string Name, DocumentNode Value)> _members = [];
    private Dictionary<string, DocumentNode>? _byName;

    private DocumentNode(NodeKind kind = NodeKind.Nothing, string text = "", bool isQuoted = false)
    {
        Kind = kind;
        Text = text;
        IsQuoted = isQuoted;
    }

    public NodeKind Kind { get; }

    /// <summary>What a scalar says; empty for objects and arrays.</summary>
    public string Text { get; }

    /// <summary>Whether a scalar is a text, whatever it looks like.</summary>
    public bool IsQuoted { get; }

    /// <summary>The members of an object, or the elements of an array, in the order of the text.</summary>
    public IReadOnlyList<(string Name, DocumentNode Value)> Members => _members;

    public IEnumerable<DocumentNode> Items => _members.Select(static member => member.Value);

    public bool IsThere => Kind != NodeKind.Nothing;

    public bool IsTrue => this is { Kind: NodeKind.Scalar, IsQuoted: false, Text: "true" or "True" or "TRUE" };

    public bool IsFalse => this is { Kind: NodeKind.Scalar, IsQuoted: false, Text: "false" or "False" or "FALSE" };

    public bool IsNull =>
        Kind == NodeKind.Nothing
        || this is { Kind: NodeKind.Scalar, IsQuoted: false, Text: "" or "~" or "null" or "Null" or "NULL" };

    /// <summary>The member of a name; <see cref="Nothing"/> where there is none.</summary>
    public DocumentNode this[string name]
    {
        get
        {
            if (_byName is not null) return _byName.TryGetValue(name, out var known) ? known : Nothing;
            foreach (var member in _members)
                if (member.Name == name) return member.Value;
            return Nothing;
        }
    }

    public static DocumentNode Scalar(string text, bool isQuoted) => new(NodeKind.Scalar, text, isQuoted);

    public static DocumentNode Mapping() => new(NodeKind.Mapping);

    public static DocumentNode Sequence() => new(NodeKind.Sequence);

    public void Add(DocumentNode element) => _members.Add(("", element));

    /// <summary>A name that comes twice keeps its first value.</summary>
    public void Add(string name, DocumentNode value)
    {
        if (this[name].IsThere) return;
        _members.Add((name, value));
        if (_byName is not null) _byName[name] = value;
        else if (_members.Count > FewMembers) _byName = NamesOf(_members);
    }

    private static Dictionary<string, DocumentNode> NamesOf(List<(string Name, DocumentNode Value)> members)
    {
        var names = new Dictionary<string, DocumentNode>(StringComparer.Ordinal);
        foreach (var (name, value) in members)
            if (!names.ContainsKey(name)) names.Add(name, value);
        return names;
    }
}

internal enum NodeKind
{
    Nothing,
    Scalar,
    Mapping,
    Sequence,
}
