using System.Collections.Concurrent;

namespace AiAwareAnalyzers.Tests.Cases;

/// <summary>
/// Projects without code, each made once: those that grow from one share what the compiler knows of its references.
/// </summary>
internal static class EmptyProjects
{
    public const string Name = "Code";

    private static readonly AdhocWorkspace Workspace = new();

    private static readonly ConcurrentDictionary<(string, ParseOptions, CompilationOptions), Lazy<Task<Project>>>
        Made = new();

    public static Task<Project> For(Setting setting, OutputKind kind)
    {
        var options = setting.CompilationOptions.WithOutputKind(kind);
        return Made.GetOrAdd(
            (setting.References.Key, setting.ParseOptions, options),
            _ => new Lazy<Task<Project>>(() => Make(setting, options))).Value;
    }

    private static async Task<Project> Make(Setting setting, CompilationOptions options)
    {
        var project = Workspace.CurrentSolution.AddProject(Name, Name, LanguageNames.CSharp)
            .WithParseOptions(setting.ParseOptions)
            .WithCompilationOptions(options)
            .AddMetadataReferences(setting.References.Metadata);
        await project.GetCompilationAsync();
        return project;
    }
}
