using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

public sealed class ServerClockTests : RuleTests<ServerClock, ServerClockFix>
{
    private protected override ReferenceSet Framework => References.EntityFrameworkCore;

    [TestCase("void Do(Loan loan) => loan.CreatedAt = [|DateTime.Now|];", TestName = "Stored")]
    [TestCase("Loan Do() => new() { CreatedAt = [|DateTime.Now|] };", TestName = "Stored in a new one")]
    [TestCase("void Do(Loan loan) => loan.DueAt = [|DateTime.Now|].AddDays(14);", TestName = "Stored after some days")]
    [TestCase("void Do(Loan loan) => loan.ReturnedAt = [|DateTime.Now|];", TestName = "Stored where there may be none")]
    [TestCase(
        """void Do(Loan loan) { var now = [|DateTime.Now|]; loan.CreatedAt = now; }""",
        TestName = "Stored by way of a local")]
    [TestCase(
        """void Do(Loan loan) { var now = [|DateTime.Now|]; loan.CreatedAt = now; loan.DueAt = now.AddDays(1); }""",
        TestName = "Named once for two members")]
    [TestCase("bool Do(Loan loan) => loan.DueAt < [|DateTime.Now|];", TestName = "Compared")]
    [TestCase("bool Do(Loan loan) => [|DateTime.Now|] > loan.DueAt;", TestName = "Compared the other way around")]
    [TestCase("bool Do(Loan loan) => loan.DueAt.Date == [|DateTime.Today|];", TestName = "The day compared")]
    [TestCase(
        """bool Do(Loan loan) => loan.ReturnedAt.Value < [|DateTime.Now|];""",
        TestName = "Compared with one that may be missing")]
    [TestCase(
        """bool Do(Loan loan) => loan.ReturnedAt < [|DateTime.Now|].AddHours(-1);""",
        TestName = "Compared with an hour ago")]
    [TestCase(
        """Task<int> Do(Library db) => db.Loans.CountAsync(loan => loan.DueAt < [|DateTime.Now|]);""",
        TestName = "In a query")]
    [TestCase(
        """Task<int> Do(Library db) { var today = [|DateTime.Today|]; return db.Loans.CountAsync(loan => loan.DueAt >= today); }""",
        TestName = "In a query by way of a local")]
    [TestCase(
        """IEnumerable<Loan> Do(List<Loan> all) => all.Where(loan => loan.DueAt.Date >= [|DateTime.Now|].Date);""",
        TestName = "In a filter of days")]
    [TestCase("void Do(Loan loan) { if (loan.DueAt <= [|DateTime.Now|]) loan.Id = 0; }", TestName = "A decision")]
    [TestCase(
        """public class Stamped { public DateTime At { get; set; } = [|DateTime.Now|]; }""",
        TestName = "The first value of a member")]
    [TestCase(
        """public class Appointment { public DateTime CreatedAt { get; set; } } bool Do(Appointment made) => made.CreatedAt < [|DateTime.Now|];""",
        TestName = "When an appointment was made")]
    [TestCase(
        """public class Download { public DateTime EndedAt { get; set; } public DateTime End { get; set; } } bool Do(Download done) => done.End < [|DateTime.Now|];""",
        TestName = "When work of the machine ended")]
    public Task Local_time_that_stays(string member) => Flags(Code(member));

    [Test]
    public Task The_message_names_the_use() => Says(
        Code("bool Do(Loan loan) => loan.DueAt.Date == [|DateTime.Today|];"),
        "'DateTime.Today' is the time of the host's zone, and here it is compared with 'DueAt': a server elsewhere, or "
        + "a change to summer time, gives another answer; "
        + "use 'DateTime.UtcNow.Date', and convert for the eyes of a user only");

