namespace AiAwareAnalyzers.Knowledge;

/// <summary>The files beside the code that the package's targets hand to the compiler, each with its kind.</summary>
internal static class ProjectFiles
{
    /// <summary><c>appsettings.json</c> and its companions.</summary>
    public const string Settings = "Settings";

    /// <summary>The project file, and the files with properties and versions that it shares with others.</summary>
    public const string Project = "Project";

    /// <summary>What NuGet has resolved.</summary>
    public const string Packages = "Packages";

    /// <summary>What a mutation test has found.</summary>
    public const string MutationReport = "MutationReport";

    /// <summary>OpenAPI documents of services that the project calls.</summary>
    public const string ClientContract = "ClientContract";

    /// <summary>OpenAPI documents of what the project serves itself.</summary>
    public const string ServerContract = "ServerContract";

    private const string Kind = "build_metadata.AdditionalFiles.AiAwareKind";

    /// <summary>The files of a kind, each once, however often a project lists it.</summary>
    public static IEnumerable<AdditionalText> Of(string kind, AnalyzerOptions options)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in options.AdditionalFiles)
            if (IsOf(kind, file, options) && seen.Add(file.Path)) yield return file;
    }

    /// <summary>A property of the project that the targets make visible; empty where they do not.</summary>
    public static string Property(string name, AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property." + name, out var value)
            ? value
            : "";

    /// <summary>Whether the project itself lists a file, and no target of the package does.</summary>
    public static bool IsOwn(AdditionalText file, AnalyzerOptions options) => KindOf(file, options).Length == 0;

    private static bool IsOf(string kind, AdditionalText file, AnalyzerOptions options) =>
        string.Equals(KindOf(file, options), kind, StringComparison.OrdinalIgnoreCase);

    private static string KindOf(AdditionalText file, AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(Kind, out var handed) ? handed : "";
}
