using AiAwareAnalyzers.Testing;

namespace AiAwareAnalyzers.Tests.Testing;

public sealed class CannotFailTests : RuleTests<CannotFail, CannotFailFix>
{
    private protected override ReferenceSet Framework => References.Testing;

    [TestCase("[|Assert.True(true)|];", TestName = "True is true")]
    [TestCase("[|Assert.True(true, \"reached\")|];", TestName = "With a message")]
    [TestCase("[|Assert.False(false)|];", TestName = "False is false")]
    [TestCase("[|Assert.True(!false)|];", TestName = "A computed constant")]
    [TestCase("const bool ok = true; [|Assert.True(ok)|];", TestName = "A constant of the test")]
    [TestCase("[|Assert.Equal(2, 1 + 1)|];", TestName = "Two constants")]
    [TestCase("[|Assert.Equal(\"a\", \"a\")|];", TestName = "Two texts")]
    [TestCase("var sum = shop.Sum(1, 2); [|Assert.Equal(sum, sum)|];", TestName = "A local and itself")]
    [TestCase("[|Assert.Equal(shop.Stock, shop.Stock)|];", TestName = "A property and itself")]
    [TestCase(
        "var book = shop.Find(1); var expected = book; [|Assert.Equal(expected, book)|];",
        TestName = "Two names of one object")]
    [TestCase(
        "var book = shop.Find(1); var expected = book; [|Assert.Same(expected, book)|];",
        TestName = "The same of two names")]
    [TestCase("[|Assert.True(shop.All().Count >= 0)|];", TestName = "A count that is not negative")]
    [TestCase("[|Assert.False(shop.All().Count < 0)|];", TestName = "A count that is negative, denied")]
    [TestCase("[|Assert.True(shop.All().Count() >= 0)|];", TestName = "Elements counted")]
    [TestCase("[|Assert.True(shop.Describe(new Book()).Length >= 0)|];", TestName = "The length of a text")]
    [TestCase(
        "var ok = shop.Sell(1).IsSuccess; [|Assert.True(ok || !ok)|];", TestName = "A condition and its opposite")]
    [TestCase(
        "var sum = shop.Sum(1, 2); [|Assert.True(sum == 3 || sum != 3)|];", TestName = "A comparison and its opposite")]
    [TestCase(
        "var sum = shop.Sum(1, 2); [|Assert.True(sum > 0 || sum <= 0)|];", TestName = "Greater, or not greater")]
    [TestCase("var other = new Shop(null!); [|Assert.NotNull(other)|];", TestName = "New is not null")]
    [TestCase("[|Assert.NotNull(new Book())|];", TestName = "New is not null at once")]
    [TestCase("var books = new Book[3]; [|Assert.NotNull(books)|];", TestName = "A new array is not null")]
    [TestCase("var book = new Book(); [|Assert.True(book != null)|];", TestName = "New, compared with null")]
    [TestCase("var book = new Book(); [|Assert.IsType<Book>(book)|];", TestName = "New is what it is")]
    public Task Of_xUnit(string body) => Flags(Tested.Xunit(body));

    [TestCase("[|Assert.That(true)|];", TestName = "A condition of NUnit")]
    [TestCase("[|ClassicAssert.IsTrue(true)|];", TestName = "A classic assertion")]
    [TestCase(
        "[|Assert.That(shop.All().Count, Is.GreaterThanOrEqualTo(0))|];", TestName = "A constraint on a count")]
    [TestCase("[|Assert.That(shop.All().Count >= 0, Is.True)|];", TestName = "A condition and a constraint")]
    [TestCase("[|ClassicAssert.GreaterOrEqual(shop.All().Count, 0)|];", TestName = "A classic comparison")]
    [TestCase("[|Assert.That(new Book(), Is.Not.Null)|];", TestName = "New, constrained to be something")]
    [TestCase("[|Assert.That(new Book(), Is.InstanceOf<Book>())|];", TestName = "New, constrained to its type")]
    public Task Of_NUnit(string body) => Flags(Tested.NUnit(body));

