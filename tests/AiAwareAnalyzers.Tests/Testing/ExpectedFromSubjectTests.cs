using AiAwareAnalyzers.Testing;

namespace AiAwareAnalyzers.Tests.Testing;

public sealed class ExpectedFromSubjectTests : RuleTests<ExpectedFromSubject>
{
    private protected override ReferenceSet Framework => References.Testing;

    [TestCase("var expected = shop.Sum(1, 2); [|Assert.Equal(expected, shop.Sum(1, 2))|];", TestName = "In a local")]
    [TestCase(
        "var expected = shop.Sum(1, 2); var actual = shop.Sum(1, 2); [|Assert.Equal(expected, actual)|];",
        TestName = "In two locals")]
    [TestCase("[|Assert.Equal(shop.Sum(1, 2), shop.Sum(1, 2))|];", TestName = "At once")]
    [TestCase(
        "var a = 1; var b = 2; var expected = shop.Sum(a, b); [|Assert.Equal(expected, shop.Sum(a, b))|];",
        TestName = "With the same locals")]
    [TestCase(
        "var book = new Book(); var expected = shop.Describe(book); [|Assert.Equal(expected, shop.Describe(book))|];",
        TestName = "A text")]
    [TestCase("var expected = shop.Sum(1, 2); [|shop.Sum(1, 2).Should().Be(expected)|];", TestName = "It should be")]
    [TestCase("var expected = shop.Sum(1, 2); [|shop.Sum(1, 2).ShouldBe(expected)|];", TestName = "In one word")]
    [TestCase("[|shop.All().Should().BeEquivalentTo(shop.All())|];", TestName = "A list")]
    [TestCase(
        "var expected = await shop.FindAsync(1); var actual = await shop.FindAsync(1); "
        + "[|Assert.Equal(expected, actual)|];",
        TestName = "Awaited")]
    [TestCase(
        "var expected = shop.Sum(1, 2); // three\n var actual = shop.Sum(1, 2); [|Assert.Equal(expected, actual)|];",
        TestName = "A comment in between")]
    [TestCase("int expected = shop.Sum(1, 2), actual = shop.Sum(1, 2); [|Assert.Equal(expected, actual)|];",
        TestName = "In one declaration")]
    [TestCase("var e = shop.Sum(1, 2); var expected = e; [|Assert.Equal(expected, shop.Sum(1, 2))|];",
        TestName = "Over a detour")]
    public Task Both_sides_from_one_method(string body) => Flags(Tested.Xunit(body));

    [TestCase("var expected = shop.Sum(1, 2); [|Assert.That(shop.Sum(1, 2), Is.EqualTo(expected))|];",
        TestName = "A constraint")]
    [TestCase("[|ClassicAssert.AreEqual(shop.Sum(1, 2), shop.Sum(1, 2))|];", TestName = "Classic")]
    public Task In_NUnit(string body) => Flags(Tested.NUnit(body));

    [TestCase("var expected = shop.Sum(1, 2); [|Assert.AreEqual(expected, shop.Sum(1, 2))|];", TestName = "In MSTest")]
    public Task In_MSTest(string body) => Flags(Tested.MsTest(body));

    [Test]
    public Task A_static_method() => Flags(Tested.Xunit(
        "var expected = Prices.Net(3m); [|Assert.Equal(expected, Prices.Net(3m))|];") + Prices);

    [Test]
    public Task The_message_names_the_method() => Says(
        Tested.Xunit("var expected = shop.Sum(1, 2); [|Assert.Equal(expected, shop.Sum(1, 2))|];"),
        "Both sides of 'Assert.Equal(expected, shop.Sum(1, 2))' come from 'Sum' with the same arguments, so a "
        + "mistake in it "
        + "is on both sides and the test passes; write down the value that is right");

    [TestCase("Assert.Equal(3, shop.Sum(1, 2));", TestName = "A value")]
    [TestCase("Assert.Equal(shop.Sum(1, 2), shop.Sum(2, 1));", TestName = "Other arguments")]
    [TestCase(
        "var other = new Shop(null!); Assert.Equal(other.Sum(1, 2), shop.Sum(1, 2));", TestName = "Another object")]
    [TestCase("Assert.Equal(shop.Describe(new Book()), shop.Find(1)!.Name);", TestName = "Two methods")]
    [TestCase(
        "var before = shop.All(); shop.Restock(); var after = shop.All(); Assert.Equal(before, after);",
        TestName = "Something happens in between")]
    [TestCase(
        "var before = shop.All(); shop.Stock = 4; Assert.Equal(before, shop.All());", TestName = "Something is set")]
    [TestCase("var before = shop.Sum(1, 2); Assert.NotEqual(before, shop.Sum(1, 2));", TestName = "Not equal")]
    [TestCase("var found = shop.Find(1); Assert.Same(found, shop.Find(1));", TestName = "One object")]
    [TestCase("Assert.Equal(shop.Create(1), shop.Create(1));", TestName = "Two things that were made")]
    [TestCase("Assert.Equal(string.Concat(\"a\", \"b\"), string.Concat(\"a\", \"b\"));", TestName = "The base library")]
    [TestCase("Assert.Equal(1 + 2, shop.Sum(1, 2));", TestName = "A sum of its own")]
    [TestCase("Assert.Equal(shop.Stock, shop.Sum(1, 2));", TestName = "A property")]
    [TestCase("var sum = shop.Sum(1, 2); Assert.Equal(sum, sum);", TestName = "One call")]
    [TestCase("Assert.True(shop.Sum(1, 2) == shop.Sum(2, 1));", TestName = "A comparison")]
    [TestCase("shop.Sum(1, 2).ShouldBe(3);", TestName = "A word and a value")]
    public Task An_expectation_of_its_own(string body) => Allows(Tested.Xunit(body));

    [TestCase("Is_deterministic")]
    [TestCase("Sum_is_always_the_same")]
    [TestCase("Finds_it_twice")]
    [TestCase("Caches_the_result")]
    [TestCase("Is_idempotent")]
    public Task A_test_that_asks_twice_on_purpose(string name) =>
        Allows(Tested.Xunit("Assert.Equal(shop.Sum(1, 2), shop.Sum(1, 2));", name));

    [Test]
    public Task A_helper_of_the_tests() => Allows(Tested.Beside(
        "private static string Text(int n) => n.ToString();", "Assert.Equal(Text(1), Text(1));"));

    [Test]
    public Task What_is_no_test() => Allows(Tested.Beside(
        "private void Look() => Assert.Equal(shop.Sum(1, 2), shop.Sum(1, 2));", "Look();"));

    private const string Prices =
        "public static class Prices { public static decimal Net(decimal gross) => gross / 1.2m; }";
}
