using System.Globalization;
using System.Text.RegularExpressions;
using AiAwareAnalyzers.Tool.Sarif;

namespace AiAwareAnalyzers.Tool.Git;

/// <summary>The lines of the files on disk that differ from what they were when this branch left another.</summary>
internal sealed partial class ChangedLines
{
    private readonly Dictionary<string, List<(int First, int Last)>> _lines = new(StringComparer.Ordinal);

    public static ChangedLines Since(GitRepository repository, string reference)
    {
        var commit = repository.Resolve(reference);
        if (!repository.Succeeds("merge-base", commit, "HEAD"))
            throw new Complaint(repository.IsShallow
                ? $"This clone is shallow and does not reach '{reference}': {GitRepository.DeepenIt}"
                : $"'{reference}' and this branch have no common commit");

        var changed = new ChangedLines();
        var before = repository.Text("merge-base", commit, "HEAD").Trim();
        changed.Read(repository, before);
        foreach (var file in repository.Pieces('\0', "ls-files", "--others", "--exclude-standard", "-z"))
            changed.Add(Path.Combine(repository.Root, file), 1, int.MaxValue);
        return changed;
    }

    public bool Touch(string path, Region region) =>
        _lines.TryGetValue(path, out var changes)
        && changes.Exists(change => region.Line <= change.Last && region.EndLine >= change.First);

    private void Read(GitRepository repository, string before)
    {
        var path = "";
        string[] diff = ["diff", "-U0", "-M", "--no-ext-diff", "--no-textconv", "--dst-prefix=b/", before, "--"];
        var isHead = true;
        foreach (var line in repository.Pieces('\n', diff))
            if (line.StartsWith("diff --git ", StringComparison.Ordinal))
                isHead = true;
            else if (isHead && line.StartsWith("+++ ", StringComparison.Ordinal))
                path = Path.Combine(repository.Root, Unquoted(line[4..].TrimEnd('\t', '\r'))["b/".Length..]);
            else if (Hunk().Match(line) is { Success: true } hunk)
            {
                isHead = false;
                AddHunk(path, hunk);
            }
    }

    /// <summary>Where lines were only taken out, nothing is left to speak about.</summary>
    private void AddHunk(string path, Match hunk)
    {
        var first = int.Parse(hunk.Groups["first"].Value, CultureInfo.InvariantCulture);
        var count = hunk.Groups["count"].Success
            ? int.Parse(hunk.Groups["count"].Value, CultureInfo.InvariantCulture)
            : 1;
        if (count > 0) Add(path, first, first + count - 1);
    }

    private void Add(string path, int first, int last)
    {
        if (!_lines.TryGetValue(path, out var changes)) _lines[path] = changes = [];
        changes.Add((first, last));
    }

    /// <summary>Git quotes names that hold quotes, tabs or line ends.</summary>
    private static string Unquoted(string name) =>
        name is ['"', .., '"'] ? Regex.Unescape(name[1..^1]) : name == "/dev/null" ? "b/" : name;

    [GeneratedRegex(@"^@@ -\d+(,\d+)? \+(?<first>\d+)(,(?<count>\d+))? @@")]
    private static partial Regex Hunk();
}
