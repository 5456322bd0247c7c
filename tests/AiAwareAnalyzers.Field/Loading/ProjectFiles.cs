namespace AiAwareAnalyzers.Field.Loading;

/// <summary>Which files lie below a folder, without what was built or fetched.</summary>
internal static class ProjectFiles
{
    private static readonly HashSet<string> Skipped =
        new(["bin", "obj", "node_modules", ".git", ".vs"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Every project below a folder.</summary>
    public static IEnumerable<string> Below(string folder) =>
        All(folder, _ => true).Where(file => Has(file, ".csproj"));

    /// <summary>The files of a project: what lies in the folder of another project belongs to that one.</summary>
    public static IEnumerable<string> Of(string projectFolder) => All(projectFolder, folder => !HoldsProject(folder));

    public static bool Has(string file, string extension) =>
        Path.GetExtension(file).Equals(extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>The files of a name in this folder and above it, the outermost first.</summary>
    public static IEnumerable<string> Above(string folder, string name)
    {
        var found = new Stack<string>();
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, name))) found.Push(Path.Combine(at.FullName, name));
        return found;
    }

    private static IEnumerable<string> All(string folder, Func<string, bool> enters)
    {
        var waiting = new Stack<string>([folder]);
        while (waiting.TryPop(out var at))
        {
            foreach (var file in Directory.EnumerateFiles(at).Order(StringComparer.Ordinal)) yield return file;
            foreach (var inner in Directory.EnumerateDirectories(at))
                if (IsSource(inner) && enters(inner)) waiting.Push(inner);
        }
    }

    private static bool IsSource(string folder) =>
        !Skipped.Contains(Path.GetFileName(folder)) && new DirectoryInfo(folder).LinkTarget is null;

    private static bool HoldsProject(string folder) => Directory.EnumerateFiles(folder, "*.csproj").Any();
}
