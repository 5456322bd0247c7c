namespace AiAwareAnalyzers.HallucinatedApi.Documents;

/// <summary>An OpenAPI document of version 2.0, 3.0 or 3.1.</summary>
internal sealed class ApiDocument
{
    private ApiDocument(DocumentNode root)
    {
        var references = new ApiReferences(root);
        var items = root["paths"].Members
            .Where(path => path.Name.StartsWith("/", StringComparison.Ordinal))
            .Select(path => (path.Name, Item: references.Resolve(path.Value)))
            .ToList();
        IsWhole = items.All(item => item.Item is not null);
        Paths = items.Where(item => item.Item is not null)
            .Select(item => new ApiPath(item.Name, item.Item!, references))
            .ToImmutableArray();
        Beginnings = Paths.Select(static path => path.Segments.FirstOrDefault())
            .OfType<string>()
            .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        Hosts = HostsOf(root).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        SharedSegments = Paths.IsEmpty ? 0 : SharedBy(Paths);
    }

    public ImmutableArray<ApiPath> Paths { get; }

    /// <summary>The first segments of its paths.</summary>
    public ImmutableHashSet<string> Beginnings { get; }

    /// <summary>Whether none of its paths is described in another file.</summary>
    public bool IsWhole { get; }

    /// <summary>Where it says that the interface is served.</summary>
    public ImmutableHashSet<string> Hosts { get; }

    /// <summary>How many segments all of its paths begin with.</summary>
    public int SharedSegments { get; }

    /// <summary>Null where the text cannot be read, or is no such document. Never throws.</summary>
    public static ApiDocument? Read(string text) =>
        DocumentReader.Read(text) is { } root
        && (root["swagger"].Text == "2.0" || root["openapi"].Text.StartsWith("3.", StringComparison.Ordinal))
            ? new(root)
            : null;

    private static IEnumerable<string> HostsOf(DocumentNode root)
    {
        if (root["host"].IsThere) yield return root["host"].Text.Split(':')[0];
        foreach (var server in root["servers"].Items)
            if (Uri.TryCreate(server["url"].Text, UriKind.Absolute, out var address) && address.Host.Length > 0)
                yield return address.Host;
    }

    private static int SharedBy(ImmutableArray<ApiPath> paths)
    {
        var shared = paths[0].Segments.Length - 1;
        foreach (var path in paths)
        {
            var same = 0;
            while (same < shared
                && same < path.Segments.Length - 1
                && path.Segments[same] == paths[0].Segments[same]
                && !ApiPath.IsParameter(path.Segments[same])) same++;
            shared = same;
        }

        return Math.Max(0, shared);
    }
}
