namespace AiAwareAnalyzers.Tool.Git;

/// <summary>What was done in a week that begins on a Monday.</summary>
internal sealed class Week(DateOnly monday)
{
    private readonly int[] _reworked = new int[Enum.GetValues<Origin>().Length];

    public DateOnly Monday { get; } = monday;

    public int Commits { get; set; }

    public int Merges { get; set; }

    public int Fixes { get; set; }

    /// <summary>Lines of source that were written.</summary>
    public int Added { get; set; }

    /// <summary>Lines that were changed again within thirty days.</summary>
    public int Reworked => _reworked.Sum();

    /// <summary>Of these, what commits of one origin had written.</summary>
    public int ReworkedOf(Origin origin) => _reworked[(int)origin];

    public void CountRework(ReworkedLines lines) => _reworked[(int)lines.Origin] += lines.Lines;

    public static DateOnly MondayOf(DateTimeOffset time)
    {
        var day = DateOnly.FromDateTime(time.UtcDateTime);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }
}