    [TestCase("var sum = shop.Sum(1, 2); [|Assert.AreEqual(sum, sum)|];", TestName = "Equal to itself in MSTest")]
    [TestCase("[|Assert.IsTrue(shop.All().Count >= 0)|];", TestName = "A count in MSTest")]
    [TestCase("[|Assert.IsGreaterThanOrEqualTo(0, shop.All().Count)|];", TestName = "A bound in MSTest")]
    [TestCase("var book = new Book(); [|Assert.IsNotNull(book)|];", TestName = "New in MSTest")]
    public Task Of_MSTest(string body) => Flags(Tested.MsTest(body));

    [TestCase("[|true.Should().BeTrue()|];", TestName = "A constant that should be true")]
    [TestCase("var sum = shop.Sum(1, 2); [|sum.Should().Be(sum)|];", TestName = "It should be itself")]
    [TestCase(
        "[|shop.All().Count.Should().BeGreaterThanOrEqualTo(0)|];", TestName = "A count should be no less than zero")]
    [TestCase("var book = new Book(); [|book.Should().NotBeNull()|];", TestName = "New should not be null")]
    [TestCase("[|true.ShouldBeTrue()|];", TestName = "A constant in one word")]
    [TestCase(
        "[|shop.All().Count.ShouldBeGreaterThanOrEqualTo(0)|];", TestName = "A count in one word")]
    [TestCase("var book = new Book(); [|book.ShouldNotBeNull()|];", TestName = "New in one word")]
    [TestCase("var book = shop.Find(1); [|book.ShouldBe(book)|];", TestName = "Itself in one word")]
    public Task Of_libraries(string body) => Flags(Tested.Xunit(body));

    [Test]
    public Task The_message_names_the_assertion_and_what_it_does() => Says(
        Tested.Xunit("[|Assert.True(shop.All().Count >= 0)|];"),
        "'Assert.True(shop.All().Count >= 0)' asks a count to be no less than zero, so it holds whatever the "
        + "code under "
        + "test does; assert what that code has to give, or remove it");

    [TestCase("Assert.Equal(3, shop.Sum(1, 2));", TestName = "A result and a constant")]
    [TestCase("Assert.Equal(\"book\", Book.Kind);", TestName = "A constant of the code under test")]
    [TestCase("Assert.Equal(1, (int)HttpVersionPolicy.RequestVersionOrHigher);", TestName = "The number of an enum")]
    [TestCase("Assert.Equal(\"Shop\", nameof(Shop));", TestName = "The name of a type")]
    [TestCase("Assert.True(shop.Sell(1).IsSuccess);", TestName = "A flag of a result")]
    [TestCase("Assert.Equal(shop.Sum(1, 2), shop.Sum(2, 1));", TestName = "Two calls")]
    [TestCase("Assert.True(shop.Stock >= 0);", TestName = "A number that may be negative")]
    [TestCase("Assert.True(shop.All().Count >= 1);", TestName = "A count of one at least")]
    [TestCase("Assert.True(shop.All().Count > 0);", TestName = "A count that is not zero")]
    [TestCase("Assert.True(shop.Stock == 1 || shop.Stock == 2);", TestName = "Two values")]
    [TestCase("var book = shop.Find(1); Assert.NotNull(book);", TestName = "A result that may be null")]
    [TestCase(
        "Book? book = new Book(); book = shop.Find(1); Assert.NotNull(book);",
        TestName = "New, and then something else")]
    [TestCase("object book = shop.Create(1); Assert.IsType<Book>(book);", TestName = "The type of a result")]
    [TestCase(
        "object answer = new Book(); var book = Assert.IsType<Book>(answer); Assert.Equal(0, book.Id);",
        TestName = "A type that is asked for its object")]
    [TestCase("object book = new Book(); Assert.IsAssignableFrom<IDisposable>(book);", TestName = "Another type")]
    [TestCase(
        "var before = shop.Stock; shop.Restock(); Assert.Equal(before + 1, shop.Stock);",
        TestName = "Before and after")]
    [TestCase(
        "var last = shop.Find(1); var first = last; last = shop.Find(2); Assert.Equal(first, last);",
        TestName = "A name that goes on to another object")]
    [TestCase("var sum = shop.Sum(1, 2); Assert.NotEqual(sum, 4);", TestName = "Not equal")]
    [TestCase("var sum = shop.Sum(1, 2); Assert.NotEqual(sum, sum);", TestName = "Not equal to itself always fails")]
    [TestCase("Assert.Fail(\"never\");", TestName = "A failure")]
    [TestCase("Assert.True(false);", TestName = "A constant that fails")]
    public Task What_can_fail(string body) => Allows(Tested.Xunit(body));

