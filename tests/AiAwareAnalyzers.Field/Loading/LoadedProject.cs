using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.Field.Loading;

/// <summary>A project as analyzers see it: with everything that generators have added.</summary>
internal sealed partial record LoadedProject(
    CompilerInput Input, Compilation Compilation, AnalyzerOptions Options, GeneratorDriverRunResult Generated)
{
    public string Name => Path.GetFileNameWithoutExtension(Input.ProjectFile);

    /// <summary>The code and Razor files that somebody wrote, as far as their names tell.</summary>
    public IEnumerable<string> Written =>
        Input.Sources.Concat(Input.AdditionalFiles.Select(file => file.Path).Where(IsRazor)).Where(IsByHand).Distinct();

    private static bool IsRazor(string file) => ProjectFiles.Has(file, ".razor") || ProjectFiles.Has(file, ".cshtml");

    private static bool IsByHand(string file) => !NameOfGenerated().IsMatch(file);

    [GeneratedRegex(
        @"(\.g|\.generated|\.designer|AssemblyInfo|ModelSnapshot)\.cs$|/Migrations/|/obj/", RegexOptions.IgnoreCase)]
    private static partial Regex NameOfGenerated();
}
