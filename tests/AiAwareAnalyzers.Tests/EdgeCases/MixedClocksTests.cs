using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

[CSharp(12)]
public sealed class MixedClocksTests : RuleTests<MixedClocks, MixedClocksFix>
{
    [TestCase("Use(DateTime.UtcNow - [|file.LastWriteTime|]);", TestName = "The age of a file")]
    [TestCase("Use([|file.CreationTime|] < DateTime.UtcNow.AddDays(-7));", TestName = "An old file")]
    [TestCase("Use([|File.GetLastWriteTime(text)|] < DateTime.UtcNow.AddHours(-1));", TestName = "A file by its path")]
    [TestCase("Use([|certificate.NotAfter|] < DateTime.UtcNow);", TestName = "A certificate")]
    [TestCase("Use([|certificate.NotBefore|] > DateTime.UtcNow);", TestName = "A certificate that is not valid yet")]
    [TestCase("Use(DateTime.UtcNow - [|process.StartTime|]);", TestName = "A process")]
    [TestCase("Use(DateTime.UtcNow - [|DateTime.Now|]);", TestName = "Two clocks")]
    [TestCase("var now = DateTime.UtcNow; Use(now - [|file.LastWriteTime|]);", TestName = "A clock in a local")]
    [TestCase("var written = file.LastWriteTime; Use(DateTime.UtcNow - [|written|]);", TestName = "A time in a local")]
    [TestCase("Use(DateTime.UtcNow - [|moment.LocalDateTime|]);", TestName = "The local side of a moment")]
    [TestCase("Use(DateTime.UtcNow > [|file.LastAccessTime.AddDays(30)|]);", TestName = "Some days later")]
    public Task Local_time_against_UTC(string body) => Flags(Code(body));

    [TestCase("Use(policy.ValidUntilUtc < [|clock.GetLocalNow().DateTime|]);", TestName = "A clock that is handed in")]
    [TestCase("Use([|clock.GetLocalNow().LocalDateTime|] >= policy.ValidUntilUtc);", TestName = "Its local side")]
    [TestCase("Use(policy.ValidUntilUtc.Date < [|clock.GetLocalNow().Date|]);", TestName = "Its day")]
    [TestCase("Use(policy.EndedUtc < [|clock.GetLocalNow().DateTime|]);", TestName = "An instant that may be missing")]
    [TestCase("Use(policy.EndedUtc!.Value - [|clock.GetLocalNow().DateTime|]);", TestName = "One that is there")]
    [TestCase("var now = clock.GetLocalNow(); Use(policy.ValidUntilUtc < [|now.DateTime|]);", TestName = "In a local")]
    [TestCase(
        """var now = clock.GetLocalNow().DateTime; Use(policy.ValidUntilUtc < [|now|]);""",
        TestName = "Read into one")]
    [TestCase("Use(policy.ValidUntilUtc < [|Now|]);", TestName = "In a property")]
    [TestCase("Use(policy.ValidUntilUtc < [|Read()|]);", TestName = "In a method")]
    [TestCase("Use(clock.GetUtcNow().UtcDateTime - [|clock.GetLocalNow().DateTime|]);", TestName = "Both of one clock")]
    [TestCase("Use(clock.GetUtcNow().DateTime < [|clock.GetLocalNow().DateTime.AddDays(1)|]);",
        TestName = "In UTC by value")]
    [TestCase("Use(DateTime.SpecifyKind(time, DateTimeKind.Utc) < [|clock.GetLocalNow().DateTime|]);",
        TestName = "Said to be in UTC")]
    [TestCase("Use(time.ToUniversalTime() - [|DateTimeOffset.Now.DateTime|]);", TestName = "Converted, and a moment")]
    [TestCase("Use(policy.ValidUntilUtc.Subtract([|clock.GetLocalNow().DateTime|]));", TestName = "By a method")]
    [TestCase(
        """Use(policy.ValidUntilUtc.CompareTo([|clock.GetLocalNow().DateTime|]) < 0);""",
        TestName = "Compared by one")]
    [TestCase(
        """Use(DateTime.Compare([|clock.GetLocalNow().DateTime|], policy.ValidUntilUtc));""",
        TestName = "By another")]
    [TestCase("Use(policy.ValidUntilUtc < [|DateTime.UtcNow.ToLocalTime()|]);", TestName = "Made local")]
    [TestCase("Use(policy.ValidUntilUtc < [|DateTime.Today|]);", TestName = "Today")]
    public Task A_clock_that_is_asked_for_local_time(string body) => Flags(Code(body));