    [TestCase(
        """public class Appointment { public DateTime StartTime { get; set; } } bool Do(Appointment agreed) => agreed.StartTime < DateTime.Now;""",
        TestName = "When an appointment starts by the clock on the wall")]
    [TestCase(
        """public class NewReservation { public DateTime? To { get; set; } } bool Do(NewReservation agreed) => agreed.To >= DateTime.Now;""",
        TestName = "When a reservation ends by the clock on the wall")]
    [TestCase("void Do(Loan loan) => loan.CreatedAt = DateTime.UtcNow;", TestName = "UTC stored")]
    [TestCase("bool Do(Loan loan) => loan.DueAt < DateTime.UtcNow;", TestName = "UTC compared")]
    [TestCase("bool Do(Loan loan) => loan.At < DateTimeOffset.Now;", TestName = "A time with its zone")]
    [TestCase("void Do(Loan loan) => loan.At = DateTimeOffset.Now;", TestName = "A time stored with its zone")]
    [TestCase("TimeSpan Do() { var start = DateTime.Now; return DateTime.Now - start; }", TestName = "A measure")]
    [TestCase("string Do() => DateTime.Now.ToString(\"yyyy-MM-dd\");", TestName = "A text")]
    [TestCase("string Do() => $\"{DateTime.Now:HH:mm}\";", TestName = "A text in a text")]
    [TestCase("int Do() => DateTime.Now.Year;", TestName = "A year")]
    [TestCase("long Do() => DateTime.Now.Ticks;", TestName = "A number that changes")]
    [TestCase("void Do() => Console.WriteLine(DateTime.Now);", TestName = "A line of a log")]
    [TestCase("bool Do(DateTime end) => DateTime.Now < end;", TestName = "A parameter of unknown kind")]
    [TestCase(
        """bool Do() { var end = DateTime.Now.AddSeconds(5); return DateTime.Now < end; }""",
        TestName = "A deadline in one method")]
    [TestCase("void Do(Loan loan) => loan.LocalTime = DateTime.Now;", TestName = "A member that is meant to be local")]
    [TestCase(
        """void Do(Loan loan) => loan.CreatedAt = DateTime.Now.ToUniversalTime();""",
        TestName = "Converted before it is stored")]
    [TestCase("DateTime Do() => DateTime.Now;", TestName = "Given to who asks")]
    [TestCase("bool Do(FileInfo file) => file.LastWriteTime < DateTime.Now;", TestName = "A file's own local time")]
    [TestCase("private DateTime _last; void Do() => _last = DateTime.Now;", TestName = "A field of a moment")]
    [TestCase("void Do(Loan loan) => loan.Day = DateOnly.FromDateTime(DateTime.UtcNow);", TestName = "A day of UTC")]
    [TestCase("bool Do(Loan loan) => loan.DueAt.Hour < DateTime.Now.Hour;", TestName = "An hour of the day")]
    [TestCase(
        """class Clock { public DateTime Now => new(2000, 1, 1); } bool Do(Loan loan, Clock clock) => loan.DueAt < clock.Now;""",
        TestName = "A clock of its own")]
    [TestCase(
        """static class DateTimes { public static DateTime Now => DateTime.UtcNow; } void Do(Loan loan) => loan.CreatedAt = DateTimes.Now;""",
        TestName = "A clock by another name")]
    [TestCase("bool Do(Loan loan) => loan.DueAt > DateTime.Now.AddYears(1);", TestName = "Far away")]
    [TestCase("bool Do(Loan loan) { var last = DateTime.Today.AddMonths(6); return loan.DueAt > last; }",
        TestName = "Far away, in a local")]
    public Task Local_time_that_goes_by(string member) => Allows(Code(member));

    [Test]
    public Task A_program_for_a_desk_has_the_user_s_time() => Given.WithReferences(References.Net10).Allows(
        "public class Loan { public DateTime CreatedAt { get; set; } } public class App { void Do(Loan loan) => "
        + "loan.CreatedAt = DateTime.Now; }");

    [Test]
    public Task A_member_that_is_named_after_UTC_gets_UTC() => Fixes(
        Code("void Do(Loan loan) => loan.ClosedUtc = [|DateTime.Now|]; // at last"),
        Code("void Do(Loan loan) => loan.ClosedUtc = DateTime.UtcNow; // at last"));

    [Test]
    public Task What_other_members_hold_is_not_known() =>
        OffersNoFix(Code("void Do(Loan loan) => loan.CreatedAt = [|DateTime.Now|];"));

    [Test]
    public Task A_row_that_was_made_up_among_others_has_no_right_time() => Allows(Code("""
        public List<Loan> Do() => new List<Loan> { new() { Id = 1, CreatedAt = DateTime.Now.AddDays(-1) }, new() { Id = 2, CreatedAt = DateTime.Now } };
        """));

    [TestCase("List<Loan> Do() => new() { new() { Id = 1, CreatedAt = [|DateTime.Now|] } };", TestName = "A row alone")]
    [TestCase(
        """List<Loan> Do(int id) => new() { new() { Id = id, CreatedAt = [|DateTime.Now|] }, new() { Id = 2 } };""",
        TestName = "A row of what somebody gave")]
    [TestCase(
        """List<Loan> Do() => new() { new() { CreatedAt = [|DateTime.Now|] }, new() { Id = 2 } };""",
        TestName = "A row of nothing else")]
    public Task A_row_that_may_be_real_has_a_right_time(string member) => Flags(Code(member));

