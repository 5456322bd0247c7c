namespace AiAwareAnalyzers.Tool.Git;

/// <summary>What was done in a week that begins on a Monday.</summary>
internal sealed class Week(DateOnly monday)
{
    public DateOnly Monday { get; } = monday;

    public int Commits { get; set; }

    public int Merges { get; set; }

    public int Fixes { get; set; }

    /// <summary>Lines of source that were written.</summary>
    public int Added { get; set; }

    /// <summary>Lines that were changed again within thirty days.</summary>
    public int Reworked { get; set; }

    public static DateOnly MondayOf(DateTimeOffset time)
    {
        var day = DateOnly.FromDateTime(time.UtcDateTime);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }
}
