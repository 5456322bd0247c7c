namespace AiAwareAnalyzers.HallucinatedApi.Documents;

/// <summary>Where <c>$ref</c> leads to inside of a document.</summary>
internal sealed class ApiReferences(DocumentNode root)
{
    private const int Longest = 16;

    /// <summary>What a node stands for; null where it is in another file, nowhere, or behind itself.</summary>
    public DocumentNode? Resolve(DocumentNode node)
    {
        for (var steps = 0; steps < Longest; steps++)
        {
            var reference = node["$ref"];
            if (!reference.IsThere) return node;
            if (Find(reference.Text) is not { } found) return null;
            node = found;
        }

        return null;
    }

    private DocumentNode? Find(string pointer)
    {
        if (!pointer.StartsWith("#/", StringComparison.Ordinal)) return null;
        var found = root;
        foreach (var part in pointer[2..].Split('/'))
            found = Member(found, Uri.UnescapeDataString(part).Replace("~1", "/").Replace("~0", "~"));
        return found.IsThere ? found : null;
    }

    private static DocumentNode Member(DocumentNode node, string name) =>
        node.Kind != NodeKind.Sequence ? node[name]
        : int.TryParse(name, out var at) && at >= 0 && at < node.Members.Count ? node.Members[at].Value
        : DocumentNode.Nothing;
}