    [TestCase("bool Do() => [|DateTime.Now|].Hour >= 9;", TestName = "After an hour")]
    [TestCase("bool Do() => 17 > [|DateTime.Now|].Hour;", TestName = "Before an hour")]
    [TestCase("bool Do() { var now = [|DateTime.Now|]; return now.Hour >= 9 && now.Hour < 17; }",
        TestName = "Between two hours by way of a local")]
    [TestCase("bool Do() => [|DateTime.Now|].Hour is >= 9 and < 17;", TestName = "Between two hours by a pattern")]
    [TestCase("bool Do() => [|DateTime.Today|].DayOfWeek == DayOfWeek.Sunday;", TestName = "On a day")]
    [TestCase("bool Do() => [|DateTime.Now|].DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;",
        TestName = "At the end of a week")]
    [TestCase("decimal Do() => [|DateTime.Now|].DayOfWeek switch { DayOfWeek.Monday => 1m, _ => 2m };",
        TestName = "A price of a day")]
    [TestCase("bool Do() => [|DateTime.Now|].TimeOfDay < new TimeSpan(9, 30, 0);", TestName = "Before a time")]
    [TestCase("class Desk { public int Opens { get; set; } } bool Do(Desk d) => [|DateTime.Now|].Hour >= d.Opens;",
        TestName = "After an hour that was set up")]
    [TestCase("void Do() { if ([|DateTime.Now|].Hour < 9) throw new InvalidOperationException(); }",
        TestName = "A refusal before an hour")]
    public Task An_hour_that_decides(string member) => Suggests(Code(member));

    [TestCase("string Do() => DateTime.Now.Hour < 12 ? \"Good morning\" : \"Good day\";", TestName = "A greeting")]
    [TestCase("string Do() => DateTime.Now.Hour switch { < 12 => \"Good morning\", _ => \"Good day\" };",
        TestName = "A greeting of several")]
    [TestCase("int Do() => DateTime.Now.Hour;", TestName = "An hour that is given to who asks")]
    [TestCase("bool Do() => DateTime.UtcNow.Hour >= 9;", TestName = "An hour of UTC")]
    [TestCase("bool Do() => TimeZoneInfo.ConvertTimeFromUtc(DateTime.UtcNow, TimeZoneInfo.Local).Hour >= 9;",
        TestName = "An hour of a zone")]
    [TestCase("bool Do(int hour) => DateTime.Now.Hour == hour;", TestName = "An hour of unknown kind")]
    [TestCase("bool Do() => DateTime.Now.Minute == 0;", TestName = "Minutes are alike in most zones")]
    [TestCase("bool Do() => DateTime.Now.Year >= 2030;", TestName = "A year that is far away")]
    public Task An_hour_that_decides_nothing(string member) => Allows(Code(member));

    [Test]
    public Task Work_of_the_night_goes_by_the_clock_of_the_host() => Allows("""
        public class Sweep : Microsoft.Extensions.Hosting.BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stopping)
            {
                while (DateTime.Now.Hour != 3) await Task.Delay(1000, stopping);
            }
        }
        """);

    [Test]
    public Task The_message_names_the_hour() => WithOption("ai_aware.high_risk", "*.cs").Says(
        Code("bool Do() => [|DateTime.Now|].Hour >= 9;"),
        "'DateTime.Now' is the time of the host's zone, and here it decides by its 'Hour': a server elsewhere, or a "
        + "change to summer time, gives another answer; ask for the time in the zone that is meant: "
        + "'TimeZoneInfo.ConvertTimeFromUtc(DateTime.UtcNow, zone)'");

    private static string Code(string member) => $$"""
        #nullable disable
        using Microsoft.EntityFrameworkCore;
        public class Loan
        {
            public int Id { get; set; }
            public DateTime CreatedAt { get; set; }
            public DateTime DueAt { get; set; }
            public DateTime? ReturnedAt { get; set; }
            public DateTime ClosedUtc { get; set; }
            public DateTime LocalTime { get; set; }
            public DateTimeOffset At { get; set; }
            public DateOnly Day { get; set; }
        }
        public class Library : DbContext { public DbSet<Loan> Loans { get; set; } }
        public class Service
        {
            {{member}}
        }
        """;
}
