using AiAwareAnalyzers.HallucinatedApi.Files;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.HallucinatedApi.Packages;

/// <summary>A line of a project file that names a package.</summary>
/// <param name="Element"><c>PackageReference</c>, <c>PackageVersion</c> or <c>GlobalPackageReference</c>.</param>
/// <param name="Id">As it is written.</param>
/// <param name="Place">Where the id stands.</param>
/// <param name="Version">As it is written; null where the line has none.</param>
/// <param name="IsConditional">Whether the line, or the group that it stands in, holds under a condition only.</param>
internal sealed record PackageLine(string Element, string Id, TextSpan Place, string? Version, bool IsConditional)
{
    private static readonly string[] Elements = ["PackageReference", "PackageVersion", "GlobalPackageReference"];

    /// <summary>
    /// The lines of a project file in their order. Text that is no project file has none. Never throws.
    /// </summary>
    public static ImmutableArray<PackageLine> In(string text)
    {
        var lines = ImmutableArray.CreateBuilder<PackageLine>();
        var open = new Stack<Tag>();
        foreach (var tag in Tag.In(text))
        {
            if (tag.IsEnd) Close(tag, open);
            else if (IsVersionOf(tag, open))
                lines[^1] = lines[^1] with { Version = tag.Content(text) };
            else if (LineOf(tag, open) is { } line) lines.Add(line);
            if (tag is { IsEnd: false, IsEmpty: false }) open.Push(tag);
        }

        return lines.ToImmutable();
    }

    private static PackageLine? LineOf(Tag tag, Stack<Tag> open)
    {
        if (!Elements.Contains(tag.Name, StringComparer.Ordinal)) return null;
        if ((tag["Include"] ?? tag["Update"]) is not { } id || !IsPlain(id.Value)) return null;

        var version = tag["VersionOverride"] ?? tag["Version"];
        return new PackageLine(
            tag.Name,
            id.Value.Trim(),
            id.Place,
            version?.Value,
            tag["Condition"] is not null || open.Any(outer => outer["Condition"] is not null));
    }

    /// <summary>Properties and lists are not ids.</summary>
    private static bool IsPlain(string id) => id.Trim().Length > 0 && id.IndexOfAny(['$', '@', '%', ';', '*']) < 0;

    private static bool IsVersionOf(Tag tag, Stack<Tag> open) =>
        tag.Name is "Version" or "VersionOverride"
        && open.Count > 0
        && Elements.Contains(open.Peek().Name, StringComparer.Ordinal)
        && (open.Peek()["Include"] ?? open.Peek()["Update"]) is { } id
        && IsPlain(id.Value);

    /// <summary>A tag that nobody closes does not keep the ones around it open.</summary>
    private static void Close(Tag end, Stack<Tag> open)
    {
        if (!open.Any(tag => tag.Name == end.Name)) return;
        while (open.Pop().Name != end.Name)
        {
        }
    }
}
