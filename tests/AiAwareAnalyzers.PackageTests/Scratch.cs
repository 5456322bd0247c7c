namespace AiAwareAnalyzers.PackageTests;

/// <summary>A folder outside of every repository, gone when the tests are done.</summary>
[SetUpFixture]
public sealed class Scratch
{
    private static readonly string Root = Path.Combine(
        Path.GetTempPath(), "AiAwareAnalyzers." + Guid.NewGuid().ToString("N")[..8]);

    /// <summary>A new folder in which nothing is inherited from above.</summary>
    public static string Folder(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            File.WriteAllText(Path.Combine(folder, file), "<Project />\n");
        File.WriteAllText(Path.Combine(folder, ".editorconfig"), "root = true\n");
        return folder;
    }

    [OneTimeTearDown]
    public void CleanUp()
    {
        CompilerServer.End();
        Package.Forget();
        if (Directory.Exists(Root)) Directory.Delete(Root, recursive: true);
    }
}
