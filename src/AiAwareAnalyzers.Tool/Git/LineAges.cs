using System.Globalization;

namespace AiAwareAnalyzers.Tool.Git;

/// <summary>When the lines of a file were last changed.</summary>
internal sealed class LineAges
{
    private readonly Dictionary<int, DateOnly> _days = [];

    private LineAges()
    {
    }

    /// <summary>Lines that nobody has committed, and those behind the end of a shallow clone, have no day.</summary>
    public static LineAges Of(GitRepository repository, string path)
    {
        var ages = new LineAges();
        if (!repository.Succeeds("ls-files", "--error-unmatch", "--", path)) return ages;
        var commit = default(BlamedCommit);
        var commits = new Dictionary<string, BlamedCommit>(StringComparer.Ordinal);
        var lines = new List<(int Line, string Hash)>();
        foreach (var line in repository.Pieces('\n', "blame", "--porcelain", "--", path))
            if (line is ['\t', ..]) continue;
            else if (line.StartsWith("committer-time ", StringComparison.Ordinal))
                commit!.Time = long.Parse(line["committer-time ".Length..], CultureInfo.InvariantCulture);
            else if (line == "boundary")
                commit!.IsBoundary = true;
            else if (HeadOf(line) is var (hash, number))
            {
                if (!commits.TryGetValue(hash, out commit)) commits[hash] = commit = new BlamedCommit();
                lines.Add((number, hash));
            }

        foreach (var (line, hash) in lines)
            if (commits[hash] is var blamed && IsCommitted(hash) && !(blamed.IsBoundary && repository.IsShallow))
                ages._days[line] = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(blamed.Time).UtcDateTime);
        return ages;
    }

    public DateOnly? this[int line] => _days.TryGetValue(line, out var day) ? day : null;

    /// <summary>Git writes zeros for a line that nobody has committed.</summary>
    private static bool IsCommitted(string hash) => hash.Trim('0').Length > 0;

    private static (string Hash, int Line)? HeadOf(string line)
    {
        var words = line.Split(' ');
        return words.Length is 3 or 4 && words[0].Length is 40 or 64 && words[0].All(char.IsAsciiHexDigit)
            && int.TryParse(words[2], CultureInfo.InvariantCulture, out var number)
            ? (words[0], number)
            : null;
    }

    private sealed class BlamedCommit
    {
        public long Time { get; set; }

        public bool IsBoundary { get; set; }
    }
}
