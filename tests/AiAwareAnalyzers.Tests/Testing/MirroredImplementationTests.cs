using AiAwareAnalyzers.Testing;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAwareAnalyzers.Tests.Testing;

public sealed class MirroredImplementationTests : RuleTests<MirroredImplementation>
{
    private protected override ReferenceSet Framework => References.Testing;

    [TestCase("var a = 1; var b = 2; [|Assert.Equal(a + b, shop.Sum(a, b))|];", TestName = "A sum")]
    [TestCase("var a = 1; var b = 2; var sum = a + b; [|Assert.Equal(sum, shop.Sum(a, b))|];", TestName = "In a local")]
    [TestCase("var a = 1; var b = 2; var sum = shop.Sum(a, b); [|Assert.Equal(a + b, sum)|];", TestName = "The result")]
    [TestCase("var n = 2m; [|Assert.Equal(n * 3 + n, Prices.Gross(n, 3))|];", TestName = "A number for a local")]
    [TestCase("var n = 2m; var r = 3m; [|Assert.Equal(n * r + n, Prices.Gross(n, r))|];", TestName = "Two operators")]
    [TestCase("var n = 2m; [|Assert.Equal(Math.Round(n, 2), Prices.Rounded(n))|];", TestName = "A call")]
    [TestCase("var n = 2m; [|Assert.Equal(Prices.Gross(n, 1), Prices.Total(n))|];", TestName = "A helper of its own")]
    [TestCase("var n = \"a\"; [|Assert.Equal($\"book {n}\", Prices.Label(n))|];", TestName = "A text")]
    [TestCase("var n = \"a\"; [|Assert.Equal(\"book \" + n, Prices.Tag(n))|];", TestName = "A joined text")]
    [TestCase("var n = 2m; [|Assert.Equal(n * 2, Prices.Twice(n))|];", TestName = "Through a local of the code")]
    [TestCase("var n = \"a\"; [|Assert.Equal(n.ToUpperInvariant(), Prices.Upper(n))|];", TestName = "A method")]
    [TestCase("var n = \"a\"; [|Assert.Equal(n.Length + 1, Prices.Width(n))|];", TestName = "A property of a value")]
    [TestCase("var n = 2m; [|Assert.Equal(n > 5 ? n * 2 : n, Prices.Chosen(n))|];", TestName = "A choice")]
    [TestCase("var a = 1; [|shop.Sum(a, 2).Should().Be(a + 2)|];", TestName = "A sentence")]
    [TestCase("var a = 1; [|shop.Sum(a, 2).ShouldBe(a + 2)|];", TestName = "A word")]
    public Task The_formula_again(string body) => Suggests(Code(Tested.Xunit(body)));

    [Test]
    public Task In_NUnit() => Suggests(Code(Tested.NUnit(
        "var a = 1; [|Assert.That(shop.Sum(a, 2), Is.EqualTo(a + 2))|];")));

    [Test]
    public Task In_MSTest() => Suggests(Code(Tested.MsTest(
        "var a = 1; [|Assert.AreEqual(a + 2, shop.Sum(a, 2))|];")));

    [Test]
    public Task The_message_names_the_method() => Says(
        Code(Tested.Xunit("var a = 1; [|Assert.Equal(a + 2, shop.Sum(a, 2))|];")),
        "'Assert.Equal(a + 2, shop.Sum(a, 2))' works out the expected value in the very steps of 'Sum', so a mistake "
        + "in them is on both sides and the test passes; write down the value that is right");

    [TestCase("Assert.Equal(3, shop.Sum(1, 2));", TestName = "A written value")]
    [TestCase("Assert.Equal(1 + 2, shop.Sum(1, 2));", TestName = "A written sum")]
    [TestCase("const int a = 1; Assert.Equal(a + 2, shop.Sum(a, 2));", TestName = "A sum of constants")]
    [TestCase("var a = 1; Assert.Equal(a * 3, shop.Sum(a, 2));", TestName = "Another way")]
    [TestCase("var a = 1; var b = 2; Assert.Equal(a - b, shop.Sum(a, b));", TestName = "Another operator")]
    [TestCase("var a = 1; var b = 3; Assert.Equal(a + b, shop.Sum(a, 2));", TestName = "Another argument")]
    [TestCase("var a = 1; var b = 2; Assert.Equal(b + a, shop.Sum(a, b));", TestName = "In another order")]
    [TestCase("var n = 2m; Assert.Equal(n + n, Prices.Twice(n));", TestName = "A sum for a product")]
    [TestCase("var n = 2m; Assert.Equal(n * 4, Prices.Gross(n, 3));", TestName = "A shorter formula")]
    [TestCase("var n = 2m; Assert.Equal(n + 1, Prices.Stepped(n));", TestName = "Several answers")]
    [TestCase("var n = \"a\"; Assert.Equal($\"Book {n}\", Prices.Label(n));", TestName = "Another text")]
    [TestCase("var n = \"a\"; Assert.Equal(n.ToLowerInvariant(), Prices.Upper(n));", TestName = "Another method")]
    [TestCase("var n = \"a\"; Assert.Equal(n, Prices.Same(n));", TestName = "What comes back as it is")]
    [TestCase("var before = shop.Stock; shop.Restock(); Assert.Equal(before + 1, shop.Stock);", TestName = "A change")]
    [TestCase("var a = 1; Assert.True(shop.Sum(a, 2) == a + 2);", TestName = "A condition")]
    [TestCase("var a = 1; Assert.NotEqual(a + 2, shop.Sum(a, 2));", TestName = "Another claim")]
    [TestCase("var a = 1; Assert.Equal(a + 2, Math.Max(a, 2));", TestName = "Not of the code under test")]
    [TestCase("var n = 2m; Assert.Equal(Math.Round(n, 3), Prices.Rounded(n));", TestName = "Another precision")]
    [TestCase("Assert.Equal(shop.Sum(1, 2), shop.Sum(2, 1));", TestName = "Two calls")]
    [TestCase("var books = new List<Book>(); Assert.Equal(books.Count + 1, shop.Sum(1, 0));", TestName = "A count")]
    public Task What_is_a_check_of_its_own(string body) => Allows(Code(Tested.Xunit(body)));

