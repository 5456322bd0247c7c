using AiAwareAnalyzers.Testing;

namespace AiAwareAnalyzers.Tests.Testing;

public sealed class WeakAssertionTests : RuleTests<WeakAssertion>
{
    private protected override ReferenceSet Framework => References.Testing;

    [TestCase("[|Assert.NotNull(shop.Find(1))|];", TestName = "There is one")]
    [TestCase("var book = shop.Find(1); [|Assert.NotNull(book)|];", TestName = "In a local")]
    [TestCase("[|Assert.NotNull(shop.FindById(1))|];", TestName = "Found by its key")]
    [TestCase("var book = await shop.FindAsync(1); [|Assert.NotNull(book)|];", TestName = "Awaited")]
    [TestCase("[|Assert.NotEmpty(shop.All())|];", TestName = "There are some")]
    [TestCase("var all = shop.All(); [|Assert.NotNull(all)|]; Assert.NotEmpty(all);", TestName = "Both of them")]
    [TestCase("var text = shop.Describe(new Book()); [|Assert.NotEmpty(text)|];", TestName = "A text")]
    [TestCase(
        "var answer = shop.Sell(1); [|Assert.IsType<Answer>(answer)|];", TestName = "The type that it has anyway")]
    [TestCase("var answer = shop.Sell(1); [|Assert.NotNull(answer)|];", TestName = "An answer")]
    [TestCase("var answer = shop.Sell(1); [|Assert.NotNull(answer.Error)|];", TestName = "A member of it")]
    [TestCase("[|shop.Find(1).Should().NotBeNull()|];", TestName = "It should be there")]
    [TestCase("[|shop.All().Should().NotBeEmpty()|];", TestName = "It should not be empty")]
    [TestCase(
        "[|shop.Describe(new Book()).Should().NotBeNullOrWhiteSpace()|];", TestName = "A text that should be there")]
    [TestCase("[|shop.Find(1).ShouldNotBeNull()|];", TestName = "In one word")]
    [TestCase("[|shop.Describe(new Book()).ShouldNotBeNullOrWhiteSpace()|];", TestName = "A text in one word")]
    public Task That_something_is_there(string body) => Suggests(Tested.Xunit(body));

    [TestCase("[|Assert.ThrowsAny<Exception>(() => shop.Find(1))|];", TestName = "Any exception")]
    [TestCase("await [|Assert.ThrowsAnyAsync<Exception>(() => shop.FindAsync(1))|];", TestName = "Any, awaited")]
    [TestCase(
        "Action find = () => shop.Find(1); [|find.Should().Throw<Exception>()|];", TestName = "It should throw")]
    [TestCase("[|Should.Throw<Exception>(() => { shop.Find(1); })|];", TestName = "Thrown, in one word")]
    public Task That_something_is_thrown(string body) => Suggests(Tested.Xunit(body));

    [TestCase("[|Assert.That(shop.Find(1), Is.Not.Null)|];", TestName = "A constraint")]
    [TestCase("[|Assert.That(shop.All(), Is.Not.Empty)|];", TestName = "A constraint on a list")]
    [TestCase("[|Assert.Catch(new TestDelegate(() => shop.Find(1)))|];", TestName = "Whatever is caught")]
    [TestCase("[|ClassicAssert.IsNotNull(shop.Find(1))|];", TestName = "A classic assertion")]
    public Task In_NUnit(string body) => Suggests(Tested.NUnit(body));

    [TestCase("[|Assert.IsNotNull(shop.Find(1))|];", TestName = "There is one in MSTest")]
    [TestCase("[|Assert.Throws<Exception>(() => shop.Find(1))|];", TestName = "Any exception in MSTest")]
    public Task In_MSTest(string body) => Suggests(Tested.MsTest(body));

    private const string Page = "public sealed class View { public List<Book> FindAll(string selector) => new(); }";

    [TestCase("var view = new View(); Assert.NotEmpty(view.FindAll(\".menu\"));", TestName = "Of a class")]
    [TestCase("var view = new View(); Assert.NotEmpty(view.FindAll(\"#menu-1\"));", TestName = "Of an id")]
    public Task What_a_selector_finds(string body) => Allows(Tested.Xunit(body) + Page);

