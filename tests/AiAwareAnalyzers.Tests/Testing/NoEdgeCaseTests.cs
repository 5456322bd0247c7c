using System.Globalization;
using AiAwareAnalyzers.Testing;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAwareAnalyzers.Tests.Testing;

public sealed class NoEdgeCaseTests : RuleTests<NoEdgeCase>
{
    private protected override ReferenceSet Framework => References.Testing;

    [TestCase("int Of(string text) { if (text.Length == 0) return 0; return 1; }", "\"a\"", "\"b\"",
        TestName = "Empty")]
    [TestCase("int Of(string text) { if (text == \"\") return 0; return 1; }", "\"a\"", "\"b\"", TestName = "No text")]
    [TestCase("int Of(string text) => text is \"\" ? 0 : 1;", "\"a\"", "\"b\"", TestName = "Is no text")]
    [TestCase("int Of(string text) => text == string.Empty ? 0 : 1;", "\"a\"", "\"b\"", TestName = "By its name")]
    [TestCase("int Of(string text) => string.IsNullOrEmpty(text) ? 0 : 1;", "\"a\"", "\" \"",
        TestName = "Null or empty")]
    [TestCase("int Of(string text) => string.IsNullOrWhiteSpace(text) ? 0 : 1;", "\"a\"", "\"b\"", TestName = "Blank")]
    [TestCase("int Of(string? text) { if (text is null) return 0; return 1; }", "\"a\"", "\"\"", TestName = "Null")]
    [TestCase("int Of(string? text) => text != null ? 1 : 0;", "\"a\"", "\"\"", TestName = "Not null")]
    [TestCase("int Of(string? text) { if (text is not { } t) return 0; return t.Length; }", "\"a\"", "\"b\"",
        TestName = "Not there")]
    [TestCase("string Of(string? text) => text ?? \"none\";", "\"a\"", "\"b\"", TestName = "A fallback")]
    [TestCase("int Of(int? n) => n.HasValue ? n.Value : 7;", "1", "2", TestName = "No value")]
    [TestCase("int Of(int n) { if (n == 0) throw new ArgumentException(\"n\"); return 1 / n; }", "1", "2",
        TestName = "Zero")]
    [TestCase("int Of(int n) { if (n < 0) throw new ArgumentException(\"n\"); return n; }", "1", "0",
        TestName = "Negative")]
    [TestCase("int Of(int n) => n > 0 ? n : 0;", "1", "2", TestName = "Not above zero")]
    [TestCase("decimal Of(decimal n) { if (n >= 100) return n * 0.9m; return n; }", "1", "99.5m", TestName = "A bound")]
    [TestCase("decimal Of(decimal n) { if (n >= 100) return n * 0.9m; return n; }", "100", "200",
        TestName = "The other side of it")]
    [TestCase("int Of(int n) { if (100 < n) return 100; return n; }", "1", "2", TestName = "The other way round")]
    [TestCase("int Of(int n) { if (n < 0 || n > 120) throw new ArgumentException(\"n\"); return n; }", "1", "20",
        TestName = "A range")]
    [TestCase("int Of(int n) { if (n is < 0 or > 120) throw new ArgumentException(\"n\"); return n; }", "1", "20",
        TestName = "The pattern of a range")]
    [TestCase("int Of(string text) { if (text.Length > 5) throw new FormatException(); return 1; }", "\"a\"", "\"b\"",
        TestName = "Too long")]
    [TestCase("int Of(string text) { if (text.Length != 4) throw new FormatException(); return 1; }", "\"abcd\"",
        "\"efgh\"", TestName = "Of another length")]
    [TestCase("int Of(int[] all) => all.Length == 0 ? 0 : all[0];", "new[] { 1 }", "new[] { 1, 2 }",
        TestName = "An empty array")]
    [TestCase("int Of(List<int> all) => all.Count < 1 ? 0 : all[0];", "new List<int> { 1 }", "new() { 1, 2 }",
        TestName = "An empty list")]
    [TestCase("int Of(IEnumerable<int> all) { if (!all.Any()) return 0; return all.Max(); }", "new[] { 1 }",
        "new List<int> { 3 }", TestName = "None of all")]
    [TestCase("int Of(IEnumerable<int> all) => all.Count() > 0 ? all.Max() : 0;", "new[] { 1 }", "new[] { 2 }",
        TestName = "None are counted")]
    [TestCase("string Of(string? text) => text switch { null => \"-\", _ => text };", "\"a\"", "\"b\"",
        TestName = "An arm")]
    [TestCase("string Of(int n) { switch (n) { case 0: return \"none\"; default: return \"some\"; } }", "1", "2",
        TestName = "A case")]
    [TestCase("string Of(int n) => n switch { < 10 => \"a\", < 100 => \"b\", _ => \"c\" };", "1", "500",
        TestName = "The arm between")]
    [TestCase("int Of(int n) { if (n > 0) { if (n >= 50) return 50; } return n; }", "1", "0", TestName = "Inside")]
    public Task What_no_test_passes(string subject, string one, string other) =>
        Flags(Code(subject, $"[Fact] public void A() => Look(Sums.[|Of|]({one}));", $"Look(Sums.Of({other}));"));

