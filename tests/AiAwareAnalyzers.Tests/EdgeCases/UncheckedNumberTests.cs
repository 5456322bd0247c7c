using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

public sealed class UncheckedNumberTests : RuleTests<UncheckedNumber, UncheckedNumberFix>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; if ([|x < -90 || x > 90|]) return null; return x;""",
        TestName = "Outside of a range")]
    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; if ([|x <= 0 || x >= 100|]) return null; return x;""",
        TestName = "On the edge of a range")]
    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; if ([|x > 90 || x < -90|]) return null; return x;""",
        TestName = "Above first")]
    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; if ([|0 > x || 100 < x|]) return null; return x;""",
        TestName = "The limit first")]
    [TestCase(
        """if ([|!double.TryParse(text, out var x) || x < 0 || x > 1|]) return null; return x;""",
        TestName = "Behind the parsing")]
    [TestCase(
        """double x; if ([|!double.TryParse(text, out x) || x < 0 || x > 1|]) return null; return x;""",
        TestName = "A local of its own")]
    [TestCase(
        """var x = double.Parse(text); if ([|x < 0 || x > 1|]) throw new ArgumentException(); return x;""",
        TestName = "Parsed without trying")]
    [TestCase(
        """if (!float.TryParse(text, out var x)) return null; if ([|x < 0 || x > 1|]) return null; return x;""",
        TestName = "A short one")]
    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; var isOutside = [|x < 0 || x > 1|]; return isOutside ? null : x;""",
        TestName = "A question with a name")]
    [TestCase(
        """if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var x)) return null; if ([|x < 0 || x > 1|]) return null; return x;""",
        TestName = "With a culture")]
    public Task Not_a_number_passes(string body) => Flags(Parsing(body));

    [TestCase("return Ok([|new DateTime(year, month, 1)|]);", TestName = "A month")]
    [TestCase("return Ok([|new DateOnly(year, month, 1)|]);", TestName = "A month as a day")]
    [TestCase("return Ok([|new DateTime(2026, 1, month)|]);", TestName = "A day")]
    [TestCase("var first = month; return Ok([|new DateTime(2026, first, 1)|]);", TestName = "By way of a local")]
    [TestCase(
        """try { return Ok([|new DateTime(year, month, 1)|]); } catch (TimeoutException) { return Conflict(); }""",
        TestName = "A catch of something else")]
    [TestCase("return Ok([|(Kind)kind|]);", TestName = "An enum")]
    [TestCase("return Ok([|(Kind)model.Kind|]);", TestName = "An enum of a model")]
    [TestCase("var value = [|(Kind)kind|]; return Ok(value.ToString());", TestName = "An enum that is kept")]
    [TestCase(
        """return Ok(Read(month)); } private static DateTime Read(int m) { return [|new DateTime(2026, m, 1)|];""",
        TestName = "A month in another method")]
    public Task Numbers_of_a_request(string body) => Flags(Handling(body));

    [Test]
    public Task The_message_names_the_number() => Says(
        Parsing("if (!double.TryParse(text, out var x)) return null; if ([|x < 0 || x > 1|]) return null; return x;"),
        "'x' may be NaN, which text can say and which is neither below nor above a limit, so this check lets it pass; "
        + "ask whether it is inside instead of outside, or add '!double.IsFinite(x)'");

    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; if (!(x >= 0 && x <= 1)) return null; return x;""",
        TestName = "Inside of a range")]
    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; if (x is >= 0 and <= 1) return x; return null;""",
        TestName = "A pattern")]
    [TestCase(
        """if (!double.TryParse(text, out var x) || double.IsNaN(x)) return null; if (x < 0 || x > 1) return null; return x;""",
        TestName = "Asked for NaN")]
    [TestCase(
        """if (!double.TryParse(text, out var x) || !double.IsFinite(x)) return null; if (x < 0 || x > 1) return null; return x;""",
        TestName = "Asked for an end")]
    [TestCase(
        """if (!decimal.TryParse(text, out var x)) return null; if (x < 0 || x > 1) return null; return (double)x;""",
        TestName = "A decimal has no NaN")]
    [TestCase(
        """if (!int.TryParse(text, out var x)) return null; if (x < 0 || x > 1) return null; return x;""",
        TestName = "A whole number has no NaN")]
    [TestCase(
        """var x = text.Length * 0.5; if (x < 0 || x > 1) return null; return x;""",
        TestName = "A number that was computed")]
    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; if (x > 100) return null; return x;""",
        TestName = "One side only")]
    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; double y = 3; if (x < 0 || y > 1) return null; return x;""",
        TestName = "Two numbers")]
    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; if (x < 0 || x < -1) return null; return x;""",
        TestName = "The same side twice")]
    [TestCase(
        """if (!double.TryParse(text, out var x)) return null; return Math.Clamp(x, 0, 1) is var y && (x < 0 || x > 1) ? y : x;""",
        TestName = "Clamped")]
    public Task Numbers_that_are_numbers(string body) => Allows(Parsing(body));

    [TestCase(
        """if (month < 1 || month > 12 || year < 1) return BadRequest(); return Ok(new DateTime(year, month, 1));""",
        TestName = "A month that is looked at")]
    [TestCase(
        """try { return Ok(new DateTime(year, month, 1)); } catch (ArgumentOutOfRangeException) { return BadRequest(); }""",
        TestName = "A catch of just this")]
    [TestCase(
        """try { return Ok(new DateTime(year, month, 1)); } catch { return BadRequest(); }""",
        TestName = "A catch of everything")]
    [TestCase("return Ok(new DateTime(2026, 1, 1));", TestName = "A date that is written here")]
    [TestCase("return Ok(new DateTime(2026, ranged, 1));", TestName = "A range at the parameter")]
    [TestCase("return Ok(new DateTime(2026, model.Ranged, 1));", TestName = "A range at the member")]
    [TestCase("return Ok(new TimeSpan(month, 0, 0));", TestName = "A length of time takes every number")]
    [TestCase(
        """if (!Enum.IsDefined((Kind)kind)) return BadRequest(); return Ok((Kind)kind);""",
        TestName = "An enum that is asked for")]
    [TestCase(
        """if (kind is < 0 or > 1) return BadRequest(); return Ok((Kind)kind);""",
        TestName = "An enum that is looked at")]
    [TestCase("return Ok((Flags)kind);", TestName = "Flags take sums")]
    [TestCase("return Ok((int)known);", TestName = "An enum that becomes a number")]
    [TestCase("return Ok((Kind)1);", TestName = "A number that is written here")]
    [TestCase("return Ok((Kind)known);", TestName = "An enum that the framework read")]
    [TestCase(
        """return Ok(new DateTime(DateTime.UtcNow.Year, DateTime.UtcNow.Month, 1));""",
        TestName = "A date of the clock")]
    public Task Numbers_that_are_looked_at(string body) => Allows(Handling(body));

    [Test]
    public Task Outside_becomes_inside() => Fixes(
        Parsing("if (!double.TryParse(text, out var x)) return null; if ([|x < -90 || x >= 90|]) return null; /* done "
            + "*/ return x;"),
        Parsing("if (!double.TryParse(text, out var x)) return null; if (!(x >= -90 && x < 90)) return null; /* done "
            + "*/ return x;"));

    [Test]
    public Task A_longer_condition_is_left_to_its_author() => OffersNoFix(
        Parsing("if ([|!double.TryParse(text, out var x) || x < 0 || x > 1|]) return null; return x;"));

    [Test]
    public Task Numbers_are_refused_as_before() => KeepsBehaviour("""
        public static class Subject
        {
            public static string Run(int[] input)
            {
                var result = "";
                foreach (var number in input)
                {
                    var x = double.Parse(number.ToString());
                    if (x < -5 || x >= 7) result += "no "; else result += "yes ";
                }
                return result;
            }
        }
        """);

    private static string Parsing(string body) => $$"""
        using System.Globalization;
        public static class Reader
        {
            public static double? Read(string text) { {{body}} }
        }
        """;

    private static string Handling(string body) => $$"""
        using System.ComponentModel.DataAnnotations;
        using Microsoft.AspNetCore.Mvc;
        public enum Kind { Letter, Parcel }
        [Flags] public enum Flags { One = 1, Two = 2 }
        public class Model { public int Kind { get; set; } [Range(1, 12)] public int Ranged { get; set; } }
        public class DaysController : ControllerBase
        {
            public IActionResult Act(int year, int month, int kind, Kind known, [Range(1, 12)] int ranged, [FromQuery] Model model) { {{body}} }
        }
        """;

    [TestCase("""if ([|!double.TryParse(text, out var x) || x <= 0|]) return null; return x;""",
        TestName = "A lower limit behind the parsing")]
    [TestCase("""if (!double.TryParse(text, out var x)) return null; if ([|x < 0|]) throw new ArgumentException(); return x;""",
        TestName = "A lower limit alone")]
    public Task Not_a_number_passes_one_limit(string body) => Flags(Parsing(body));

    [TestCase("""if (!double.TryParse(text, out var x) || !double.IsFinite(x) || x <= 0) return null; return x;""",
        TestName = "Asked whether it is finite")]
    [TestCase("""if (!double.TryParse(text, out var x) || !(x > 0)) return null; return x;""", TestName = "Asked whether it is above")]
    [TestCase("""var x = double.Parse(text); if (x < 0) x = 0; return x;""", TestName = "Brought to the limit")]
    [TestCase("""if (!decimal.TryParse(text, out var x) || x <= 0) return null; return (double)x;""", TestName = "A decimal")]
    public Task One_limit_that_lets_no_NaN_pass(string body) => Allows(Parsing(body));
}