    [TestCase("Assert.That(1 + 1, Is.EqualTo(2));", TestName = "A constant, which NUnit says itself")]
    [TestCase("var sum = shop.Sum(1, 2); Assert.That(sum, Is.EqualTo(sum));", TestName = "Itself, which NUnit says")]
    [TestCase("Assert.That(shop.All(), Is.Not.Null);", TestName = "A constrained result")]
    [TestCase(
        "Assert.That(shop.All(), Has.Count.GreaterThanOrEqualTo(0).And.Count.LessThan(3));", TestName = "A range")]
    public Task What_is_left_to_NUnit(string body) => Allows(Tested.NUnit(body));

    [TestCase("Assert.IsTrue(true);", TestName = "A constant, which MSTest says itself")]
    [TestCase("Assert.AreEqual(1, 1);", TestName = "Constants, which MSTest says itself")]
    [TestCase("Assert.AreEqual(3, shop.Sum(1, 2));", TestName = "A result in MSTest")]
    public Task What_is_left_to_MSTest(string body) => Allows(Tested.MsTest(body));

    [TestCase("var ok = true; [|Assert.True(ok)|];", TestName = "A constant in a local")]
    [TestCase("[|Assert.True(shop.All().Count > -1)|];", TestName = "A count above minus one")]
    [TestCase("[|Assert.True(0 <= shop.All().Count)|];", TestName = "Zero below a count")]
    [TestCase("[|Assert.False(shop.All().Count == -1)|];", TestName = "A count that is minus one, denied")]
    [TestCase("[|Assert.NotEqual(-1, shop.All().Count)|];", TestName = "A count that is not minus one")]
    [TestCase("[|Assert.InRange(shop.All().Count, 0, int.MaxValue)|];", TestName = "A count in every range")]
    [TestCase(
        "var watch = System.Diagnostics.Stopwatch.StartNew(); shop.Restock(); "
        + "[|Assert.True(watch.ElapsedMilliseconds >= 0)|];",
        TestName = "A time that has passed")]
    [TestCase(
        "var watch = System.Diagnostics.Stopwatch.StartNew(); shop.Restock(); "
        + "[|Assert.True(watch.Elapsed >= TimeSpan.Zero)|];",
        TestName = "A span that has passed")]
    [TestCase("var size = shop.All().Count; [|Assert.True(size >= 0)|];", TestName = "A count in a local")]
    [TestCase("[|Assert.True(shop.BookCount >= 0)|];", TestName = "A count by its name")]
    [TestCase("[|shop.LoadDuration.Should().BeGreaterThanOrEqualTo(0)|];", TestName = "A duration by its name")]
    [TestCase(
        "var all = shop.All(); [|Assert.True(all == null || all.Count >= 0)|];", TestName = "Nothing, or a count")]
    [TestCase(
        "var book = shop.Find(1); [|Assert.True(book is null || book is not null)|];", TestName = "Null, or not")]
    [TestCase(
        "var book = shop.Find(1); [|Assert.True(book == null || book is not null)|];",
        TestName = "Null, or not, in two spellings")]
    [TestCase("var ok = shop.Sell(1).IsSuccess; [|Assert.True(ok || true)|];", TestName = "Or true")]
    [TestCase("var mock = new Mock<IBooks>(); [|Assert.NotNull(mock.Object)|];", TestName = "A double is not null")]
    [TestCase("Action sell = () => shop.Sell(1); [|Assert.NotNull(sell)|];", TestName = "A lambda is not null")]
    [TestCase("[|Assert.NotNull(shop)|];", TestName = "A field that is only ever new")]
    [TestCase(
        "try { shop.Restock(); } catch (Exception e) { [|Assert.NotNull(e)|]; }", TestName = "What was caught")]
    [TestCase(
        "var book = shop.Find(1); Assert.Null(book); [|book.Should()|];", TestName = "A sentence without an end")]
    public Task Of_other_spellings(string body) => Flags(Tested.Xunit(body));