    [TestCase("{0} && {1}", "n > 0", "m > 0", TestName = "All of them")]
    [TestCase("{0} || {1}", "n < 0", "m < 0", TestName = "One of them")]
    [TestCase("({0} && {1}) || {1}", "n < 0", "m < 0", TestName = "One of all of them")]
    [TestCase("{1} && ({0} || {1})", "n < 0", "m < 0", TestName = "All of one of them")]
    [TestCase("{1} && ({0})", "n < 0", "m < 0", TestName = "In brackets")]
    public Task A_condition_of_many_parts(string step, string one, string other)
    {
        var condition = Enumerable.Range(0, 40)
            .Aggregate(one, (all, at) => string.Format(
                CultureInfo.InvariantCulture, step, all, at % 2 == 0 ? other : one));
        var code = Code(
            $"int Of(int n, int m) {{ if ({condition}) return 1; return 2; }}",
            "[Fact] public void A() => Look(Sums.[|Of|](1, 2));",
            "Look(Sums.Of(2, 3));");
        return InTime(() => Flags(code));
    }

    [TestCase("[Theory, InlineData(\"a\"), InlineData(\"b\")] public void A(string s) => Look(Sums.[|Of|](s));",
        TestName = "Rows")]
    [TestCase("[Theory, InlineData(1, \"a\"), InlineData(2, \"b\")] public void A(int n, string s) "
        + "=> Look(n, Sums.[|Of|](s));", TestName = "The second of a row")]
    [TestCase("[Fact] public void A() { var s = \"a\"; Look(Sums.[|Of|](s)); Look(Sums.Of(\"b\")); }",
        TestName = "A local")]
    [TestCase("const string Name = \"a\"; [Fact] public void A() { Look(Sums.[|Of|](Name)); Look(Sums.Of(\"b\")); }",
        TestName = "A constant")]
    [TestCase("readonly string name = \"a\"; [Fact] public void A() { Look(Sums.[|Of|](name)); Look(Sums.Of(\"b\")); }",
        TestName = "A field")]
    [TestCase("[Fact] public void A() { foreach (var s in new[] { \"a\", \"b\" }) Look(Sums.[|Of|](s)); }",
        TestName = "A loop")]
    [TestCase("static readonly string[] All = { \"a\", \"b\" }; "
        + "[Fact] public void A() { foreach (var s in All) Look(Sums.[|Of|](s)); }", TestName = "A loop over a field")]
    [TestCase("[Fact] public void A() { Throws(() => Sums.[|Of|](\"a\")); Look(Sums.Of(\"b\")); }",
        TestName = "In a lambda")]
    [TestCase("[Fact] public void A() => [|Check(\"a\")|]; [Fact] public void B() => Check(\"b\"); "
        + "static void Check(string s) => Look(Sums.Of(s));", TestName = "Through a helper")]
    [TestCase("[Fact] public void A() { var n = Guid.NewGuid(); Look(Sums.[|Of|]($\"book {n}\")); "
        + "Look(Sums.Of(\"no \" + n)); }", TestName = "Texts with words in them")]
    [TestCase("[Fact] public void A() { Look(Sums.[|Of|](new string('a', 9))); Look(Sums.Of(\"b\")); }",
        TestName = "A long text")]
    [TestCase("[Fact] public void A() { var on = Look(1); Look(Sums.[|Of|](on ? \"a\" : \"b\")); }",
        TestName = "Either of two")]
    public Task Values_are_followed(string tests) =>
        Flags(Code("int Of(string text) => text.Length == 0 ? 0 : 1;", tests));

