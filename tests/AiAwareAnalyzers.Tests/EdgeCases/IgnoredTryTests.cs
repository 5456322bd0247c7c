using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

public sealed class IgnoredTryTests : RuleTests<IgnoredTry>
{
    [TestCase("[|int.TryParse(text, out var number)|]; Use(number);", TestName = "A number")]
    [TestCase("[|int.TryParse(text, out int number)|]; Use(number);", TestName = "A number with its type")]
    [TestCase("int number; [|int.TryParse(text, out number)|]; Use(number);", TestName = "A local that was there")]
    [TestCase("var number = 0; [|int.TryParse(text, out number)|]; Use(number);", TestName = "A local of zero")]
    [TestCase("_ = [|int.TryParse(text, out var number)|]; Use(number);", TestName = "Discarded in so many words")]
    [TestCase("[|long.TryParse(text, out var number)|]; Use(number * 1000);",
        TestName = "A number that is reckoned with")]
    [TestCase("[|double.TryParse(text, out var number)|]; Use(number);", TestName = "A double")]
    [TestCase("[|decimal.TryParse(text, out var number)|]; Use(number);", TestName = "A decimal")]
    [TestCase("[|DateTime.TryParse(text, out var date)|]; Use(date);", TestName = "A date")]
    [TestCase("[|Guid.TryParse(text, out var id)|]; Use(id);", TestName = "An id")]
    [TestCase("[|TimeSpan.TryParse(text, out var span)|]; Use(span);", TestName = "A span")]
    [TestCase("[|int.TryParse(text.Split('/')[0], out var number)|]; Use(number);", TestName = "A part of a text")]
    [TestCase("[|int.TryParse(text, out var number)|]; Func<int> later = () => number; Use(later);",
        TestName = "Used in a lambda")]
    [TestCase("int number = 0; if (text.Length > 0) [|int.TryParse(text, out number)|]; Use(number);",
        TestName = "In a branch")]
    [TestCase("[|DateTime.TryParseExact(text, \"yyyy\", null, default, out var date)|]; Use(date);",
        TestName = "By its form")]
    public Task A_value_that_nobody_wrote(string body) => Suggests(Code(body));

    [TestCase("var number = 30; [|int.TryParse(text, out number)|]; Use(number);", TestName = "A number")]
    [TestCase("double rate = 1.5; [|double.TryParse(text, out rate)|]; Use(rate);", TestName = "A double")]
    [TestCase("var limit = 100m; _ = [|decimal.TryParse(text, out limit)|]; Use(limit);", TestName = "Discarded")]
    public Task A_default_that_is_lost(string body) => Flags(Code(body));

    [TestCase("if (int.TryParse(text, out var number)) Use(number);", TestName = "Asked")]
    [TestCase("if (!int.TryParse(text, out var number)) return; Use(number);", TestName = "Refused")]
    [TestCase("Use(int.TryParse(text, out var number) ? number : 30);", TestName = "A fallback")]
    [TestCase("var isRead = int.TryParse(text, out var number); if (isRead) Use(number);", TestName = "Kept and asked")]
    [TestCase("int.TryParse(text, out _);", TestName = "No value is wanted")]
    [TestCase("int.TryParse(text, out var number);", TestName = "No value is used")]
    [TestCase("int.TryParse(text, out var number); if (number > 0) Use(number);", TestName = "The value is looked at")]
    [TestCase("int.TryParse(text, out var number); Use(number == 0 ? 30 : number);", TestName = "Zero has a fallback")]
    [TestCase("Guid.TryParse(text, out var id); if (id == Guid.Empty) return; Use(id);",
        TestName = "An id is looked at")]
    [TestCase("DateTime.TryParse(text, out var date); if (date == default) return; Use(date);",
        TestName = "A date is looked at")]
    [TestCase("int.TryParse(text, out var number); Use(number is > 0 and < 9);", TestName = "A pattern")]
    [TestCase("int.TryParse(text, out var number); Use(Math.Clamp(number, 1, 9));", TestName = "Clamped")]
    [TestCase("bool.TryParse(text, out var isOn); Use(isOn);", TestName = "A truth")]
    [TestCase("table.TryGetValue(text, out var found); Use(found);", TestName = "A table")]
    [TestCase("Enum.TryParse<DayOfWeek>(text, out var day); Use(day);", TestName = "An enum has a first member")]
    [TestCase("Version.TryParse(text, out var version); Use(version);", TestName = "Null says it itself")]
    [TestCase("Use(int.Parse(text));", TestName = "A parser that throws")]
    [TestCase("Use(int.TryParse(text, out var number)); Use(number);", TestName = "Somebody is told")]
    [TestCase("while (int.TryParse(text, out var number)) Use(number);", TestName = "A loop asks")]
    [TestCase("var isRead = text.Length > 0 && int.TryParse(text, out var _); Use(isRead);", TestName = "A condition")]
    public Task A_value_that_somebody_asks_about(string body) => Allows(Code(body));

    [Test]
    public Task The_message_tells_what_is_lost() => Says(
        Code("var number = 30; [|int.TryParse(text, out number)|]; Use(number);"),
        "Where 'text' cannot be read, 'int.TryParse' leaves 0 in 'number', and that is used as if it had been "
        + "given, and the 30 that was there before is gone; ask what it answers, and refuse or fall back where it says "
        + "no");

    private static string Code(string body) => $$"""
        using System;
        using System.Collections.Generic;
        public class Reader
        {
            public void Act(string text, Dictionary<string, string> table)
            {
                {{body}}
            }
            private static void Use(object? value) { }
        }
        """;
}