    [TestCase("var book = new Book { Id = 1 }; [|Assert.Equal(1, book.Id)|];", TestName = "An initializer read back")]
    [TestCase(
        "var book = new Book { Id = 1, Name = \"a\" }; [|Assert.Equal(1, book.Id)|]; Assert.Equal(\"a\", book.Name);",
        TestName = "One finding for all properties")]
    [TestCase("var book = new Book(); book.Id = 1; [|Assert.Equal(1, book.Id)|];", TestName = "An assignment")]
    [TestCase(
        "var answer = new Answer { IsSuccess = true }; [|Assert.True(answer.IsSuccess)|];",
        TestName = "A flag read back")]
    [TestCase(
        "var name = \"a\"; var book = new Book { Name = name }; [|book.Name.Should().Be(name)|];",
        TestName = "A local read back")]
    [TestCase(
        "var answer = new Answer { Status = HttpStatusCode.OK }; [|answer.Status.ShouldBe(HttpStatusCode.OK)|];",
        TestName = "An enum read back")]
    [TestCase(
        "var book = new Book(); var answer = new Answer { Value = book }; [|Assert.Same(book, answer.Value)|];",
        TestName = "An object read back")]
    [TestCase(
        "var answer = new Answer { Value = new Book { Id = 1 } }; [|Assert.Equal(1, answer.Value.Id)|];",
        TestName = "Through another object")]
    [TestCase("var tag = new Tag(\"a\", 1); [|Assert.Equal(\"a\", tag.Name)|];", TestName = "The data of a record")]
    [TestCase(
        "var tag = new Tag(\"a\", 1) with { Count = 2 }; [|Assert.Equal(2, tag.Count)|];", TestName = "A changed copy")]
    [TestCase(
        "var book = new Book(); book.Id = 1; book.Id = 2; [|Assert.Equal(2, book.Id)|];", TestName = "The last of two")]
    [TestCase(
        "var answer = new Answer { Value = new Book() }; [|Assert.NotNull(answer.Value)|];",
        TestName = "A new object, read back")]
    [TestCase(
        "var book = new Book { Id = 1 }; [|Assert.Equal(1, book.Id)|]; shop.Restock(); Assert.Equal(1, shop.Stock);",
        TestName = "Beside another that can fail")]
    public Task What_the_test_has_written(string body) => Flags(Tested.Xunit(body));

    [TestCase("var a = 1; var b = 2; [|Assert.Equal(3, a + b)|];", TestName = "A sum of the test's own")]
    [TestCase("var list = new List<int> { 1, 2 }; [|Assert.Equal(2, list.Count)|];", TestName = "A list of its own")]
    [TestCase(
        "var list = new List<int>(); list.Add(1); [|Assert.Single(list)|];", TestName = "A list that it has filled")]
    [TestCase(
        "var numbers = new[] { 1, 2 }; [|Assert.Equal(3, numbers.Sum())|];", TestName = "An array that it adds up")]
    [TestCase("var text = \"a\" + \"b\"; [|Assert.StartsWith(\"a\", text)|];", TestName = "A text of its own")]
    [TestCase("var text = \"abc\"; [|text.Should().Contain(\"b\")|];", TestName = "A text in a sentence")]
    [TestCase(
        "var list = new List<int> { 1 }; [|Assert.NotEmpty(list)|]; Assert.Equal(1, list[0]);",
        TestName = "All of several")]
    [TestCase("var list = new List<int> { 1 }; shop.Restock(); [|Assert.Single(list)|];", TestName = "Beside a call")]
    public Task What_the_test_has_made(string body) => Flags(Tested.Xunit(body));