    [Test]
    public Task In_NUnit() => Flags("""
        using NUnit.Framework;
        public class SumsTests
        {
            [TestCase(1), TestCase(2)] public void A(int n) => Assert.That(Sums.[|Of|](n), Is.EqualTo(n));
            [Test] public void B([Values(3, 4)] int n) => Assert.That(Sums.Of(n), Is.EqualTo(n));
        }
        public static class Sums { public static int Of(int n) => n < 0 ? 0 : n; }
        """);

    [Test]
    public Task In_MSTest() => Flags("""
        using Microsoft.VisualStudio.TestTools.UnitTesting;
        [TestClass]
        public class SumsTests
        {
            [TestMethod, DataRow(1), DataRow(2)] public void A(int n) => Assert.AreEqual(n, Sums.[|Of|](n));
        }
        public static class Sums { public static int Of(int n) => n < 0 ? 0 : n; }
        """);

    [TestCase("int Of(string text) { if (text.Length == 0) return 0; return 1; }", "\"a\"",
        "'Of' returns early when 'text' is empty, and none of its 2 tests passes an empty text; add one that does",
        TestName = "Returns")]
    [TestCase("int Of(string? t) { if (t == null || t.Length == 0) throw new FormatException(); return 1; }", "\"a\"",
        "'Of' throws when 't' is null or empty, and none of its 2 tests passes null or an empty text; "
        + "add one that does", TestName = "Throws")]
    [TestCase("string Of(string t) => t.Length > 5 ? \"long\" : t;", "\"a\"",
        "'Of' goes another way when 't.Length' is above 5, and none of its 2 tests passes such a text; "
        + "add one that does", TestName = "Chooses")]
    [TestCase("int Of(int n) { if (n < 0 || n > 9) throw new FormatException(); return n; }", "1",
        "'Of' throws when 'n' is negative or above 9, and none of its 2 tests passes such a number; add one that does",
        TestName = "Two bounds")]
    public Task The_message_names_the_branch(string subject, string value, string message) => Says(
        Code(subject, $"[Fact] public void A() => Look(Sums.[|Of|]({value}));", $"Look(Sums.Of({value}));"), message);

    [Test]
    public Task The_message_counts_one_test() => Says(
        Code("int Of(int n) => n == 0 ? 1 : n;", "[Theory, InlineData(1), InlineData(2)] public void A(int n) "
            + "=> Look(Sums.[|Of|](n));"),
        "'Of' goes another way when 'n' is 0, and its only test never passes 0; add one that does");

