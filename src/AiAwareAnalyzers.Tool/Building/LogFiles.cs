using AiAwareAnalyzers.Tool.Ledgers;

namespace AiAwareAnalyzers.Tool.Building;

/// <summary>Logs that are there already.</summary>
internal static class LogFiles
{
    /// <summary>Files as they are named; of a folder every <c>.sarif</c> below it.</summary>
    public static IReadOnlyList<string> In(IEnumerable<string> paths) => [.. paths.SelectMany(Expand)];

    private static IEnumerable<string> Expand(string path)
    {
        if (File.Exists(path)) return [path];
        if (!Directory.Exists(path)) throw new Complaint($"There is no log '{path}'");
        var logs = SourceFile.Below(path, "*.sarif").ToList();
        return logs.Count > 0 ? logs : throw new Complaint($"There is no .sarif file below '{path}'");
    }
}
