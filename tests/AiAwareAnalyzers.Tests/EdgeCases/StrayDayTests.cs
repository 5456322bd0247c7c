using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

[CSharp(12)]
public sealed class StrayDayTests : RuleTests<StrayDay, StrayDayFix>
{
    [TestCase("Use([|new DateTime(today.Year, birth.Month, birth.Day)|]);", TestName = "A birthday of this year")]
    [TestCase("Use([|new DateTime(birth.Year + 18, birth.Month, birth.Day)|]);", TestName = "Some years later")]
    [TestCase("Use([|new DateTime(birth.Year - 1, birth.Month, birth.Day)|]);", TestName = "A year before")]
    [TestCase("Use([|new DateTime(year, birth.Month, birth.Day)|]);", TestName = "A year from somewhere")]
    [TestCase("Use([|new DateTime(2023, birth.Month, birth.Day)|]);", TestName = "A year without the day")]
    [TestCase("""Use([|new DateTime(year, birth.Month, birth.Day, 0, 0, 0, DateTimeKind.Utc)|]);""", TestName = "With a time")]
    [TestCase("Use([|new DateOnly(today.Year, day.Month, day.Day)|]);", TestName = "A date without a time")]
    [TestCase(
        """Use([|new DateTimeOffset(today.Year, birth.Month, birth.Day, 0, 0, 0, TimeSpan.Zero)|]);""", TestName = "A moment")]
    [TestCase("Use([|new DateTime(today.Year, user.Start.Month, user.Start.Day)|]);", TestName = "A member")]
    [TestCase("if (ended != null) Use([|new DateTime(today.Year, ended.Value.Month, ended.Value.Day)|]);",
        TestName = "A date that may be missing")]
    [TestCase("var year1 = today.Year; Use([|new DateTime(year1, birth.Month, birth.Day)|]);",
        TestName = "The year in a local")]
    [TestCase("var month = birth.Month; var its = birth.Day; Use([|new DateTime(year, month, its)|]);",
        TestName = "All parts in locals")]
    [TestCase("DateTime next = [|new(today.Year + 1, birth.Month, birth.Day)|]; Use(next);",
        TestName = "Without the name of the type")]
    [TestCase("Use([|new DateTime(day: birth.Day, month: birth.Month, year: year)|]);", TestName = "By name")]
    [TestCase("Use([|new DateTime(today.Year, today.Month, birth.Day)|]);", TestName = "The day in another month")]
    [TestCase("Use([|new DateTime(birth.Year, birth.Month + 1, birth.Day)|]);", TestName = "In the next month")]
    [TestCase("Use([|new DateTime(year, 6, birth.Day)|]);", TestName = "In June")]
    [TestCase("Func<int, DateTime> at = y => [|new DateTime(y, birth.Month, birth.Day)|]; Use(at);",
        TestName = "In a lambda")]
    public Task A_day_that_may_be_missing(string body) => Flags(Code(body));

