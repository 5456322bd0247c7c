using AiAwareAnalyzers.HallucinatedApi.Files;

namespace AiAwareAnalyzers.HallucinatedApi.Sources;

/// <summary>What a project must refer to: a package, or a shared framework.</summary>
/// <param name="Reference"><c>package Dapper</c>, <c>framework Microsoft.AspNetCore.App</c>.</param>
/// <param name="Namespace">The namespace that it brings.</param>
internal sealed record RequiredReference(string Reference, string Namespace);

/// <summary>Which package or framework brings a well-known namespace or type.</summary>
internal sealed class RequiredReferences
{
    private readonly Dictionary<string, RequiredReference> _namespaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RequiredReference> _types = new(StringComparer.Ordinal);

    private RequiredReferences()
    {
        foreach (var line in KnownText.Lines(nameof(RequiredReferences))) Read(line);
    }

    public static RequiredReferences Of(Compilation compilation) =>
        Facts.Of(compilation, static _ => new RequiredReferences());

    /// <summary>Of a namespace, or of the nearest one around it that is known.</summary>
    public RequiredReference? OfNamespace(string name)
    {
        for (var outer = name;
            outer.Length > 0;
            outer = outer.LastIndexOf('.') is var dot and > 0 ? outer[..dot] : "")
            if (_namespaces.TryGetValue(outer, out var bringer)) return bringer;
        return null;
    }

    public RequiredReference? OfType(string name) => _types.TryGetValue(name, out var bringer) ? bringer : null;

    /// <summary>A line reads <c>Namespace = package Name : Type Type</c>.</summary>
    private void Read(string line)
    {
        var sides = line.Split([" = ", " : "], StringSplitOptions.None);
        var bringer = new RequiredReference(sides[1], sides[0]);
        _namespaces[sides[0]] = bringer;
        if (sides.Length < 3) return;
        foreach (var type in sides[2].Split(' ')) _types[type] = bringer;
    }
}
