namespace AiAwareAnalyzers.Tool.Ledgers;

/// <summary>Reads and writes the files that a team keeps beside its solution.</summary>
internal static class LedgerFile
{
    /// <summary>Empty where there is no file.</summary>
    public static string Text(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : "";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new Complaint($"'{path}' cannot be read: {unreadable.Message}");
        }
    }

    /// <summary>Keeps the comments that are there, at the head.</summary>
    public static void Write(string path, string lines)
    {
        var comments = Text(path).Split('\n').Where(line => line.TrimStart().StartsWith('#'))
            .Select(line => line.TrimEnd() + "\n");
        WriteAll(path, string.Concat(comments) + lines);
    }

    /// <summary>A reader of the file sees the old text or the new one, and never a half.</summary>
    public static void WriteAll(string path, string text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var half = path + ".new";
            File.WriteAllText(half, text);
            File.Move(half, path, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new Complaint($"'{path}' cannot be written: {refused.Message}");
        }
    }
}
