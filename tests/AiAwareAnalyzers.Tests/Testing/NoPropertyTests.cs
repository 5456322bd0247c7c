using AiAwareAnalyzers.Testing;

namespace AiAwareAnalyzers.Tests.Testing;

public sealed class NoPropertyTests : RuleTests<NoProperty, NoPropertyFix>
{
    private const string Texts =
        "string Encode(string text) => text; public static string Decode(string text) => text;";

    private static readonly ReferenceSet Plain = References.AspNetCore.And(
        "NUnit", "xunit.assert", "xunit.extensibility.core", "MSTest.TestFramework");

    private protected override ReferenceSet Framework => References.Testing;

    [TestCase(Texts, "[|Encode|](\"a\")", TestName = "Encode")]
    [TestCase(Texts, "[|Decode|](\"a\")", TestName = "Decode alone")]
    [TestCase("string Serialize(int n) => \"\"; public static int Deserialize(string text) => 1;", "[|Serialize|](1)",
        TestName = "Serialize")]
    [TestCase("string Format(decimal n) => \"\"; public static decimal Parse(string text) => 1;", "[|Parse|](\"1\")",
        TestName = "Parse")]
    [TestCase("string EscapeName(string name) => name; public static string UnescapeName(string name) => name;",
        "[|EscapeName|](\"a\")", TestName = "With another word")]
    [TestCase("byte[] Compress(byte[] all) => all; public static byte[] Decompress(byte[] all) => all;",
        "[|Compress|](new byte[1])", TestName = "Compress")]
    [TestCase("string Encrypt(string text) => text; public static string Decrypt(string text) => text;",
        "[|Encrypt|](\"a\")", TestName = "Encrypt")]
    [TestCase("string ToRoman(int n) => \"I\"; public static int FromRoman(string text) => 1;", "[|ToRoman|](1)",
        TestName = "To and From")]
    [TestCase("string Pack(Uri uri) => \"\"; public static Uri Unpack(string text) => new(text);",
        "[|Unpack|](\"a\")", TestName = "Values that no library makes")]
    [TestCase("string Quote(string t, char by = '\\'') => t; public static string Unquote(string t) => t;",
        "[|Quote|](\"a\")", TestName = "With an option")]
    [TestCase("int[] Sort(int[] all) => all;", "[|Sort|](new[] { 2, 1 })", TestName = "Sort")]
    [TestCase("List<string> SortByName(IEnumerable<string> all) => all.ToList();", "[|SortByName|](new[] { \"a\" })",
        TestName = "Sort by")]
    [TestCase("IEnumerable<int> Sorted(List<int> all) => all;", "[|Sorted|](new() { 2, 1 })", TestName = "Sorted")]
    [TestCase("decimal[] Split(decimal total, int parts) => new decimal[parts];", "[|Split|](10m, 3)",
        TestName = "Split")]
    [TestCase("IReadOnlyList<decimal> AllocateTax(decimal tax, int lines) => new decimal[lines];",
        "[|AllocateTax|](10m, 3)", TestName = "Allocate")]
    public Task A_single_example(string methods, string call) => Flags(Code(methods, $"[Fact] {Test("A", call)}"));

    [TestCase("[Theory, InlineData(\"a\"), InlineData(\"b\")] public void A(string s) => Look(Sums.[|Encode|](s));",
        TestName = "A few rows")]
    [TestCase("[Fact] public void A() { var e = Sums.[|Encode|](\"a\"); Look(Sums.Decode(e)); }",
        TestName = "One round trip")]
    [TestCase("[Fact] public void A() => Look(Sums.[|Encode|](\"a\")); [Fact] public void B() => Check(\"b\"); "
        + "static void Check(string s) => Look(Sums.Encode(s));", TestName = "Beside a helper")]
    [TestCase("[Fact] public void A() => Throws(() => Sums.[|Decode|](\"a\"));", TestName = "In a lambda")]
    public Task A_few_examples(string tests) => Flags(Code(Texts, tests));

    [Test]
    public Task On_an_object() => Flags(
        """
        using NUnit.Framework;
        public class CodecTests
        {
            private readonly Codec codec = new();
            [Test] public void A() => Assert.That(codec.[|Encode|](1), Is.EqualTo("1"));
        }
        public class Codec
        {
            public string Encode(int n) => n.ToString();
            public int Decode(string text) => text.Length;
        }
        """);

