namespace AiAwareAnalyzers.PackageTests;

/// <summary>Many projects that are restored and built at once.</summary>
internal static class Solution
{
    public static void Write(string folder, string name, IEnumerable<string> projects) =>
        File.WriteAllText(
            Path.Combine(folder, name + ".slnx"),
            $"<Solution>\n{string.Concat(projects.Select(project => Entry(folder, project)))}</Solution>\n");

    private static string Entry(string folder, string project) =>
        $"  <Project Path=\"{Path.GetRelativePath(folder, project)}\" />\n";
}

/// <summary>The machine's own feeds, and the folder into which the package was packed.</summary>
internal static class NuGet
{
    public static void Configure(string folder) =>
        File.WriteAllText(
            Path.Combine(folder, "nuget.config"),
            $"""<configuration><packageSources><add key="packed" value="{Package.Instance.Feed}" /></packageSources></configuration>""");
}