    [TestCase("var n = 2m; Assert.Equal(n * 1.07m + 3, Sums.Gross(n));", TestName = "A product and a sum")]
    [TestCase("var n = 2m; Assert.Equal(Math.Round(n * 1.07m, 2), Sums.Gross(n));", TestName = "A rounded product")]
    [TestCase("var n = 2m; var e = n - n * 0.05m; Assert.Equal(e, Sums.Gross(n));", TestName = "In a local")]
    [TestCase("const decimal n = 800m; Assert.Equal(n >= 500m ? n * 0.95m : n, Sums.Gross(n));", TestName = "A choice")]
    [TestCase("var a = new[] { 3m, 4m }; var s = a.Sum(); Assert.Equal(s - s * 0.1m, Sums.Of(a));",
        TestName = "A sum of what is given")]
    [TestCase("var b = new Bill { Net = 3m }; Assert.Equal(Math.Round(b.Net * 1.07m, 2), Sums.Total(b).Gross);",
        TestName = "A property of the answer")]
    [TestCase("var n = 2m; var g = Sums.Gross(n); Assert.Equal(n + n * 0.07m, g);", TestName = "The answer in a local")]
    public async Task A_formula_for_code_of_another_project(string body) =>
        Assert.That(
            (await OfOtherProject(body)).Select(static found => found.GetMessage()),
            Has.One.Contains("is given, so a mistake in the formula is easily on both sides and the test passes"));

    [TestCase("Assert.Equal(2.14m, Sums.Gross(2m));", TestName = "Written down")]
    [TestCase("Assert.Equal(2m * 1.07m + 3, Sums.Gross(2m));", TestName = "Worked out of written numbers")]
    [TestCase("var n = 2m; Assert.Equal(n * 2, Sums.Gross(n));", TestName = "One product")]
    [TestCase("var n = 2m; Assert.Equal(n + 1 + 2, Sums.Gross(n));", TestName = "Sums alone")]
    [TestCase("var n = 2m; var m = 3m; Assert.Equal(m * 2 + 1, Sums.Gross(n));", TestName = "Of another value")]
    [TestCase("var n = 2m; Assert.Equal(Sums.Gross(n) * 2 - 1, Sums.Gross(n + 1));", TestName = "Of another answer")]
    [TestCase("var n = 2m; Assert.NotEqual(n * 1.07m + 3, Sums.Gross(n));", TestName = "Another claim")]
    [TestCase("var n = 2m; Assert.Equal(n * 1.07m + 3, Math.Max(n, 2m));", TestName = "Not of the code under test")]
    [TestCase("var n = 2m; Assert.Equal($\"{n * 2 + 1}\", Sums.Text(n));", TestName = "A text")]
    public async Task Its_own_value_for_code_of_another_project(string body) =>
        Assert.That(await OfOtherProject(body), Is.Empty);

    private static async Task<Diagnostic[]> OfOtherProject(string body)
    {
        var setting = new Setting(References.Testing);
        var compilation = CSharpCompilation.Create(
            "Sums.Tests",
            [CSharpSyntaxTree.ParseText(Using(body), setting.ParseOptions)],
            References.Testing.Metadata.Add(Sums),
            (CSharpCompilationOptions)setting.CompilationOptions);
        Assert.That(
            compilation.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error), Is.Empty);
        return [.. await Workshop.Findings(compilation, new AnalyzerOptions([]), new MirroredImplementation())];
    }

    private static string Using(string body) => $$"""
        using System;
        using System.Linq;
        using Xunit;
        public class SumsTests { [Fact] public void Adds() { {{body}} } }
        """;

    private static readonly MetadataReference Sums = CSharpCompilation.Create(
        "Sums",
        [CSharpSyntaxTree.ParseText("""
            public class Bill { public decimal Net { get; set; } public decimal Gross { get; set; } }
            public static class Sums
            {
                public static decimal Gross(decimal net) => net;
                public static decimal Of(decimal[] nets) => nets[0];
                public static Bill Total(Bill bill) => bill;
                public static string Text(decimal net) => "";
            }
            """)],
        References.Net10.Metadata,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();

    private static string Code(string test) => test + """

        public static class Prices
        {
            public static decimal Gross(decimal net, decimal rate) => net * rate + net;
            public static decimal Total(decimal net) => Gross(net, 1);
            public static decimal Rounded(decimal net) { return Math.Round(net, 2); }
            public static decimal Twice(decimal net) { var twice = net * 2; return twice; }
            public static decimal Stepped(decimal net) { if (net > 5) return net; return net + 1; }
            public static decimal Chosen(decimal net) => net > 5 ? net * 2 : net;
            public static string Label(string name) => $"book {name}";
            public static string Tag(string name) => "book " + name;
            public static string Upper(string name) => name.ToUpperInvariant();
            public static int Width(string name) => name.Length + 1;
            public static string Same(string name) => name;
        }
        """;
}