    [TestCase("int Of(string text) => text.Length == 0 ? 0 : 1;", "\"a\"", "\"\"", TestName = "Empty is passed")]
    [TestCase("int Of(string text) => text.Length == 0 ? 0 : 1;", "\"a\"", "string.Empty", TestName = "By its name")]
    [TestCase("int Of(string? text) => text is null ? 0 : 1;", "\"a\"", "null", TestName = "Null is passed")]
    [TestCase("int Of(string? text) => text is null ? 0 : 1;", "\"a\"", "default", TestName = "A default is passed")]
    [TestCase("int Of(string text) => string.IsNullOrEmpty(text) ? 0 : 1;", "\"a\"", "null!",
        TestName = "Null instead")]
    [TestCase("int Of(string? t) => t == null || t.Length == 0 ? 0 : 1;", "\"a\"", "\"\"",
        TestName = "One of two ways")]
    [TestCase("int Of(int n) => n < 0 ? 0 : n;", "1", "-1", TestName = "Negative is passed")]
    [TestCase("int Of(int[] all) => all.Length == 0 ? 0 : 1;", "new[] { 1 }", "new int[0]",
        TestName = "An empty array is passed")]
    [TestCase("int Of(IEnumerable<int> all) => all.Any() ? 1 : 0;", "new[] { 1 }", "Array.Empty<int>()",
        TestName = "The empty array is passed")]
    [TestCase("int Of(List<int> all) => all.Count == 0 ? 0 : 1;", "new() { 1 }", "new()",
        TestName = "An empty list is passed")]
    [TestCase("int Of(string text) => text.Length == 0 ? 0 : 1;", "\"a\"", "Console.ReadLine()!", TestName = "Unknown")]
    [TestCase("int Of(string text) => text.Length == 0 ? 0 : 1;", "\"a\"", "Guid.NewGuid().ToString()",
        TestName = "Made elsewhere")]
    [TestCase("int Of(List<int> all) => all.Count == 0 ? 0 : 1;", "new() { 1 }", "new(new[] { 1 }.Where(n => n > 1))",
        TestName = "A list of a query")]
    [TestCase("int Of(string t) { if (t is null) throw new ArgumentNullException(); return 1; }", "\"a\"", "\"b\"",
        TestName = "A guard against null")]
    [TestCase("int Of(string text) => text == null ? 0 : 1;", "\"a\"", "\"b\"", TestName = "Never null")]
    [TestCase("int Of(string? text) { text = text?.Trim(); return text == null ? 0 : 1; }", "\"a\"", "\"b\"",
        TestName = "Another value")]
    [TestCase("int Of(int n) => n <= 1 ? 1 : n * Of(n - 1);", "3", "4", TestName = "Calls itself")]
    [TestCase("int Of(string kind) => kind == \"book\" ? 7 : 19;", "\"pen\"", "\"ink\"",
        TestName = "One of many texts")]
    [TestCase("int Of(int n) => n == 5 ? 1 : 0;", "1", "2", TestName = "One of many numbers")]
    [TestCase("int Of(DayOfWeek day) => day == DayOfWeek.Sunday ? 0 : 1;", "DayOfWeek.Monday", "DayOfWeek.Friday",
        TestName = "One of a few names")]
    [TestCase("int Of(bool on) => on ? 1 : 0;", "true", "true", TestName = "A switch")]
    [TestCase("int Of(string text) => text.Trim().Length == 0 ? 0 : 1;", "\"a\"", "\"b\"",
        TestName = "Something made of it")]
    [TestCase("int Of(object? o) => o is string ? 0 : 1;", "1", "2", TestName = "Its type")]
    [TestCase("int Of(int n) => n switch { 0 when DateTime.Now.Year > 1 => 0, _ => 1 };", "1", "2",
        TestName = "A guard")]
    [TestCase("int Of(string text) => text.Length;", "\"a\"", "\"b\"", TestName = "No branch")]
    [TestCase("int Of(int n) { return Inner(0); int Inner(int m) => m < 0 ? 1 : n; }", "1", "2",
        TestName = "Of a function inside")]
    public Task What_tests_pass_or_need_not(string subject, string one, string other) =>
        Allows(Code(subject, $"[Fact] public void A() => Look(Sums.Of({one}));", $"Look(Sums.Of({other}));"));

    [TestCase("[Fact] public void A() => Look(Sums.Of(\"a\"));", TestName = "One example")]
    [TestCase("[Theory, InlineData(\"a\"), InlineData(\"\")] public void A(string s) => Look(Sums.Of(s));",
        TestName = "A row")]
    [TestCase("[Theory, InlineData(null), InlineData(\"b\")] public void A(string s) => Look(Sums.Of(s ?? \"\"));",
        TestName = "A row that is changed")]
    [TestCase("public static IEnumerable<object[]> All => new[] { new object[] { \"\" } }; "
        + "[Theory, MemberData(nameof(All)), InlineData(\"b\")] public void A(string s) => Look(Sums.Of(s));",
        TestName = "A source of rows")]
    [TestCase("[Fact] public void A() { foreach (var s in new[] { \"a\", \"\" }) Look(Sums.Of(s)); }",
        TestName = "A loop")]
    [TestCase("[Fact] public void A() { for (var n = 0; n < 3; n++) Look(Sums.Of(new string('a', n))); }",
        TestName = "A loop that counts")]
    [TestCase("[Fact] public void A() { var s = \"a\"; Look(Sums.Of(s)); s = \"\"; Look(Sums.Of(s)); }",
        TestName = "A local with two values")]
    [TestCase("[Fact] public void A() => Check(\"a\"); [Fact] public void B() => Check(\"\"); "
        + "static void Check(string s) => Look(Sums.Of(s));", TestName = "Through a helper")]
    [TestCase("[Fact] public void A() { Look(Sums.Of(\"a\")); Look(Sums.Of(\"b\")); "
        + "Look(new[] { \"\" }.Select(Sums.Of)); }",
        TestName = "By its name")]
    [TestCase("static string name = \"a\"; [Fact] public void A() { Look(Sums.Of(name)); Look(Sums.Of(\"b\")); }",
        TestName = "A field that changes")]
    [TestCase("readonly string name = \"a\"; public SumsTests() => name = \"\"; "
        + "[Fact] public void A() { Look(Sums.Of(name)); Look(Sums.Of(\"b\")); }", TestName = "A field of the set-up")]
    [TestCase("public void A() { Look(Sums.Of(\"a\")); Look(Sums.Of(\"b\")); }", TestName = "No test")]
    public Task Values_that_may_be_any(string tests) =>
        Allows(Code("int Of(string text) => text.Length == 0 ? 0 : 1;", tests));

