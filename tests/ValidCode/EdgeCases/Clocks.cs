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

    /// <summary>The digits are those of UTC, whatever the kind says.</summary>
    public bool IsOver(Warranty warranty) => warranty.EndsUtc < time.GetUtcNow().DateTime;

    public TimeSpan LeftOf(Warranty warranty) => warranty.EndsUtc - time.GetLocalNow().UtcDateTime;

    public bool IsShownAsOver(Warranty warranty) =>
        warranty.EndsUtc.ToLocalTime().Date < time.GetLocalNow().Date;

    public string FileName() => $"backup-{DateTime.Now:yyyyMMdd-HHmmss}.zip";

    /// <summary>The zone travels with the value.</summary>
    public bool IsLate(Loan loan) => loan.ReturnedAt < DateTimeOffset.Now;

    /// <summary>29 February becomes the 28th.</summary>
    public DateOnly NextBirthday(DateOnly birth, int year) => birth.AddYears(year - birth.Year);

    /// <summary>The end of a short month stands for its missing days.</summary>
    public DateOnly NextPayment(DateOnly first, int year, int month) =>
        new(year, month, Math.Min(first.Day, DateTime.DaysInMonth(year, month)));

    public DateTime StartOfDay(DateTime moment) => new(moment.Year, moment.Month, moment.Day, 0, 0, 0, moment.Kind);

    public bool IsOpen(TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).Hour is >= 9 and < 17;

    public DateOnly StartOfMonth(DateOnly date) => new(date.Year, date.Month, 1);

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

public sealed class Warranty
{
    public DateTime EndsUtc { get; set; }
}

public sealed class Loan
{
    public DateTime CreatedAt { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset ReturnedAt { get; set; }
}