    [TestCase(Texts, "Encode(\"a\")",
        "'Encode' and 'Decode' are tested by one example only, and another value may not survive the way there and "
        + "back; let FsCheck check that 'Decode' gives back what 'Encode' was given", TestName = "A round trip")]
    [TestCase("int[] Sort(int[] all) => all;", "Sort(new[] { 2, 1 })",
        "'Sort' is tested by one example only, and other elements may be lost or out of order; let FsCheck check that "
        + "what 'Sort' returns is in order and has the same elements", TestName = "An order")]
    [TestCase("decimal[] Split(decimal total, int parts) => new decimal[parts];", "Split(10m, 3)",
        "'Split' is tested by one example only, and the parts of another amount may not add up to it; let FsCheck "
        + "check that the parts that 'Split' returns add up to the whole", TestName = "A sum")]
    public Task The_message_names_the_property(string methods, string call, string message) =>
        Says(Code(methods, $"[Fact] {Test("A", "[|" + call.Replace("(", "|](", StringComparison.Ordinal))}"), message);

    [Test]
    public Task The_message_counts_the_examples() => Says(
        Code(Texts, "[Theory, InlineData(\"a\"), InlineData(\"b\")] public void A(string s) "
            + $"=> Look(Sums.[|Encode|](s)); [Fact] {Test("B", "Decode(\"a\")")}"),
        "'Encode' and 'Decode' are tested by 3 examples only, and another value may not survive the way there and "
        + "back; let FsCheck check that 'Decode' gives back what 'Encode' was given");

    [Test]
    public Task A_round_trip_is_one_example() => Says(
        Code(Texts, "[Fact] public void A() { var e = Sums.[|Encode|](\"a\"); Look(Sums.Decode(e)); }"),
        "'Encode' and 'Decode' are tested by one example only, and another value may not survive the way there and "
        + "back; let FsCheck check that 'Decode' gives back what 'Encode' was given");

    [Test]
    public Task The_message_names_the_library() => Given.WithReferences(Plain.And("CsCheck")).Says(
        Code(Texts, $"[Fact] {Test("A", "[|Encode|](\"a\")")}"),
        "'Encode' and 'Decode' are tested by one example only, and another value may not survive the way there and "
        + "back; let CsCheck check that 'Decode' gives back what 'Encode' was given");

    [TestCase("int Encode(string text) => 1;", "Encode(\"a\")", TestName = "Nothing undoes it")]
    [TestCase("int Encode(string text) => 1; public static string Decode(string text) => text;", "Encode(\"a\")",
        TestName = "Of other types")]
    [TestCase("string Encode(string t, string key) => t; public static string Decode(string t, string key) => t;",
        "Encode(\"a\", \"k\")", TestName = "With a key")]
    [TestCase("string Encode(string t) => t; public static string Decode(string t) => t; "
        + "public static string Decode(byte[] t) => \"\";", "Encode(\"a\")", TestName = "Several ways back")]
    [TestCase("string Encode<T>(T t) => \"\"; public static T Decode<T>(string t) => default!;", "Encode(1)",
        TestName = "Of any type")]
    [TestCase("string Total(int n) => \"\"; public static int Fromtal(string t) => 1;", "Total(1)",
        TestName = "A longer word")]
    [TestCase("bool Sort(int[] all) => true;", "Sort(new[] { 1 })", TestName = "In its place")]
    [TestCase("string Sort(string key) => key;", "Sort(\"a\")", TestName = "A text to sort by")]
    [TestCase("int[] SortOrder(string[] all) => new int[0];", "SortOrder(new[] { \"a\" })",
        TestName = "The order of a sort")]
    [TestCase("string[] Split(string line, char at) => line.Split(at);", "Split(\"a\", 'b')",
        TestName = "A text is split")]
    [TestCase("decimal[] Split(decimal total, decimal by) => new[] { by };", "Split(1m, 2m)",
        TestName = "By an amount")]
    [TestCase("decimal Split(decimal total, int by) => total / by;", "Split(1m, 2)", TestName = "One part")]
    [TestCase("int Plus(int n) => n; public static int Minus(int n) => n;", "Plus(1)", TestName = "Another pair")]
    public Task What_has_no_property(string methods, string call) =>
        Allows(Code(methods, $"[Fact] {Test("A", call)}"));

    [TestCase("[Theory, InlineData(\"a\"), InlineData(\"b\"), InlineData(\"c\"), InlineData(\"d\"), InlineData(\"e\")] "
        + "public void A(string s) => Look(Sums.Encode(s));", TestName = "A table")]
    [TestCase("public static IEnumerable<object[]> All => new[] { new object[] { \"\" } }; "
        + "[Theory, MemberData(nameof(All))] public void A(string s) => Look(Sums.Encode(s));", TestName = "A source")]
    [TestCase("[Fact] public void A() { foreach (var s in new[] { \"a\", \"b\" }) Look(Sums.Encode(s)); }",
        TestName = "A loop")]
    [TestCase("[Fact] public void A() { for (var n = 0; n < 9; n++) Look(Sums.Encode(new('a', n))); }",
        TestName = "A loop that counts")]
    [TestCase("[Fact] public void A() => Look(Sums.Encode(\"a\")); [Fact] public void B() => "
        + "Prop.ForAll<string>(s => Sums.Decode(Sums.Encode(s)) == s).QuickCheckThrowOnFailure();",
        TestName = "Checked")]
    [TestCase("[Fact] public void A() => Look(Sums.Encode(\"a\")); [Fact] public void B() => "
        + "Prop.ForAll<string>(s => Check(s)).QuickCheckThrowOnFailure(); "
        + "static bool Check(string s) => Sums.Decode(Sums.Encode(s)) == s;", TestName = "Checked through a helper")]
    [TestCase("public void A() => Look(Sums.Encode(\"a\"));", TestName = "No test")]
    public Task What_is_tested_by_more(string tests) =>
        Allows(Code(Texts, tests, "using FsCheck; using FsCheck.Fluent;"));

    [Test]
    public Task An_attribute_of_the_library() => Given
        .WithReferences(Plain.And("FsCheck", "FSharp.Core", "FsCheck.Xunit"))
        .Allows(Code(Texts, $"[Fact] {Test("A", "Encode(\"a\")")} "
            + "[FsCheck.Xunit.Property] public bool B(string s) => Sums.Decode(Sums.Encode(s)) == s;"));

    [Test]
    public Task Without_a_library() =>
        Given.WithReferences(Plain).Allows(Code(Texts, $"[Fact] {Test("A", "Encode(\"a\")")}"));

    [TestCase("string", "string", "FsCheck.NonNull<string>", "Sums.Decode(Sums.Encode(value.Get)) == value.Get",
        TestName = "A text")]
    [TestCase("int", "string", "int", "Sums.Decode(Sums.Encode(value)) == value", TestName = "A number")]
    [TestCase("decimal", "string", "decimal", "Sums.Decode(Sums.Encode(value)) == value", TestName = "An amount")]
    [TestCase("byte[]", "string", "byte[]", "Sums.Decode(Sums.Encode(values)).SequenceEqual(values)",
        TestName = "Bytes")]
    public Task A_test_that_asks_FsCheck(string given, string made, string type, string holds) => Fixes(
        Spread(given, made, "[|Encode|]", ""),
        Spread(given, made, "Encode", $$"""


                [Fact]
                public void Decode_gives_back_what_Encode_was_given() =>
                    FsCheck.Check.QuickThrowOnFailure(
                        FsCheck.Fluent.Prop.ForAll<{{type}}>(
                            {{(holds.Contains("values") ? "values" : "value")}} => {{holds}}));
            """));

    [TestCase("string", "String", "Sums.Decode(Sums.Encode(value)) == value", TestName = "CsCheck makes a text")]
    [TestCase("long", "Long", "Sums.Decode(Sums.Encode(value)) == value", TestName = "CsCheck makes a number")]
    [TestCase("int[]", "Int.Array", "Sums.Decode(Sums.Encode(values)).SequenceEqual(values)",
        TestName = "CsCheck makes numbers")]
    public Task A_test_that_asks_CsCheck(string given, string generator, string holds) =>
        Given.WithReferences(Plain.And("CsCheck")).Fixes(
            Spread(given, "string", "[|Encode|]", ""),
            Spread(given, "string", "Encode", $$"""


                    [Fact]
                    public void Decode_gives_back_what_Encode_was_given() =>
                        CsCheck.Check.Sample(
                            CsCheck.Gen.{{generator}},
                            {{(holds.Contains("values") ? "values" : "value")}} => {{holds}});
                """));

    [Test]
    public Task A_test_with_the_attribute_for_xUnit() =>
        Given.WithReferences(Plain.And("FsCheck", "FSharp.Core", "FsCheck.Xunit"))
            .Titled("Write a property with FsCheck")
            .Fixes(
                Spread("int", "string", "[|Encode|]", ""),
                Spread("int", "string", "Encode", """


                        [FsCheck.Xunit.Property]
                        public bool Decode_gives_back_what_Encode_was_given(int value) =>
                            Sums.Decode(Sums.Encode(value)) == value;
                    """));

    [Test]
    public Task A_test_with_the_attribute_for_NUnit() =>
        Given.WithReferences(Plain.And("FsCheck", "FSharp.Core", "FsCheck.NUnit")).Fixes(
            """
            using NUnit.Framework;
            public class CodecTests
            {
                private readonly Codec codec = new();

                [Test]
                public void EncodesOne() => Assert.That(codec.[|Sort|](new[] { 2, 1 }), Has.Length.EqualTo(2));
            }
            public class Codec
            {
                public int[] Sort(int[] all) => all;
            }
            """,
            """
            using NUnit.Framework;
            public class CodecTests
            {
                private readonly Codec codec = new();

                [Test]
                public void EncodesOne() => Assert.That(codec.Sort(new[] { 2, 1 }), Has.Length.EqualTo(2));

                [FsCheck.NUnit.Property]
                public bool SortKeepsAllElementsInOrder(int[] values) =>
                    codec.Sort(values).SequenceEqual(values.OrderBy(one => one));
            }
            public class Codec
            {
                public int[] Sort(int[] all) => all;
            }
            """);

    [TestCase("FsCheck", "FsCheck.Fluent.Prop.ForAll<int, FsCheck.PositiveInt>(\n                (cents, parts) => ",
        "parts.Get", TestName = "FsCheck splits")]
    [TestCase("CsCheck", "CsCheck.Gen.Select(CsCheck.Gen.Int, CsCheck.Gen.Int[1, 50]),\n            (cents, parts) => ",
        "parts", TestName = "CsCheck splits")]
    public Task A_sum_in_MSTest(string library, string values, string parts)
    {
        var (ask, end) = library == "FsCheck"
            ? ("FsCheck.Check.QuickThrowOnFailure", "));")
            : ("CsCheck.Check.Sample", ");");
        var code = $$"""
            using Microsoft.VisualStudio.TestTools.UnitTesting;
            [TestClass]
            public class MoneyTests
            {
                [TestMethod]
                public void Splits_ten() => Assert.AreEqual(3, new Money().MARK(10m, 3).Length);
            }
            public class Money
            {
                public decimal[] Split(decimal total, int parts) => new decimal[parts];
            }
            """;
        var references = library == "FsCheck" ? Plain.And("FsCheck", "FSharp.Core") : Plain.And("CsCheck");
        return Given.WithReferences(references).Fixes(
            code.Replace("MARK", "[|Split|]"),
            code.Replace("MARK", "Split").Replace(
                ".Length);\n",
                $$"""
                .Length);

                    [TestMethod]
                    public void Split_keeps_the_whole() =>
                        {{ask}}(
                            {{values}}new Money().Split(cents / 100m, {{parts}}).Sum() == cents / 100m{{end}}

                """));
    }

    [TestCase("Uri", TestName = "A type that no library makes")]
    [TestCase("double", TestName = "A number that may be none")]
    [TestCase("string[]", TestName = "Texts, null among them")]
    public Task Values_that_cannot_be_made(string given) => OffersNoFix(Spread(given, "string", "[|Encode|]", ""));

    [Test]
    public Task An_object_that_cannot_be_made() => OffersNoFix(
        """
        using Xunit;
        public class CodecTests
        {
            [Fact]
            public void A() { var codec = new Codec(7); Assert.Equal("1", codec.[|Encode|](1)); }
        }
        public class Codec
        {
            public Codec(int key) { }
            public string Encode(int n) => n.ToString();
            public int Decode(string text) => text.Length;
        }
        """);

    private static string Test(string name, string call) => $"public void {name}() => Look(Sums.{call});";

    private static string Code(string methods, string tests, string import = "") => $$"""
        using Xunit;
        {{import}}
        public class SumsTests
        {
            {{tests}}
            private static void Look(object? value) => Assert.NotNull(value);
            private static void Throws(Action act) => Assert.Throws<FormatException>(act);
        }
        public static class Sums
        {
            public static {{methods}}
        }
        """;

    private static string Spread(string given, string made, string called, string property) => $$"""
        using Xunit;
        public class SumsTests
        {
            [Fact]
            public void One_comes_out() => Assert.NotNull(Sums.{{called}}(default!));{{property}}
        }
        public static class Sums
        {
            public static {{made}} Encode({{given}} value) => throw new NotImplementedException();
            public static {{given}} Decode({{made}} value) => throw new NotImplementedException();
        }
        """;
}
