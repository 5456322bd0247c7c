using System.Text.RegularExpressions;

namespace AiAwareAnalyzers.Field.Loading;

/// <summary>A path with <c>**</c>, <c>*</c> and <c>?</c>, as items of project files have them.</summary>
internal sealed class FilePattern(string pattern)
{
    private readonly Regex _shape = new($"^{Shape(pattern)}$", RegexOptions.IgnoreCase);

    public bool Fits(string path) => _shape.IsMatch(path.Replace('\\', '/'));

    /// <summary>The files on disk that fit.</summary>
    public IEnumerable<string> Find()
    {
        var star = pattern.IndexOfAny(['*', '?']);
        if (star < 0) return File.Exists(pattern) ? [pattern] : [];
        var folder = Path.GetDirectoryName(pattern[..star])!;
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(Fits)
            : [];
    }

    private static string Shape(string pattern) => Regex.Escape(pattern.Replace('\\', '/'))
        .Replace(@"\*\*/", "(.*/)?")
        .Replace(@"\*\*", ".*")
        .Replace(@"\*", "[^/]*")
        .Replace(@"\?", "[^/]");
}
