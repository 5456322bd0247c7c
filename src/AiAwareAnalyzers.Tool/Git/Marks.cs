using System.IO.Enumeration;

namespace AiAwareAnalyzers.Tool.Git;

/// <summary>By what a commit says that an assistant wrote it, or that none did.</summary>
internal sealed class Marks
{
    public const string FileName = "AiAware.marks";

    /// <summary>Holds where a team writes no file of its own.</summary>
    public const string Default =
        """
        # ORIGIN PART PATTERN: 'assistant' or 'hand'; 'trailer', 'author' or 'subject'; * stands for any text.
        # The first line that fits decides; a commit that none fits is unknown, and is shown so.
        hand trailer AI-Assisted: no
        hand trailer AI-Assisted: none
        hand trailer AI-Assisted: false
        hand trailer Assisted-by: none
        assistant trailer AI-Assisted: *
        assistant trailer Assisted-by: *
        assistant trailer Generated-by: *

        """;

    private readonly IReadOnlyList<Mark> _marks;

    private Marks(IReadOnlyList<Mark> marks, IReadOnlyList<string> gaps)
    {
        _marks = marks;
        Gaps = gaps;
    }

    public IReadOnlyList<string> Gaps { get; }

    public static Marks Parse(string text)
    {
        var marks = new List<Mark>();
        var gaps = new List<string>();
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
            if (line is "" or ['#', ..]) continue;
            else if (Mark.TryParse(line) is { } mark) marks.Add(mark);
            else gaps.Add($"A line of {FileName} does not count: '{line}' is not 'ORIGIN PART PATTERN'");
        return new Marks(marks, gaps);
    }

    public Origin OriginOf(Commit commit) =>
        _marks.FirstOrDefault(mark => mark.Fits(commit))?.Origin ?? Origin.Unknown;

    private sealed record Mark(Origin Origin, string Part, string Pattern)
    {
        public static Mark? TryParse(string line)
        {
            var words = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return words is ["assistant" or "hand", "trailer" or "author" or "subject", _]
                ? new Mark(words[0] == "hand" ? Origin.Hand : Origin.Assistant, words[1], Literally(words[2]))
                : null;
        }

        public bool Fits(Commit commit) =>
            Part switch
            {
                "trailer" => commit.Trailers.Any(Matches),
                "author" => Matches(commit.Author),
                _ => Matches(commit.Subject),
            };

        /// <summary>A backslash is no sign of its own.</summary>
        private static string Literally(string pattern) => pattern.Replace(@"\", @"\\", StringComparison.Ordinal);

        private bool Matches(string text) => FileSystemName.MatchesSimpleExpression(Pattern, text);
    }
}
