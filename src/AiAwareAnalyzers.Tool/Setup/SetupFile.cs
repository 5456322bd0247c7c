using System.Reflection;
using AiAwareAnalyzers.Governance.Ledgers;
using AiAwareAnalyzers.Tool.Git;
using AiAwareAnalyzers.Tool.Ledgers;

namespace AiAwareAnalyzers.Tool.Setup;

/// <summary>A file that <c>init</c> writes, or adds to.</summary>
/// <param name="Name">Relative to the root.</param>
/// <param name="Merge">The text with what is added; null where it is there already or cannot be added safely.</param>
internal sealed record SetupFile(string Name, string Purpose, Func<string, string?> Merge)
{
    public static IEnumerable<SetupFile> For(string root, string mode, string ci, ZoneSurvey survey)
    {
        foreach (var file in References(root, mode)) yield return file;
        yield return new(".editorconfig", "the high-risk zones", before => EditorConfig.Merge(before, survey));
        yield return new(InvariantSentences.FileName, "what must hold, one sentence a line", OnlyNew(Texts.Invariants));
        yield return new(Marks.FileName, "how commits tell who wrote them", OnlyNew(Marks.Default));
        yield return new(
            "AGENTS.md", "what a coding agent does after each change", Append(Texts.Agents, "aiaware check"));
        yield return new(".aiaware/after-edit.sh", "a hook for coding agents", OnlyNew(Texts.Hook));
        if (CiFile(ci) is { } step) yield return step;
    }

    private static IEnumerable<SetupFile> References(string root, string mode)
    {
        const string shared = "Directory.Build.props";
        var isCentral = Props.AreVersionsCentral(
            LedgerFile.Text(Path.Combine(root, Props.CentralName)), LedgerFile.Text(Path.Combine(root, shared)));
        if (!isCentral)
            return [new(shared, $"the package, and the mode {mode}", before => Props.Merge(before, mode, Version))];
        return
        [
            new(Props.CentralName, "the package", before => Props.MergeCentral(before, Version)),
            new(shared, $"the mode {mode}", before => Props.Merge(before, mode, version: null)),
        ];
    }

    private static string Version { get; } =
        typeof(SetupFile).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    private static SetupFile? CiFile(string ci) => ci switch
    {
        "github" => new(".github/workflows/aiaware.yml", "a workflow for GitHub", OnlyNew(Texts.GitHub)),
        "azure" => new("azure-pipelines.aiaware.yml", "a template for Azure Pipelines", OnlyNew(Texts.Azure)),
        "gitlab" => new(".gitlab/aiaware.yml", "a job for GitLab, to be included", OnlyNew(Texts.GitLab)),
        _ => null,
    };

    private static Func<string, string?> OnlyNew(string text) => before => before.Length == 0 ? text : null;

    private static Func<string, string?> Append(string text, string sign) => before =>
        before.Contains(sign, StringComparison.Ordinal) ? null
        : before.Length == 0 ? text
        : $"{before.TrimEnd()}\n\n{text}";
}