    [TestCase("Use(policy.ValidUntilUtc < clock.GetUtcNow().DateTime);", TestName = "In UTC, whatever its kind says")]
    [TestCase(
        """Use(policy.ValidUntilUtc < clock.GetLocalNow().UtcDateTime);""",
        TestName = "The UTC side of a local moment")]
    [TestCase("Use(policy.ValidUntilUtc < clock.GetLocalNow());", TestName = "The moment itself")]
    [TestCase("Use(policy.Begins < clock.GetLocalNow().DateTime);", TestName = "A time that nobody knows the zone of")]
    [TestCase("Use(policy.ValidUntilUtc < moment.DateTime);", TestName = "A moment that nobody knows the zone of")]
    [TestCase("Use(policy.ValidUntilUtc.ToLocalTime() < clock.GetLocalNow().DateTime);", TestName = "Both local")]
    [TestCase(
        """Use(policy.ValidUntilUtc < clock.GetLocalNow().ToUniversalTime().DateTime);""",
        TestName = "Converted back")]
    [TestCase("Use(policy.ValidUntilUtc < UtcNow);", TestName = "A property in UTC")]
    public Task A_clock_that_is_asked_for_UTC(string body) => Allows(Code(body));

    [Test]
    public Task A_server_clock_and_a_column_are_for_AIA0909() => Given.WithReferences(References.AspNetCore)
        .Allows(Code("Use(policy.ValidUntilUtc < DateTime.Now);"));

    [TestCase("if (DateTime.TryParse(text, out var at)) Use(DateTime.UtcNow - [|at|]);", TestName = "Parsed")]
    [TestCase(
        "if (DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) "
        + "&& DateTime.UtcNow < [|at|]) Use(at);",
        TestName = "Parsed without a word about zones")]
    [TestCase("var at = DateTime.Parse(text); Use([|at|] > DateTime.UtcNow);", TestName = "Parsed or thrown")]
    [TestCase("Use([|DateTime.Parse(text)|] > DateTime.UtcNow);", TestName = "Parsed in place")]
    [TestCase("var at = DateTime.ParseExact(text, \"yyyy-MM-dd\", null); Use([|at|] > DateTime.UtcNow);",
        TestName = "Parsed by its form")]
    public Task Text_that_becomes_local_where_it_names_a_zone(string body) => Suggests(Code(body));