    [TestCase("var all = new List<int>(); all.Add(1); Look(Sums.Of(all)); Look(Sums.Of(new()));", TestName = "Filled")]
    [TestCase("var all = new List<int> { 1 }; all.Clear(); Look(Sums.Of(all)); Look(Sums.Of(new() { 1 }));",
        TestName = "Emptied")]
    public Task A_list_that_changes(string body) => Allows(Code(
        "int Of(List<int> all) => all.Count == 0 ? 0 : 1;", $"[Fact] public void A() {{ {body} }}"));

    [Test]
    public Task Through_what_it_implements() => Allows(Code(
        "int Of(int n) => new Adder().Add(n);",
        "[Fact] public void A() { Look(new Adder().Add(1)); Look(new Adder().Add(2)); IAdder any = new Adder(); "
        + "Look(any.Add(-1)); }")
        + " public interface IAdder { int Add(int n); } "
        + "public class Adder : IAdder { public int Add(int n) => n < 0 ? 0 : n; }");

    [Test]
    public Task Tests_behind_many_ways_through_helpers() => InTime(() => Flags(Code(
        "int Of(int n) => n < 0 ? 0 : n;",
        "[Fact] public void A() { Look(Sums.[|Of|](1)); H12(); } static void H0() => Look(Sums.Of(2)); "
        + Helpers("", ""))));

    [Test]
    public Task Values_on_many_ways_through_helpers() => InTime(() => Allows(Code(
        "int Of(int n) => n < 0 ? 0 : n;",
        "[Fact] public void A() { Look(Sums.Of(1)); H12(2); } static void H0(int n) => Look(Sums.Of(n)); "
        + Helpers("int n", "n"))));

    [TestCase("OrderTests", "A", TestName = "A class about something else")]
    [TestCase("SumsOfOrdersTests", "A", TestName = "A class about more")]
    [TestCase("OrderTests", "Of_an_order", TestName = "A word that is everywhere")]
    public Task What_another_test_needs(string tests, string name) => Allows(Code(
        "int Of(int n) => n < 0 ? 0 : n;",
        $"[Fact] public void {name}() {{ Look(Sums.Of(1)); Look(Sums.Of(2)); }}").Replace("SumsTests", tests));

    [TestCase("SumsUnitTests", "A", TestName = "A class of unit tests")]
    [TestCase("SumsOfTests", "A", TestName = "A class for one method")]
    [TestCase("OrderTests", "Sums_of_an_order", TestName = "A test that names both")]
    public Task What_a_test_is_about(string tests, string name) => Flags(Code(
        "int Of(int n) => n < 0 ? 0 : n;",
        $"[Fact] public void {name}() {{ Look(Sums.[|Of|](1)); Look(Sums.Of(2)); }}").Replace("SumsTests", tests));

    [Test]
    public Task An_example_of_something_else_does_not_count() => Says(
        Code(
            "int Of(int n) => n < 0 ? 0 : n;",
            "[Fact] public void A() => Look(Sums.[|Of|](1)); [Fact] public void B() => Look(Sums.Of(2));")
        + " public class OrderTests { [Fact] public void A() => Assert.Equal(3, Sums.Of(3)); }",
        "'Of' goes another way when 'n' is negative, and none of its 2 tests passes a negative number; "
        + "add one that does");

    [TestCase("FakeShop", TestName = "A fake")]
    [TestCase("OrderBuilder", TestName = "A builder")]
    public Task A_part_of_the_tests(string name) => Allows(Code(
        "int Of(int n) => n;",
        $"[Fact] public void A() {{ Look({name}.Add(1)); Look({name}.Add(2)); }}")
        + $" public static class {name} {{ public static int Add(int n) => n < 0 ? 0 : n; }}");

    [Test]
    public Task A_double_is_told_and_not_called() => Flags(
        """
        using Xunit;
        using Moq;
        public class SumsTests
        {
            [Fact] public void A()
            {
                var mock = new Mock<Sums>();
                mock.Setup(sums => sums.Of(It.IsAny<int>())).Returns(1);
                Assert.Equal(1, new Sums().[|Of|](1));
                Assert.Equal(2, new Sums().Of(2));
            }
        }
        public class Sums { public virtual int Of(int n) => n < 0 ? 0 : n; }
        """);

