using System.Text;

namespace AiAwareAnalyzers.Field.Loading;

/// <summary>What the package's targets, and Razor's, would hand to the compiler beside the code.</summary>
internal static class HandedOver
{
    private const string Metadata = "build_metadata.AdditionalFiles.";

    /// <summary>Settings, contracts, the project file and what it shares, and what a restore has resolved.</summary>
    public static IEnumerable<HandedFile> Settings(ProjectText project, IEnumerable<string> files)
    {
        var settings = files.Where(file => IsSettings(file) && Path.GetDirectoryName(file) == project.Folder);
        var parts = project.Parts.Where(part => !ProjectFiles.Has(part, ".targets"));
        var restored = new[] { PackageSet.RestoredIn(project.Folder) }.Where(File.Exists);
        return
        [
            .. settings.Select(file => Of(file, "AiAwareKind", "Settings")),
            .. parts.Select(file => Of(file, "AiAwareKind", "Project")),
            .. restored.Select(file => Of(file, "AiAwareKind", "Packages")),
            .. files.Where(file => IsContract(file, project)).Select(file => Of(file, "AiAwareKind", "ClientContract")),
            .. project.Elements("AiAwareContract").Select(item => Of(
                Path.GetFullPath(Path.Combine(project.Folder, (string?)item.Attribute("Include") ?? "")),
                "AiAwareKind",
                ((string?)item.Attribute("Role") ?? "Client") + "Contract")),
        ];
    }

    public static IEnumerable<HandedFile> Razor(string folder, IEnumerable<string> files) =>
        from file in files
        where ProjectFiles.Has(file, ".razor") || ProjectFiles.Has(file, ".cshtml")
        let target = Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file))
        select Of(file, "TargetPath", Convert.ToBase64String(target));

    public static Dictionary<string, string> Properties(ProjectText project) => new()
    {
        ["build_property.RootNamespace"] = project.Property("RootNamespace", otherwise: project.Name),
        ["build_property.MSBuildProjectDirectory"] = project.Folder,
        ["build_property.ProjectDir"] = project.Folder + Path.DirectorySeparatorChar,
        ["build_property.RazorLangVersion"] = "Latest",
        ["build_property.SupportLocalizedComponentNames"] = "false",
        ["build_property.AiAwareTargetFrameworks"] = project.Property("TargetFrameworks").Replace(';', '|'),
    };

    private static HandedFile Of(string file, string key, string value) =>
        new(file, new Dictionary<string, string> { [Metadata + key] = value });

    /// <summary>The document beside a project that is no web application.</summary>
    private static bool IsContract(string file, ProjectText project) =>
        Path.GetFileNameWithoutExtension(file).ToLowerInvariant() is "openapi" or "swagger"
        && Path.GetExtension(file).ToLowerInvariant() is ".json" or ".yaml" or ".yml"
        && Path.GetDirectoryName(file) == project.Folder
        && project.Sdk != "Microsoft.NET.Sdk.Web";

    private static bool IsSettings(string file) =>
        Path.GetFileName(file).StartsWith("appsettings", StringComparison.OrdinalIgnoreCase)
        && ProjectFiles.Has(file, ".json");
}
