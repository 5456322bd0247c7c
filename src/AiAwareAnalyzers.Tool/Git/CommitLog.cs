using System.Globalization;

namespace AiAwareAnalyzers.Tool.Git;

/// <summary>Reads the history while git prints it, oldest commit first.</summary>
internal static class CommitLog
{
    private const char Head = '\u001e';
    private const char Field = '\u001f';
    private const char Trailer = '\u001d';

    private const string Format =
        "--format=%x1e%H%x1f%P%x1f%ct%x1f%an <%ae>%x1f%(trailers:only,unfold,separator=%x1d)%x1f%s";

    private static readonly string[] Sources = [".cs", ".razor", ".cshtml"];

    public static IEnumerable<Commit> Read(GitRepository repository, DateTimeOffset? since)
    {
        List<string> arguments = ["log", "--reverse", "--topo-order", "--numstat", "-M", "-z", "--no-ext-diff", Format];
        if (since is { } start) arguments.Add($"--since={start.ToUnixTimeSeconds()}");
        arguments.Add("HEAD");
        arguments.Add("--");

        Commit? commit = null;
        var changes = new List<FileChange>();
        using var pieces = repository.Pieces('\0', [.. arguments]).GetEnumerator();
        while (pieces.MoveNext())
            if (pieces.Current is [Head, ..] head)
            {
                if (commit is not null) yield return commit with { Changes = changes };
                commit = ReadHead(head);
                changes = [];
            }
            else if (ReadChange(pieces) is { } change)
                changes.Add(change);

        if (commit is not null) yield return commit with { Changes = changes };
    }

    /// <summary>The subject stands last: nothing that an author writes there can pass for another field.</summary>
    private static Commit ReadHead(string piece)
    {
        var fields = piece[1..].Split(Field, 6);
        if (fields.Length < 6 || !long.TryParse(fields[2], CultureInfo.InvariantCulture, out var seconds))
            throw new Complaint("git log prints what cannot be understood; a newer git may help");
        return new Commit(
            fields[0],
            DateTimeOffset.FromUnixTimeSeconds(seconds),
            fields[1].Contains(' ', StringComparison.Ordinal),
            fields[3],
            fields[4].Split(Trailer, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            fields[5].Trim());
    }

    /// <summary>Null for what is no source; a renamed file has its two names behind it.</summary>
    private static FileChange? ReadChange(IEnumerator<string> pieces)
    {
        var parts = pieces.Current.TrimStart('\n').Split('\t', 3);
        if (parts.Length < 3) return null;
        var (path, oldPath) = (parts[2], default(string));
        if (path.Length == 0 && pieces.MoveNext())
        {
            oldPath = pieces.Current;
            if (pieces.MoveNext()) path = pieces.Current;
        }

        return Sources.Any(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var added)
            && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var removed)
            ? new FileChange(path, oldPath, added, removed)
            : null;
    }
}