    [TestCase("Shop", 1, Description = "an editor has both projects open")]
    [TestCase("Shop.Testing", 0, Description = "what helps tests")]
    public async Task In_another_project(string name, int count)
    {
        var code = Library(name, "public static class Sums { public static int Of(int n) => n < 0 ? 0 : n; }");
        Assert.That(
            await Findings(code.ToMetadataReference(), "Look(Sums.Of(1));", "Look(Sums.Of(2));"),
            Has.Length.EqualTo(count));
    }

    [TestCase("Of(string? text) => 1", "\"\"", 1, Description = "a text")]
    [TestCase("Of(int? n) => 1", "1", 1, Description = "a number")]
    [TestCase("Of(int? n) => 1", "null", 0, Description = "null is passed")]
    [TestCase("Of(string text) => 1", "\"\"", 0, Description = "null is not taken")]
    [TestCase("Of(string? text = null) => 1", "\"\"", 0, Description = "usually left out")]
    [TestCase("Of(object? any) => 1", "1", 0, Description = "anything")]
    [TestCase("Of(int n) => n < 0 ? 1 : 0", "1", 0, Description = "a branch that a build does not see")]
    public async Task As_a_build_hands_it_over(string member, string value, int count)
    {
        var reference = Built($"public static class Sums {{ public static int {member}; }}");
        var call = $"Look(Sums.Of({value}));";
        Assert.That(await Findings(reference, call, call, call), Has.Length.EqualTo(count));
        Assert.That(await Findings(reference, call, call), Is.Empty, "two tests are few");
    }

    [Test]
    public async Task A_signature_that_is_given()
    {
        var reference = Built(
            "public class Sums : System.IFormattable { "
            + "public string ToString(string? form, System.IFormatProvider? by) => form ?? \"\"; }");
        const string Call = "Look(new Sums().ToString(\"a\", null));";
        Assert.That(await Findings(reference, Call, Call, Call), Is.Empty);
    }

    /// <summary>What grows with the ways through code, and not with the code, never ends here.</summary>
    private static Task InTime(Func<Task> look) => Task.Run(look).WaitAsync(TimeSpan.FromMinutes(1));

    /// <summary>Each calls the one below it six times.</summary>
    private static string Helpers(string parameter, string argument) => string.Concat(Enumerable.Range(1, 12).Select(
        at => $"static void H{at}({parameter}) {{ "
            + string.Concat(Enumerable.Repeat($"H{at - 1}({argument}); ", 6)) + "} "));

    private static PortableExecutableReference Built(string code)
    {
        using var stream = new MemoryStream();
        Assert.That(Library("Shop", code).Emit(stream).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    private static CSharpCompilation Library(string name, string code) => CSharpCompilation.Create(
        name,
        [CSharpSyntaxTree.ParseText("#nullable enable\n" + code, new Setting(References.Net10).ParseOptions)],
        References.Net10.Metadata,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private static async Task<Diagnostic[]> Findings(MetadataReference library, params string[] tests)
    {
        var bodies = tests.Select((test, at) => $"[Xunit.Fact] public void T{at}() => {test}\n");
        var setting = new Setting(References.Testing);
        var code = $"public class SumsTests {{ {string.Concat(bodies)} "
            + "static void Look(object o) => Xunit.Assert.Equal(1, o); }";
        var compilation = CSharpCompilation.Create(
            "Shop.Units",
            [CSharpSyntaxTree.ParseText(code, setting.ParseOptions)],
            References.Testing.Metadata.Add(library),
            (CSharpCompilationOptions)setting.CompilationOptions);
        Assert.That(
            compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error), Is.Empty);
        return [.. await Workshop.Findings(compilation, new AnalyzerOptions([]), new NoEdgeCase())];
    }

    private static string Code(string subject, string tests, string second = "") => $$"""
        using Xunit;
        public class SumsTests
        {
            {{tests}}
            {{(second.Length > 0 ? $"[Fact] public void Z() => {second}" : "")}}
            private static bool Look(params object?[] values) { Assert.NotEqual(7, values.Length); return true; }
            private static void Throws(Action act) => Assert.Throws<FormatException>(act);
        }
        public static class Sums
        {
            public static {{subject}}
        }
        """;
}
