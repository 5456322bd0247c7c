namespace ValidCode.EdgeCases;

/// <summary>Local time where it is meant: for people, for logs, for measuring.</summary>
public sealed class Clocks(TimeProvider time)
{
    public void Stamp(Loan loan)
    {
        loan.CreatedAt = DateTime.UtcNow;
        loan.DueAt = time.GetUtcNow().UtcDateTime.AddDays(14);
    }

    public bool IsDue(Loan loan) => loan.DueAt < time.GetUtcNow();

    public string Greeting() => $"Good {(DateTime.Now.Hour < 12 ? "morning" : "evening")}";

    public int Year() => DateTime.Now.Year;

    public TimeSpan Measure(Action work)
    {
        var start = DateTime.Now;
        work();
        return DateTime.Now - start;
    }

    /// <summary>People agreed upon a time of the clock on their wall.</summary>
    public bool HasBegun(Appointment agreed) => agreed.StartTime <= DateTime.Now;

    public string FileName() => $"backup-{DateTime.Now:yyyyMMdd-HHmmss}.zip";

    /// <summary>The zone travels with the value.</summary>
    public bool IsLate(Loan loan) => loan.ReturnedAt < DateTimeOffset.Now;

    public DateTime Wait(TimeSpan timeout)
    {
        var end = DateTime.Now + timeout;
        while (DateTime.Now < end) time.GetTimestamp();
        return end;
    }
}

public sealed class Appointment
{
    public DateTime StartTime { get; set; }
}

public sealed class Loan
{
    public DateTime CreatedAt { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset ReturnedAt { get; set; }
}
