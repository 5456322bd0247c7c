using System.Text.Json;

namespace ValidCode.Materialization;

/// <summary>Files read line by line, or read whole because they must be.</summary>
public static class Files
{
    public static int CountErrors(string path) =>
        File.ReadLines(path).Count(line => line.Contains("ERROR", StringComparison.Ordinal));

    /// <summary>Lines that are indexed and counted are a table, not a stream.</summary>
    public static string Middle(string path)
    {
        var lines = File.ReadAllLines(path);
        return lines[lines.Length / 2];
    }

    /// <summary>The same file is written: it must be read to its end first.</summary>
    public static void Trim(string path)
    {
        var lines = File.ReadAllLines(path);
        File.WriteAllLines(path, lines.Select(line => line.TrimEnd()));
    }

    /// <summary>Files are deleted while they are listed: the list is taken first.</summary>
    public static void Clean(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.tmp")) File.Delete(file);
    }

    public static long Size(string folder)
    {
        long size = 0;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles()) size += file.Length;
        return size;
    }

    public static async Task<Settings?> LoadAsync(string path, CancellationToken token)
    {
        await using var stream = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<Settings>(stream, cancellationToken: token);
    }

    public static IEnumerable<string[]> Rows(string path)
    {
        foreach (var line in File.ReadLines(path)) yield return line.Split(';');
    }

    public static string Template(string path) =>
        File.ReadAllText(path).Replace("{year}", "2025", StringComparison.Ordinal);
}

public sealed record Settings(string Name, int Retries);
