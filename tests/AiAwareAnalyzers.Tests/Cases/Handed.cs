using System.Collections.Immutable;

namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>
/// What the targets of the package hand to the compiler: files with their kind, and properties of the project.
/// </summary>
internal sealed record Handed
{
    public const string ConfigPath = "/.globalconfig";

    public ImmutableArray<(string Path, string Text)> Files { get; init; } = [];

    public ImmutableArray<(string Name, string Value)> Properties { get; init; } = [];

    public bool IsEmpty => Files.IsEmpty && Properties.IsEmpty;

    /// <summary>As the SDK writes it for the compiler, without what marks findings in a file.</summary>
    public string Config =>
        "is_global = true\n"
        + string.Concat(Properties.Select(property => $"build_property.{property.Name} = {property.Value}\n"))
        + string.Concat(
            Files.Select(file => $"[{file.Path}]\nbuild_metadata.AdditionalFiles.AiAwareKind = {KindOf(file.Path)}\n"));

    /// <summary>The kind that the targets give to a file of this name.</summary>
    private static string KindOf(string path) => System.IO.Path.GetFileName(path) switch
    {
        var name when name.StartsWith("appsettings", StringComparison.Ordinal) => "Settings",
        var name when name.StartsWith("openapi", StringComparison.Ordinal) => "ClientContract",
        var name when name.StartsWith("served", StringComparison.Ordinal) => "ServerContract",
        var name when name.EndsWith(".packages.json", StringComparison.Ordinal) => "Packages",
        "mutation-report.json" => "MutationReport",
        _ => "Project",
    };
}
