using System.Reflection;

namespace AiAwareAnalyzers.PackageTests;

/// <summary>Where this repository is, and where the machine keeps its packages.</summary>
internal static class Repository
{
    public static string Root { get; } = Fact("RepositoryRoot");

    public static string PackageRoot { get; } = Fact("NuGetPackageRoot");

    /// <summary>The program that runs the rules over foreign code.</summary>
    public static string FieldProgram { get; } = Fact("FieldProgram");

    /// <summary>Copies what packing needs, as a clone would hold it.</summary>
    public static void CopyTo(string folder)
    {
        foreach (var name in new[]
        {
            "LICENSE", "README.md", "nuget.config", ".editorconfig", ".gitattributes", ".gitignore"
        })
            Copy(Path.Combine(Root, name), Path.Combine(folder, name));
        foreach (var tree in new[] { "src", "build", "docs" })
            CopyTree(Path.Combine(Root, tree), Path.Combine(folder, tree));
    }

    /// <summary>Copies a folder without what was built in it.</summary>
    public static void CopyTree(string source, string target)
    {
        foreach (var file in FilesOf(source)) Copy(file, Path.Combine(target, Path.GetRelativePath(source, file)));
    }

    private static IEnumerable<string> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder)
            .Concat(Directory.EnumerateDirectories(folder)
                .Where(inner => Path.GetFileName(inner) is not ("bin" or "obj"))
                .SelectMany(FilesOf));

    private static void Copy(string file, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target);
    }

    private static string Fact(string key) =>
        typeof(Repository).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(fact => fact.Key == key).Value!;
}