    [TestCase("[|Assert.That(true).IsTrue()|];", TestName = "A constant in TUnit")]
    [TestCase(
        "var list = new System.Collections.Generic.List<int>(); [|Assert.That(list.Count).IsGreaterThanOrEqualTo(0)|];",
        TestName = "A count in TUnit")]
    [TestCase("var a = 1; var sum = a + 2; [|Assert.That(sum).IsEqualTo(3)|];", TestName = "An own sum in TUnit")]
    public Task Of_TUnit(string body) => Flags(
        $$"""
        namespace TUnit.Core { public sealed class TestAttribute : System.Attribute { } }
        namespace TUnit.Assertions
        {
            public sealed class Value<T> { }
            public static class Assert { public static Value<T> That<T>(T value) => new(); }
            public static class BooleanExtensions { public static void IsTrue(this Value<bool> value) { } }
            public static class Extensions
            {
                public static void IsEqualTo<T>(this Value<T> value, T expected) { }
                public static void IsGreaterThanOrEqualTo<T>(this Value<T> value, T least) { }
            }
        }
        namespace Shop
        {
            using TUnit.Assertions;
            using TUnit.Core;
            public class ShopTests { [Test] public void Sells() { {{body}} } }
        }
        """);

    [Test]
    public Task What_the_rows_say() => Flags(Tested.Beside(
        "[Theory, InlineData(1, 2, 3)] public void Adds(int a, int b, int sum) { var result = a + b; "
        + "[|Assert.Equal(sum, result)|]; }",
        "Assert.Fail();"));

    [TestCase("var book = new Book { Id = 1 }; shop.Describe(book); Assert.Equal(1, book.Id);", TestName = "Handed on")]
    [TestCase(
        "var book = new Book { Id = 1 }; shop.Stock = book.Id; Assert.Equal(1, shop.Stock);",
        TestName = "Given to the code under test")]
    [TestCase("var answer = new Answer { IsSuccess = true }; Assert.False(answer.IsFailure);", TestName = "Computed")]
    [TestCase("var book = new Book(); Assert.Equal(\"\", book.Name);", TestName = "What a constructor sets")]
    [TestCase("var book = new Book(); Assert.Empty(book.Authors);", TestName = "A list that is there")]
    [TestCase("var strict = new Strict { Name = \"a\" }; Assert.Equal(\"a\", strict.Name);", TestName = "A setter")]
    [TestCase("var book = shop.Create(1); book.Id = 2; Assert.Equal(\"\", book.Name);", TestName = "Another property")]
    [TestCase("var book = shop.Create(1); Assert.Equal(1, book.Id);", TestName = "Made by the code under test")]
    [TestCase(
        "var book = new Book { Id = 1 }; Action change = () => book.Id = 2; change(); Assert.Equal(1, book.Id);",
        TestName = "Changed in a lambda")]
    [TestCase(
        "var list = new List<int>(); list.Add(shop.Sum(1, 2)); Assert.Equal(3, list[0]);", TestName = "A kept result")]
    [TestCase(
        "var list = new List<Book>(); list.AddRange(shop.All()); Assert.Empty(list);", TestName = "Kept results")]
    [TestCase(
        "var called = false; Action call = () => called = true; call(); Assert.True(called);", TestName = "A flag")]
    [TestCase("var expected = 3; Assert.Equal(expected, shop.Sum(1, 2));", TestName = "A named expectation")]
    [TestCase(
        "var cases = new[] { 1 }; Assert.Single(cases); Assert.Equal(1, shop.Sum(1, 0));",
        TestName = "A look at a case")]
    [TestCase(
        "var number = (int)HttpStatusCode.OK; Assert.Equal(200, number);", TestName = "The number of an enum, named")]
    [TestCase(
        "var kinds = new[] { Genre.Novel, Genre.Poem }; Assert.Equal(2, kinds.Distinct().Count());",
        TestName = "The numbers of an enum of the code under test")]
    [TestCase("var kind = Book.Kind; Assert.Equal(\"book\", kind);", TestName = "A constant of the code, named")]
    [TestCase("Assert.True(shop.Stock > -1);", TestName = "A number that may be below")]
    [TestCase("Assert.InRange(shop.All().Count, 0, 5);", TestName = "A range with an end")]
    [TestCase("var found = shop.Find(1); Assert.True(found == null || found.Id > 0);", TestName = "Nothing, or good")]
    [TestCase(
        "var shop = this.shop.Find(1) ?? new Book(); Assert.NotNull(shop);", TestName = "Another local of the name")]
    public Task What_comes_from_the_code_under_test(string body) => Allows(Tested.Xunit(body));