    [TestCase("Use(new DateTime(birth.Year, birth.Month, birth.Day));", TestName = "One date")]
    [TestCase("Use(new DateTime(user.Start.Year, user.Start.Month, user.Start.Day, 12, 0, 0));",
        TestName = "One date with another time")]
    [TestCase("""var y = birth.Year; Use(new DateTime(y, birth.Month, birth.Day));""", TestName = "Its own year in a local")]
    [TestCase("Use(new DateTime(DateTime.Now.Year, DateTime.Now.Month, DateTime.Now.Day));", TestName = "The clock")]
    [TestCase("var now = DateTime.UtcNow; Use(new DateTime(DateTime.Today.Year, now.Month, now.Day));",
        TestName = "Two clocks")]
    [TestCase("Use(birth.AddYears(today.Year - birth.Year));", TestName = "Moved")]
    [TestCase("Use(new DateTime(today.Year, birth.Month, 1));", TestName = "The first of a month")]
    [TestCase("Use(new DateTime(2000, birth.Month, birth.Day));", TestName = "A year that has the day")]
    [TestCase("Use(new DateTime(year, 1, birth.Day));", TestName = "A month that has all days")]
    [TestCase("Use(new DateTime(year, birth.Month, Math.Min(birth.Day, DateTime.DaysInMonth(year, birth.Month))));",
        TestName = "The smaller one")]
    [TestCase("""Use(birth is { Month: 2, Day: 29 } ? new DateTime(year, 3, 1) : new DateTime(year, birth.Month, birth.Day));""",
        TestName = "Asked by a pattern")]
    [TestCase("if (birth.Month == 2 && birth.Day == 29) return; Use(new DateTime(year, birth.Month, birth.Day));",
        TestName = "Refused before")]
    [TestCase("if (!DateTime.IsLeapYear(year)) return; Use(new DateTime(year, birth.Month, birth.Day));",
        TestName = "Leap years only")]
    [TestCase("try { Use(new DateTime(year, birth.Month, birth.Day)); } catch (ArgumentOutOfRangeException) { }",
        TestName = "Caught")]
    [TestCase("var christmas = new DateTime(2000, 12, 25); Use(new DateTime(year, christmas.Month, christmas.Day));",
        TestName = "A day that is written out")]
    [TestCase("Use(new DateTime(year, 12, 24));", TestName = "Constants")]
    [TestCase("Use(new DateTime(year, number, number));", TestName = "Numbers from somewhere")]
    [TestCase("Use(new DateTime(year, span.Days, span.Hours));", TestName = "Parts of something else")]
    [TestCase("Use(new TimeSpan(birth.Day, birth.Hour, birth.Minute, 0));", TestName = "A span")]
    [TestCase("Use(new DateTime(birth.Ticks));", TestName = "Ticks")]
    [TestCase("System.Linq.Expressions.Expression<Func<User, DateTime>> query = "
        + "u => new DateTime(year, u.Start.Month, u.Start.Day); Use(query);", TestName = "In a query")]
    public Task A_date_that_exists(string body) => Allows(Code(body));

    [Test]
    public Task The_message_speaks_of_leap_years() => Says(
        Code("Use([|new DateTime(today.Year, birth.Month, birth.Day)|]);"),
        "'new DateTime(today.Year, birth.Month, birth.Day)' throws where 'birth' is 29 February and the year has none; "
        + "move the date with 'AddYears', which ends at the last day of the month");

    [Test]
    public Task The_message_speaks_of_short_months() => Says(
        Code("Use([|new DateTime(today.Year, today.Month, birth.Day)|]);"),
        "'new DateTime(today.Year, today.Month, birth.Day)' throws where the month is shorter than the day of 'birth'; "
        + "take the smaller of the day and 'DateTime.DaysInMonth'");

    [TestCase(
        "Use([|new DateTime(today.Year, birth.Month, birth.Day)|]);",
        "Use(birth.Date.AddYears(today.Year - birth.Year));", TestName = "A time")]
    [TestCase(
        "Use([|new DateOnly(today.Year, day.Month, day.Day)|]);", "Use(day.AddYears(today.Year - day.Year));",
        TestName = "A date")]
    [TestCase(
        "Use([|new DateTime(birth.Year + 18, birth.Month, birth.Day)|]);", "Use(birth.Date.AddYears(18));",
        TestName = "Some years later")]
    [TestCase(
        "Use([|new DateTime(today.Year + 1, user.Start.Month, user.Start.Day)|]);",
        "Use(user.Start.Date.AddYears((today.Year + 1) - user.Start.Year));", TestName = "A year that is reckoned")]
    public Task Moved_into_the_year(string body, string repaired) => Fixes(Code(body), Code(repaired));

    [TestCase("Use([|new DateTime(today.Year, today.Month, birth.Day)|]);", TestName = "Another month")]
    [TestCase("Use([|new DateTime(year, birth.Month, birth.Day, 9, 0, 0)|]);", TestName = "A time of the day")]
    [TestCase("Use([|new DateTime(year, Next().Month, Next().Day)|]);", TestName = "A call that may have its own mind")]
    [TestCase("Use([|new DateTime(year, day.Month, day.Day)|]);", TestName = "A time made of a date")]
    public Task What_is_to_be_thought_over(string body) => OffersNoFix(Code(body));

    private static string Code(string body) => $$"""
        using System;
        public class User { public DateTime Start { get; set; } }
        public class Birthdays
        {
            public void Act(DateTime today, DateTime birth, DateOnly day, User user, DateTime? ended, int year, int number,
                TimeSpan span)
            {
                {{body}}
            }
            private static DateTime Next() => DateTime.UnixEpoch;
            private static void Use(object value) { }
        }
        """;
}