    [TestCase("Use(DateTime.UtcNow - file.LastWriteTimeUtc);", TestName = "Both in UTC")]
    [TestCase("Use(DateTime.Now - file.LastWriteTime);", TestName = "Both local")]
    [TestCase("Use(DateTime.UtcNow - file.LastWriteTime.ToUniversalTime());", TestName = "Converted")]
    [TestCase("Use(certificate.NotAfter.ToUniversalTime() < DateTime.UtcNow);", TestName = "A certificate, converted")]
    [TestCase("Use(certificate.NotAfter < DateTime.Now);", TestName = "A certificate and a local clock")]
    [TestCase("Use(DateTimeOffset.UtcNow - file.LastWriteTime);", TestName = "A moment converts by itself")]
    [TestCase("Use(moment < DateTimeOffset.UtcNow);", TestName = "Two moments")]
    [TestCase(
        "var at = DateTime.Parse(text, null, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal); "
        + "Use(at < DateTime.UtcNow);",
        TestName = "Parsed as UTC")]
    [TestCase(
        "if (DateTime.TryParse(text, null, DateTimeStyles.RoundtripKind, out var at)) Use(at < DateTime.UtcNow);",
        TestName = "Parsed as it is written")]
    [TestCase("if (DateTime.TryParse(text, out var at)) Use(at.ToUniversalTime() < DateTime.UtcNow);",
        TestName = "Parsed and converted")]
    [TestCase(
        "if (DateTime.TryParse(text, out var at)) { at = at.ToUniversalTime(); Use(at < DateTime.UtcNow); }",
        TestName = "Parsed and converted in place")]
    [TestCase("if (DateTime.TryParse(text, out var at)) Use(at < DateTime.Now);",
        TestName = "Parsed for a local clock")]
    [TestCase("if (DateTimeOffset.TryParse(text, out var at)) Use(at < DateTimeOffset.UtcNow);",
        TestName = "A moment that was parsed")]
    [TestCase("Use(DateTime.UtcNow < time);", TestName = "A time from somewhere")]
    [TestCase("Use(DateTime.UtcNow - TimeSpan.FromHours(1));", TestName = "A span")]
    [TestCase("Use(DateTime.UtcNow - moment.UtcDateTime);", TestName = "The UTC side of a moment")]
    [TestCase("Use(DateTime.UtcNow == file.LastWriteTime);", TestName = "Equality is asked of no clock")]
    [TestCase("Use(file.LastWriteTime < other.LastWriteTime);", TestName = "Two files")]
    [TestCase("Use(DateTime.UtcNow.Year - file.LastWriteTime.Year);", TestName = "Numbers")]
    [TestCase("Use(DateTime.UtcNow); Use(file.LastWriteTime);", TestName = "Side by side")]
    public Task One_clock(string body) => Allows(Code(body));

    [Test]
    public Task The_message_names_the_sibling() => Says(
        Code("Use(DateTime.UtcNow - [|file.LastWriteTime|]);"),
        "'file.LastWriteTime' is local time, and the other side is UTC: a DateTime does not mind, so the result is off "
        + "by the zone of the host; use 'LastWriteTimeUtc'");

    [TestCase("Use(DateTime.UtcNow - [|file.LastWriteTime|]);", "Use(DateTime.UtcNow - file.LastWriteTimeUtc);",
        TestName = "A file")]
    [TestCase("Use(DateTime.UtcNow - [|DateTime.Now|]);", "Use(DateTime.UtcNow - DateTime.UtcNow);",
        TestName = "A clock")]
    [TestCase("Use([|moment.LocalDateTime|] < DateTime.UtcNow);", "Use(moment.UtcDateTime < DateTime.UtcNow);",
        TestName = "A moment")]
    [TestCase("Use(policy.ValidUntilUtc < [|clock.GetLocalNow().DateTime|]);",
        "Use(policy.ValidUntilUtc < clock.GetLocalNow().UtcDateTime);", TestName = "A clock that is handed in")]
    public Task The_sibling(string body, string repaired) => Fixes(Code(body), Code(repaired));

    [TestCase("Use([|certificate.NotAfter|] < DateTime.UtcNow);", TestName = "A certificate has no sibling")]
    [TestCase("var written = file.LastWriteTime; Use(DateTime.UtcNow - [|written|]);", TestName = "A local")]
    [TestCase("Use(DateTime.UtcNow > [|file.LastAccessTime.AddDays(30)|]);", TestName = "Some days later")]
    public Task What_is_to_be_thought_over(string body) => OffersNoFix(Code(body));

    private static string Code(string body) => $$"""
        using System;
        using System.Diagnostics;
        using System.Globalization;
        using System.IO;
        using System.Security.Cryptography.X509Certificates;
        public class Policy
        {
            public DateTime ValidUntilUtc { get; set; }
            public DateTime? EndedUtc { get; set; }
            public DateTime Begins { get; set; }
        }
        public class Ages(TimeProvider clock, Policy policy)
        {
            private DateTime Now => clock.GetLocalNow().DateTime;
            private DateTime UtcNow => clock.GetUtcNow().DateTime;
            private DateTime Read() { return clock.GetLocalNow().DateTime; }
            public void Act(FileInfo file, FileInfo other, X509Certificate2 certificate, Process process, string text, DateTimeOffset moment, DateTime time)
            {
                {{body}}
            }
            private static void Use(object value) { }
        }
        """;
}