    [Test]
    public Task What_a_source_of_cases_gives() => Allows(Tested.Beside(
        "public static IEnumerable<object[]> Cases => new[] { new object[] { Book.Kind } }; "
        + "[Theory, MemberData(nameof(Cases))] public void Is(string kind) => Assert.NotEmpty(kind);",
        "Assert.Fail();"));

    [Test]
    public Task A_field_that_is_set_otherwise() => Allows(Tested.Beside(
        "private Book? book; public ShopTests() { book = shop.Find(1); }", "Assert.NotNull(book);"));

    [Test]
    public Task A_field_that_is_set_beside_another() => Allows(Tested.Beside(
        "private Book? book = new(); private int count; public ShopTests() { (book, count) = (shop.Find(1), 1); }",
        "Assert.NotNull(book);"));

    [TestCase("Is_equal_to_itself")]
    [TestCase("Has_the_same_hash_as_itself")]
    [TestCase("Equality_is_reflexive")]
    public Task A_test_of_equality_compares_a_thing_with_itself(string name) =>
        Allows(Tested.Xunit("var book = shop.Find(1); Assert.Equal(book, book);", name));

    [Test]
    public Task What_is_no_test_is_left_alone() =>
        Allows(Tested.Beside("private static void Check() { Assert.True(true); }", "Check();"));

    [Test]
    public Task It_goes_where_others_are_left() => Fixes(
        Tested.Xunit(
            """

                var sum = shop.Sum(1, 2);
                [|Assert.True(true)|];
                Assert.Equal(3, sum);

            """),
        Tested.Xunit(
            """

                var sum = shop.Sum(1, 2);
                Assert.Equal(3, sum);

            """));

    [Test]
    public Task All_go_where_one_is_left() => Fixes(
        Tested.Xunit(
            """

                var book = new Book();
                [|Assert.NotNull(book)|];
                Assert.Equal(3, book.Id);
                [|Assert.Equal(1, 1)|];

            """),
        Tested.Xunit(
            """

                var book = new Book();
                Assert.Equal(3, book.Id);

            """));

    [TestCase("[|Assert.True(true)|];", TestName = "The only one")]
    [TestCase("[|Assert.True(true)|]; [|Assert.Equal(1, 1)|];", TestName = "All of them are alike")]
    [TestCase(
        "\n// Assert\n[|Assert.True(true)|];\nAssert.Equal(3, shop.Sum(1, 2));", TestName = "A comment belongs to it")]
    [TestCase(
        "[|Assert.True(shop.All().Count >= 0)|]; Assert.Equal(3, shop.Sum(1, 2));",
        TestName = "It calls the code under test")]
    [TestCase(
        "if (shop.Stock > 1) [|Assert.True(true)|]; Assert.Equal(3, shop.Stock);", TestName = "It is a branch")]
    public Task It_stays(string body) => OffersNoFix(Tested.Xunit(body));
}