    [TestCase("var view = new View(); [|Assert.NotEmpty(view.FindAll(\"h1\"))|];", TestName = "Of a tag")]
    public Task What_a_name_finds(string body) => Suggests(Tested.Xunit(body) + Page);

    [Test]
    public Task The_message_names_the_assertion() => Says(
        Tested.Xunit("[|Assert.NotNull(shop.Find(1))|];"),
        "'Assert.NotNull(shop.Find(1))' asserts only that there is something, so the test passes whatever is in it; "
        + "assert what has to be in it");

    [Test]
    public Task The_message_speaks_of_exceptions() => Says(
        Tested.Xunit("[|Assert.ThrowsAny<Exception>(() => shop.Find(1))|];"),
        "'Assert.ThrowsAny<Exception>(() => shop.Find(1))' asserts only that something is thrown, so the test passes "
        + "whatever goes wrong, a slip of the test itself among it; assert which exception is meant");

    [TestCase("var book = shop.Find(1); Assert.NotNull(book); Assert.Equal(1, book.Id);", TestName = "And its content")]
    [TestCase("Assert.NotNull(shop.Find(1)); shop.Stock.Should().Be(1);", TestName = "And something else")]
    [TestCase("Assert.NotNull(shop.All().FirstOrDefault(b => b.Name == \"a\"));", TestName = "One of that name")]
    [TestCase("""var book = shop.All().Where(b => b.Id == 1).ToList(); Assert.NotEmpty(book);""", TestName = "Those of that id")]
    [TestCase("Assert.Null(shop.Find(1));", TestName = "There is none")]
    [TestCase("Assert.Empty(shop.All());", TestName = "There are none")]
    [TestCase("Assert.True(shop.Sell(1).IsSuccess);", TestName = "A flag")]
    [TestCase("object answer = shop.Sell(1); Assert.IsType<Answer>(answer);", TestName = "One of several types")]
    [TestCase("Assert.IsAssignableFrom<IDisposable>(shop.Sell(1));", TestName = "Another type")]
    [TestCase("Assert.Throws<NullReferenceException>(() => shop.Find(1));", TestName = "A certain exception")]
    [TestCase("Assert.Throws<Exception>(() => shop.Find(1));", TestName = "Exactly this exception")]
    [TestCase(
        "var e = Assert.ThrowsAny<Exception>(() => shop.Find(1)); Assert.Equal(\"a\", e.Message);",
        TestName = "An exception that is looked at")]
    [TestCase(
        "Action find = () => shop.Find(1); find.Should().Throw<Exception>().WithMessage(\"a\");",
        TestName = "With a message")]
    [TestCase("Assert.NotNull(new Book());", TestName = "Not of the code under test")]
    [TestCase("Assert.NotNull(shop.GenerateToken(1));", TestName = "What nobody can foresee")]
    [TestCase("Assert.NotNull(shop.OpenSession(1));", TestName = "What is opened")]
    [TestCase("Assert.NotEqual(0, shop.Sum(1, 2));", TestName = "Another claim")]
    [TestCase("Assert.NotNull(shop.Service(1));", TestName = "A service")]
    [TestCase("var mock = new Mock<IBooks>(); Assert.NotNull(shop.Find(1)); mock.VerifyAll();",
        TestName = "And a verification")]
    [TestCase("shop.Find(1);", TestName = "No assertion")]
    [TestCase("var size = shop.Sum(1, 2); Assert.InRange(size, 1, 5);", TestName = "A range")]
    [TestCase("Assert.Contains(1, shop.All().Select(b => b.Id));", TestName = "An element")]
    [TestCase("Assert.Single(shop.All());", TestName = "One of them")]
    public Task What_says_more(string body) => Allows(Tested.Xunit(body));

    [Test]
    public Task A_test_that_nothing_is_thrown() =>
        Allows(Tested.Xunit("Assert.NotNull(shop.Find(1));", "Find_DoesNotThrow"));
}
