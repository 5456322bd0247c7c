using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

[CSharp(12)]
public sealed class AttemptAsValueTests : RuleTests<AttemptAsValue, AttemptAsValueFix>
{
    [TestCase("var isEnabled = [|bool.TryParse(text, out _)|]; Use(isEnabled);", TestName = "A local")]
    [TestCase("var isEnabled = [|bool.TryParse(text, out var _)|]; Use(isEnabled);", TestName = "A discard with var")]
    [TestCase("""var isEnabled = [|bool.TryParse(text, out bool _)|]; Use(isEnabled);""", TestName = "A discard with a type")]
    [TestCase("""var isEnabled = [|bool.TryParse(text, out var value)|]; Use(isEnabled);""", TestName = """A local that nobody reads""")]
    [TestCase("bool useTls; useTls = [|bool.TryParse(text, out _)|]; Use(useTls);", TestName = "An assignment")]
    [TestCase("options.Verbose = [|bool.TryParse(text, out _)|];", TestName = "A property")]
    [TestCase("Use(new Options { Verbose = [|bool.TryParse(text, out _)|] });", TestName = "An initializer")]
    [TestCase("_isOn = [|bool.TryParse(text, out _)|];", TestName = "A field")]
    [TestCase("var isEnabled = text != null && [|bool.TryParse(text, out _)|]; Use(isEnabled);",
        TestName = "Behind a question for null")]
    [TestCase("""var isEnabled = text is { Length: > 0 } && text != "-" && [|bool.TryParse(text, out _)|]; Use(isEnabled);""",
        TestName = "Behind two questions")]
    [TestCase("var isEnabled = ([|bool.TryParse(text, out _)|]); Use(isEnabled);", TestName = "In parentheses")]
    [TestCase("""bool? isEnabled = [|bool.TryParse(text, out _)|]; Use(isEnabled);""", TestName = """A truth that may be missing""")]
    [TestCase("var isEnabled = number > 3 ? [|bool.TryParse(text, out _)|] : false; Use(isEnabled);",
        TestName = "One of two cases")]
    [TestCase("var isEnabled = [|bool.TryParse(Environment.GetEnvironmentVariable(\"FLAG\"), out _)|]; Use(isEnabled);",
        TestName = "A variable of the environment")]
    [TestCase("Use(IsDark(text)); static bool IsDark(string s) => [|bool.TryParse(s, out _)|];",
        TestName = "What a function answers")]
    [TestCase("Use(IsDark(text)); static bool IsDark(string s) { return [|bool.TryParse(s, out _)|]; }",
        TestName = "What a function returns")]
    [TestCase("var isEnabled = [|Boolean.TryParse(text, out _)|]; Use(isEnabled);", TestName = "By its long name")]
    public Task False_switches_it_on(string body) => Flags(Code(body));

    [TestCase("var isEnabled = bool.TryParse(text, out var value) && value; Use(isEnabled);", TestName = "Both")]
    [TestCase("var isRead = bool.TryParse(text, out var value); Use(isRead ? value : true);", TestName = "Read later")]
    [TestCase("if (!bool.TryParse(text, out _)) return; Use(text);", TestName = "Refused")]
    [TestCase("if (bool.TryParse(text, out _)) Use(\"boolean\");", TestName = "A guess at the kind")]
    [TestCase("Use(bool.TryParse(text, out _) ? \"boolean\" : \"text\");", TestName = "A guess in a conditional")]
    [TestCase("var isValid = bool.TryParse(text, out _); Use(isValid);", TestName = "Whether it is valid")]
    [TestCase("var isBoolean = bool.TryParse(text, out _); Use(isBoolean);", TestName = "Whether it is a truth")]
    [TestCase("var parsed = bool.TryParse(text, out _); Use(parsed);", TestName = "Whether it was parsed")]
    [TestCase("var ok = bool.TryParse(text, out _); Use(ok);", TestName = "Whether it went well")]
    [TestCase("""var canConvert = bool.TryParse(text, out _); Use(canConvert);""", TestName = """Whether it can be converted""")]
    [TestCase("var isNumber = int.TryParse(text, out _); Use(isNumber);", TestName = "A number")]
    [TestCase("var isEnabled = bool.Parse(text); Use(isEnabled);", TestName = "A parser that throws")]
    [TestCase("bool value = false; var isEnabled = bool.TryParse(text, out value); Use(isEnabled);",
        TestName = "A local that was there")]
    [TestCase("bool.TryParse(text, out _);", TestName = "Nobody listens")]
    [TestCase("Use(bool.TryParse(text, out _));", TestName = "Handed on")]
    [TestCase("Use(new[] { text }.All(one => bool.TryParse(one, out _)));", TestName = "A question about each")]
    [TestCase("var isLong = bool.TryParse(text, out _) ? false : text.Length > 3; Use(isLong);",
        TestName = "What is chosen by it")]
    [TestCase("while (bool.TryParse(text, out _)) text += text;", TestName = "A loop")]
    [TestCase("var isEnabled = !bool.TryParse(text, out _); Use(isEnabled);", TestName = "The opposite")]
    [TestCase("""var isEnabled = bool.TryParse(text, out _) || number > 3; Use(isEnabled);""", TestName = "One of two reasons")]
    [TestCase("Use(IsBool(text)); static bool IsBool(string s) => bool.TryParse(s, out _);",
        TestName = "A function that asks for the kind")]
    [TestCase("Use(CanRead(text)); static bool CanRead(string s) => bool.TryParse(s, out _);",
        TestName = "A function that asks whether it can be read")]
    public Task The_answer_is_what_is_meant(string body) => Allows(Code(body));

    [Test]
    public Task The_message_says_what_false_does() => Says(
        Code("options.Verbose = [|bool.TryParse(text, out _)|];"),
        """'Verbose' gets the answer whether 'text' could be read and not what it says, so "false" makes it true; ask for """
        + "both: 'bool.TryParse(…, out var value) && value'");

    [TestCase(
        "options.Verbose = [|bool.TryParse(text, out _)|];",
        "options.Verbose = bool.TryParse(text, out var value) && value;", TestName = "A discard")]
    [TestCase(
        "var isEnabled = [|bool.TryParse(text, out var read)|]; Use(isEnabled);",
        "var isEnabled = bool.TryParse(text, out var read) && read; Use(isEnabled);", TestName = "A local")]
    [TestCase(
        "var isEnabled = text != null && [|bool.TryParse(text, out bool _)|]; Use(isEnabled);",
        "var isEnabled = text != null && bool.TryParse(text, out var value) && value; Use(isEnabled);",
        TestName = "Behind a question")]
    public Task Both_are_asked(string body, string repaired) => Fixes(Code(body), Code(repaired));

    private static string Code(string body) => $$"""
        using System;
        using System.Linq;
        public class Options { public bool Verbose { get; set; } }
        public class Reader
        {
            private bool _isOn;
            public void Act(string text, Options options, int number)
            {
                {{body}}
            }
            public bool IsOn => _isOn;
            private static void Use(object value) { }
        }
        """;
}
