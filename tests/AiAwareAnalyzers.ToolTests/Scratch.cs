namespace AiAwareAnalyzers.ToolTests;

/// <summary>A folder outside of every repository, gone when the tests are done.</summary>
[SetUpFixture]
public sealed class Scratch
{
    private static readonly string Root = Directory.CreateTempSubdirectory("aiaware-tests-").FullName;
    private static int s_count;

    /// <summary>A new folder with these files.</summary>
    public static string Folder(params (string Name, string Text)[] files)
    {
        var folder = Path.Combine(Root, $"{Interlocked.Increment(ref s_count)}", "shop");
        Directory.CreateDirectory(folder);
        Write(folder, files);
        return folder;
    }

    public static void Write(string folder, params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            var file = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    [OneTimeTearDown]
    public void CleanUp() => Directory.Delete(Root, recursive: true);
}
