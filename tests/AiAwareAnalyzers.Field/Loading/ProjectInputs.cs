namespace AiAwareAnalyzers.Field.Loading;

/// <summary>What a compiler is told about every project below the folders.</summary>
internal static class ProjectInputs
{
    /// <summary>By the build where a restore has run, otherwise by the project file.</summary>
    public static IReadOnlyDictionary<string, CompilerInput> Below(Request request)
    {
        var files = request.Folders.SelectMany(ProjectFiles.Below).Distinct().ToList();
        var answers = BuildQuestion.Ask(request.Loose ? [] : files.FindAll(IsRestored))
            .DistinctBy(answer => answer.ProjectFile)
            .ToDictionary(answer => answer.ProjectFile);
        return files.ToDictionary(file => file, file => Read(file, answers.GetValueOrDefault(file)));
    }

    private static bool IsRestored(string file) => File.Exists(PackageSet.RestoredIn(Path.GetDirectoryName(file)!));

    private static CompilerInput Read(string file, BuildAnswer? answer) =>
        answer is null ? LooseProject.Read(file) : BuiltProject.Read(answer);
}
