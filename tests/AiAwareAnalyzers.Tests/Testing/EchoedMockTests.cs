using AiAwareAnalyzers.Testing;

namespace AiAwareAnalyzers.Tests.Testing;

public sealed class EchoedMockTests : RuleTests<EchoedMock>
{
    private const string Mock = "var mock = new Mock<IBooks>(); ";

    private const string Told = Mock + "var book = new Book { Id = 1 }; mock.Setup(b => b.Find(1)).Returns(book); ";

    private const string Substitute = "var books = Substitute.For<IBooks>(); ";

    private protected override ReferenceSet Framework => References.Testing;

    [TestCase("var found = mock.Object.Find(1); [|Assert.Same(book, found)|];", TestName = "The same object")]
    [TestCase("var found = mock.Object.Find(1); [|Assert.Equal(book, found)|];", TestName = "An equal object")]
    [TestCase("[|Assert.Equal(book, mock.Object.Find(1))|];", TestName = "At once")]
    [TestCase("[|Assert.NotNull(mock.Object.Find(1))|];", TestName = "There is one")]
    [TestCase("var found = mock.Object.Find(1); [|Assert.Equal(1, found!.Id)|];", TestName = "A member of it")]
    [TestCase("var found = mock.Object.Find(1)!; [|found.Should().Be(book)|];", TestName = "It should be")]
    [TestCase("var books = mock.Object; var found = books.Find(1); [|Assert.Equal(book, found)|];",
        TestName = "The object in a local")]
    public Task What_was_told(string body) => Flags(Tested.Xunit(Told + body));

    [Test]
    public Task What_was_told_in_a_task() => Flags(Tested.Xunit(
        Mock + "mock.Setup(b => b.FindAsync(1)).ReturnsAsync(new Book()); var found = await mock.Object.FindAsync(1); "
        + "[|Assert.NotNull(found)|];"));

    [Test]
    public Task In_NUnit() => Flags(Tested.NUnit(
        Told + "var found = mock.Object.Find(1); [|Assert.That(found, Is.SameAs(book))|];"));

    [Test]
    public Task In_MSTest() => Flags(Tested.MsTest(
        Told + "var found = mock.Object.Find(1); [|Assert.AreSame(book, found)|];"));

    [TestCase("[|Assert.Throws<Expired>(() => mock.Object.Find(1))|];", TestName = "Throws of xUnit")]
    [TestCase("[|Assert.ThrowsAny<Exception>(() => mock.Object.Find(1))|];", TestName = "Throws any")]
    [TestCase("Action act = () => mock.Object.Find(1); [|act.Should().Throw<Expired>()|];", TestName = "Should throw")]
    [TestCase("[|mock.Object.Invoking(b => b.Find(1)).Should().Throw<Expired>()|];", TestName = "Invoking")]
    [TestCase("[|FluentActions.Invoking(() => mock.Object.Find(1)).Should().Throw<Expired>()|];",
        TestName = "Invoking a lambda")]
    [TestCase("[|Should.Throw<Expired>(() => mock.Object.Find(1))|];", TestName = "Throw of Shouldly")]
    [TestCase("[|Assert.IsType<Expired>(Record.Exception(() => mock.Object.Find(1)))|];",
        TestName = "Recorded at once")]
    [TestCase("var e = Record.Exception(() => mock.Object.Find(1)); [|Assert.IsType<Expired>(e)|];",
        TestName = "Recorded")]
    [TestCase("var books = mock.Object; [|Assert.Throws<Expired>(() => { books.Find(1); })|];",
        TestName = "In a block")]
    public Task What_was_told_to_throw(string body) => Flags(Throwing(
        "var mock = new Mock<IBooks>(); mock.Setup(b => b.Find(1)).Throws(new Expired()); " + body));

    [TestCase("mock.Setup(b => b.FindAsync(1)).ThrowsAsync(new Expired()); ", TestName = "Told to throw a task")]
    [TestCase("mock.Setup(b => b.FindAsync(It.IsAny<int>())).Throws<Expired>(); ", TestName = "Told a type")]
    [TestCase("mock.Setup(b => b.FindAsync(1)).Returns(Task.FromException<Book?>(new Expired())); ",
        TestName = "Told a failed task")]
    public Task What_was_told_to_throw_in_a_task(string told) => Flags(Throwing(
        "var mock = new Mock<IBooks>(); " + told
        + "await [|Assert.ThrowsAsync<Expired>(() => mock.Object.FindAsync(1))|];"));

    /// <summary>Older compilers cannot choose between the overloads.</summary>
    [CSharp(13)]
    public Task What_was_told_to_throw_in_NUnit() => Flags(Tested.NUnit(
        """
        var mock = new Mock<IBooks>();
        mock.Setup(b => b.Find(1)).Throws(new Expired());
        [|Assert.Throws<Expired>(() => mock.Object.Find(1))|];
        [|Assert.Catch<Expired>(() => mock.Object.Find(1))|];
        [|Assert.That(() => mock.Object.Find(1), Throws.TypeOf<Expired>())|];
        [|Assert.That(() => mock.Object.Find(1), Throws.Exception)|];
        """) + Expired);

    [Test]
    public Task What_was_told_to_throw_in_MSTest() => Flags(Tested.MsTest(
        "var mock = new Mock<IBooks>(); mock.Setup(b => b.Find(1)).Throws(new Expired()); "
        + "[|Assert.ThrowsExactly<Expired>(() => mock.Object.Find(1))|];") + Expired);

    [TestCase("books.Find(1).Throws(new Expired()); [|Assert.Throws<Expired>(() => books.Find(1))|];",
        TestName = "A substitute that throws")]
    [TestCase(
        "books.FindAsync(1).ThrowsAsync(new Expired()); "
        + "await [|Assert.ThrowsAsync<Expired>(() => books.FindAsync(1))|];",
        TestName = "A substitute that throws a task")]
    [TestCase(
        "books.When(b => b.Send(Arg.Any<Book>())).Do(_ => throw new Expired()); "
        + "[|Assert.Throws<Expired>(() => books.Send(new Book()))|];",
        TestName = "A substitute that throws when it is sent")]
    public Task What_a_substitute_was_told_to_throw(string body) => Flags(Tested.Beside(
        "", Substitute + body, "using NSubstitute;\nusing NSubstitute.ExceptionExtensions;") + Expired);

    [Test]
    public Task What_a_fake_was_told_to_throw() => Flags(Tested.Beside(
        "",
        "var books = A.Fake<IBooks>(); A.CallTo(() => books.Find(1)).Throws(new Expired()); "
        + "[|Assert.Throws<Expired>(() => books.Find(1))|];",
        "using FakeItEasy;") + Expired);

    [Test]
    public Task The_message_names_what_throws() => Says(
        Throwing("var mock = new Mock<IBooks>(); mock.Setup(b => b.Find(1)).Throws(new Expired()); "
            + "[|Assert.Throws<Expired>(() => mock.Object.Find(1))|];"),
        "'Assert.Throws<Expired>(() => mock.Object.Find(1))' expects what the test itself told 'Find' to throw, so the "
        + "test exercises the library of doubles and none of your code; call the code that uses the double, and assert "
        + "what that does");

    [TestCase("[|Assert.Throws<Expired>(() => own.Find(1))|];", TestName = "Handed on")]
    [TestCase("await [|Assert.ThrowsAsync<Expired>(() => own.FindAsync(1))|];", TestName = "Handed on in a task")]
    [TestCase("Action act = () => own.Find(1); [|act.Should().Throw<Expired>()|];", TestName = "Should be handed on")]
    public Task What_only_hands_on_a_throw(string body) => Suggests(Throwing(ThrowingShop + body));

    [TestCase(
        "mock.Setup(b => b.Find(It.IsAny<int>())).Returns(new Book()); var own = new Shop(mock.Object); "
        + "[|Assert.NotNull(own.Find(1))|];",
        TestName = "A value whatever the arguments are")]
    [TestCase(
        "var own = new Shop(mock.Object); mock.Setup(b => b.FindAsync(It.IsAny<int>())).ReturnsAsync(new Book()); "
        + "var book = await own.FindAsync(1); [|Assert.NotNull(book)|];",
        TestName = "A task whatever the arguments are")]
    public Task What_only_hands_on_a_value(string body) => Suggests(Tested.Xunit(Mock + body));

    [Test]
    public Task What_only_hands_on_in_a_field() => Suggests(Tested.Beside(
        "private readonly Mock<IBooks> mock = new(); private readonly Shop own; "
        + "public ShopTests() => own = new Shop(mock.Object);",
        "mock.Setup(b => b.Find(1)).Throws(new Expired()); [|Assert.Throws<Expired>(() => own.Find(1))|];") + Expired);

    [TestCase(ThrowingShop + "Assert.Throws<Expired>(() => own.Restocked(1));", TestName = "The code does more")]
    [TestCase(ThrowingShop + "Assert.Throws<Expired>(() => own.Find(1)); mock.Verify(b => b.Find(1));",
        TestName = "What is handed on is verified")]
    [TestCase("var mock = new Mock<IBooks>(); Assert.Throws<Expired>(() => mock.Object.Find(1));",
        TestName = "Told nothing to throw")]
    [TestCase("var mock = new Mock<IBooks>(); mock.Setup(b => b.Count).Throws(new Expired()); "
        + "Assert.Throws<Expired>(() => mock.Object.Find(1));",
        TestName = "Told something else to throw")]
    [TestCase("var mock = new Mock<IBooks>(); mock.Setup(b => b.Find(1)).Throws(new Expired()); "
        + "Assert.Throws<Expired>(() => shop.Sum(mock.Object.Count, 2));",
        TestName = "Another call throws")]
    [TestCase("var mock = new Mock<IBooks>(); mock.Setup(b => b.Find(1)).Throws(new Expired()); "
        + "Action act = () => mock.Object.Find(1); act.Should().NotThrow();",
        TestName = "Nothing is expected")]
    public Task What_throws_by_the_code(string body) => Allows(Throwing(body));

    private const string ThrowingShop = "var mock = new Mock<IBooks>(); var own = new Keeper(mock.Object); "
        + "mock.Setup(b => b.Find(1)).Throws(new Expired()); "
        + "mock.Setup(b => b.FindAsync(1)).ThrowsAsync(new Expired()); ";

    private static string Throwing(string body) => Tested.Xunit(body) + Expired;

    private const string Expired = """


        public class Expired : Exception { }

        public class Keeper
        {
            private readonly IBooks books;
            public Keeper(IBooks books) => this.books = books;
            public Book? Find(int id) => books.Find(id);
            public async Task<Book?> FindAsync(int id) { return await books.FindAsync(id); }
            public Book? Restocked(int id) { if (id < 0) return null; return books.Find(id); }
        }
        """;

    [TestCase("mock.Object.Find(1); [|mock.Verify(b => b.Find(1))|];", TestName = "A call")]
    [TestCase("mock.Object.Find(1); [|mock.Verify(b => b.Find(1), Times.Once)|];", TestName = "Once")]
    [TestCase(
        "mock.Object.Find(1); [|mock.Verify(b => b.Find(It.IsAny<int>()), Times.Once())|];", TestName = "Whatever")]
    [TestCase("mock.Object.Send(new Book()); [|mock.Verify(b => b.Send(It.IsAny<Book>()))|];", TestName = "A command")]
    [TestCase("await mock.Object.FindAsync(1); [|mock.Verify(b => b.FindAsync(1))|];", TestName = "Awaited")]
    [TestCase("var found = mock.Object.Find(1); [|mock.Verify(b => b.Find(1))|];", TestName = "Kept")]
    public Task What_the_test_called(string body) => Flags(Tested.Xunit(Mock + body));

    [TestCase("var book = new Book(); books.Find(1).Returns(book); [|Assert.Equal(book, books.Find(1))|];",
        TestName = "A substitute that was told")]
    [TestCase("books.Find(1).Returns(new Book()); var found = books.Find(1); [|Assert.NotNull(found)|];",
        TestName = "A substitute in a local")]
    [TestCase(
        "books.Send(new Book()); [|books.Received()|].Send(Arg.Any<Book>());", TestName = "A substitute received")]
    public Task Of_NSubstitute(string body) => Flags(Tested.Beside("", Substitute + body, "using NSubstitute;"));

    [TestCase("mock.Setup(b => b.Count).Returns(3); [|Assert.Equal(3, mock.Object.Count)|];", TestName = "A property")]
    [TestCase(
        "mock.Setup(b => b.Count).Returns(3); var books = mock.Object; [|Assert.Equal(3, books.Count)|];",
        TestName = "A property of a double in a local")]
    public Task What_a_property_was_told(string body) => Flags(Tested.Xunit(Mock + body));

    [Test]
    public Task What_was_told_at_once() => Flags(Tested.Xunit(
        "var books = Moq.Mock.Of<IBooks>(b => b.Count == 3); [|Assert.Equal(3, books.Count)|];"));

    [TestCase("books.Count.Returns(3); [|Assert.Equal(3, books.Count)|];", TestName = "A property of a substitute")]
    [TestCase(
        "books.Find(1).Returns(new Book()); [|Assert.NotNull(books.Find(1))|];", TestName = "A substitute in a field")]
    public Task Of_a_field(string body) => Flags(Tested.Beside(
        "private readonly IBooks books = Substitute.For<IBooks>();", body, "using NSubstitute;"));

    [Test]
    public Task A_property_of_the_code_under_test() => Allows(Tested.Xunit(
        Mock + "mock.Setup(b => b.Count).Returns(3); var shop = new Shop(mock.Object); Assert.Equal(0, shop.Stock);"));

    [Test]
    public Task Of_FakeItEasy() => Flags(Tested.Beside(
        "",
        "var books = A.Fake<IBooks>(); A.CallTo(() => books.Find(1)).Returns(new Book()); "
        + "[|Assert.NotNull(books.Find(1))|];",
        "using FakeItEasy;"));

    [Test]
    public Task The_message_names_what_was_told() => Says(
        Tested.Xunit(Told + "var found = mock.Object.Find(1); [|Assert.Same(book, found)|];"),
        "'Assert.Same(book, found)' asserts what the test itself told 'Find' to give, so the test exercises "
        + "the library of "
        + "doubles and none of your code; call the code that uses the double, and assert what that does");

    [Test]
    public Task The_message_names_the_call() => Says(
        Tested.Xunit(Mock + "mock.Object.Find(1); [|mock.Verify(b => b.Find(1))|];"),
        "'mock.Verify(b => b.Find(1))' verifies the call of 'Find' that the test itself made, so the test "
        + "exercises the "
        + "library of doubles and none of your code; call the code that uses the double, and assert what that does");

    [TestCase(
        Told + "var found = new Shop(mock.Object).Find(1); Assert.Same(book, found);", TestName = "Through a shop")]
    [TestCase(
        Told + "var own = new Shop(mock.Object); Assert.Equal(1, own.Find(1)!.Id);",
        TestName = "A member through a shop")]
    [TestCase(Mock + "new Shop(mock.Object).Find(1); mock.Verify(b => b.Find(1));", TestName = "A call of a shop")]
    [TestCase(
        Mock + "var own = new Shop(mock.Object); mock.Object.Find(1); own.Find(1); mock.Verify(b => b.Find(1));",
        TestName = "The shop calls too")]
    [TestCase(Mock + "mock.Object.Find(1); mock.Verify(b => b.Send(It.IsAny<Book>()), Times.Never);",
        TestName = "Another call")]
    [TestCase(Mock + "mock.Object.Find(1); mock.VerifyNoOtherCalls();", TestName = "No other calls")]
    [TestCase(
        Mock + "var books = new List<Book> { new() }; mock.Setup(b => b.Find(It.IsAny<int>())).Returns((int id) => "
        + "books.Find(b => b.Id == id)); new Shop(mock.Object).Find(1); Assert.Null(mock.Object.Find(2));",
        TestName = "A double with a mind")]
    [TestCase(Mock + "Assert.Null(mock.Object.Find(1));", TestName = "A double that was told nothing")]
    [TestCase(Told + "Assert.Equal(1, book.Id);", TestName = "What was told with")]
    [TestCase(Told + "mock.Object.Send(book); Assert.Equal(0, mock.Object.Count);", TestName = "Told something else")]
    [TestCase(Mock + "mock.SetupGet(b => b.Count).Returns(3); Assert.Equal(3, new Shop(mock.Object).Sum(1, 2));",
        TestName = "A property")]
    [TestCase(Mock + "mock.Verify(b => b.Find(1), Times.Never);", TestName = "Nobody called")]
    [TestCase(
        Mock + "mock.Verify(b => b.Find(1), Times.Never); mock.Object.Find(1);", TestName = "Called after that")]
    [TestCase(
        Mock + "Action act = () => mock.Object.Find(1); mock.Verify(b => b.Find(1), Times.Never);",
        TestName = "Called by nobody yet")]
    [TestCase(
        Mock + "var shops = new List<IBooks> { mock.Object }; mock.Object.Find(1); mock.Verify(b => b.Find(1));",
        TestName = "In a list")]
    [TestCase("Assert.Equal(3, shop.Sum(1, 2));", TestName = "No double at all")]
    public Task What_is_asked_of_code(string body) => Allows(Tested.Xunit(body));

    [Test]
    public Task A_double_in_a_field_may_be_in_other_hands() => Allows(Tested.Beside(
        "private readonly Mock<IBooks> mock = new();", "mock.Object.Find(1); mock.Verify(b => b.Find(1));"));

    [Test]
    public Task A_partial_double_has_code_of_its_own() => Allows(Tested.Beside(
        "public class Till { public virtual int Sum() => Add(); public virtual int Add() => 1; }",
        "var mock = new Mock<Till>(); mock.Setup(t => t.Add()).Returns(2); mock.Setup(t => t.Sum()).Returns(2); "
        + "Assert.Equal(2, mock.Object.Sum());"));

    [TestCase(
        "books.Find(1).Returns(new Book()); Assert.NotNull(new Shop(books).Find(1));", TestName = "Through a shop")]
    [TestCase("new Shop(books).Find(1); books.Received().Find(1);", TestName = "Received through a shop")]
    public Task Substitutes(string body) => Allows(Tested.Beside("", Substitute + body, "using NSubstitute;"));

    [TestCase("public ShopTests() => books.Find(1).Returns(new Book());", TestName = "Told by the constructor")]
    [TestCase(
        "[NUnit.Framework.SetUp] public void SetUp() { books = Substitute.For<IBooks>(); books.Find(1).Returns(new "
        + "Book()); }",
        TestName = "Told by the set-up")]
    public Task A_double_in_a_field(string preparation) => Flags(Tested.Beside(
        "private IBooks books = Substitute.For<IBooks>(); " + preparation,
        "var found = books.Find(1); [|Assert.NotNull(found)|];",
        "using NSubstitute;"));

    [TestCase("public ShopTests() => books.Count.Returns(2);", TestName = "Told something else before")]
    [TestCase("public void Prepare() => books.Find(1).Returns(new Book());", TestName = "Told by what nothing calls")]
    public Task A_double_in_a_field_that_was_not_told_this(string preparation) => Allows(Tested.Beside(
        "private readonly IBooks books = Substitute.For<IBooks>(); " + preparation,
        "var found = books.Find(1); Assert.NotNull(found);",
        "using NSubstitute;"));

    [TestCase("""IBooks books = new FakeBooks(new Book { Id = 1 }); var found = books.Find(1); [|Assert.Equal(1, found!.Id)|];""",
        TestName = "Given to the constructor")]
    [TestCase("var books = new FakeBooks(new Book()); [|Assert.NotNull(books.Find(1))|];", TestName = "Asked at once")]
    [TestCase("var books = new FakeBooks(null) { Shelf = 3 }; [|Assert.Equal(3, books.Count)|];",
        TestName = "Given to an initializer")]
    [TestCase("var books = new FakeBooks(null); books.Shelf = 3; [|Assert.Equal(3, books.Count)|];",
        TestName = "Given to a property")]
    [TestCase("""var books = new FakeBooks(new Book()); var found = await books.FindAsync(1); [|Assert.NotNull(found)|]; Assert.Equal(0, found!.Id);""",
        TestName = "Both assertions of what was awaited")]
    [TestCase("""var book = new Book { Name = "Emma" }; IBooks books = new FakeBooks(book); [|Assert.Same(book, books.Find(1))|];""",
        TestName = "The same object of an own double")]
    [TestCase("var found = new FakeBooks(new Book()).Find(1); [|found.Should().NotBeNull()|];",
        TestName = "Without a local")]
    [TestCase("IBooks books = new Shelf(new Book()); [|Assert.NotNull(books.Find(1))|];",
        TestName = "A double inside the class of the tests")]
    public Task What_was_put_into_an_own_double(string body) => Flags(Own(body));

    [Test]
    public Task An_own_double_in_NUnit() => Flags(Tested.NUnit(
        "IBooks books = new FakeBooks(new Book()); var found = books.Find(1); [|Assert.That(found, Is.Not.Null)|]; "
        + "Assert.That(found!.Id, Is.EqualTo(0));") + Doubles);

    [Test]
    public Task The_message_names_the_member_of_an_own_double() => Says(
        Own("IBooks books = new FakeBooks(new Book()); [|Assert.NotNull(books.Find(1))|];"),
        "'Assert.NotNull(books.Find(1))' asserts what the test itself gave to the double behind 'Find', so the test "
        + "exercises its own double and none of your code; call the code that uses the double, and assert what that "
        + "does");

    [TestCase("var books = new FakeBooks(new Book()); Assert.NotNull(new Shop(books).Find(1));",
        TestName = "Through the code under test")]
    [TestCase("""var books = new FakeBooks(new Book()); var own = new Shop(books); own.Restock(); Assert.NotNull(books.Find(1));""",
        TestName = "The double is in other hands")]
    [TestCase("var books = new FakeBooks(new Book()); shop.Restock(); Assert.NotNull(books.Find(1));",
        TestName = "Other code runs")]
    [TestCase("var books = new FakeBooks(new Book()); Assert.NotNull(books.Find(1)); Assert.Equal(3, shop.Sum(1, 2));",
        TestName = "Something else is asserted, too")]
    [TestCase("var books = new ThinkingBooks(new Book()); Assert.NotNull(books.Find(1));",
        TestName = "A double with a mind")]
    [TestCase("var books = new ThinkingBooks(new Book()); books.Send(new Book()); Assert.Equal(1, books.Count);",
        TestName = "A double that counts")]
    [TestCase("var books = new StoredBooks(new Book()); Assert.NotNull(books.Find(1));", TestName = "No double")]
    [TestCase("var books = new FakeNothing(); Assert.Null(books.Find(1));",
        TestName = "A double that was given nothing")]
    [TestCase("var book = new Book { Id = 1 }; Assert.Equal(1, book.Id);", TestName = "No double, but an echo")]
    public Task What_own_doubles_are_for(string body) => Allows(Own(body));

    [Test]
    public Task A_test_of_the_double_itself() => Allows(
        Own("IBooks books = new FakeBooks(new Book()); Assert.NotNull(books.Find(1));")
            .Replace("class ShopTests", "class FakeBooksTests"));

    private static string Own(string body) => Tested.Beside(
        "private sealed class Shelf : FakeNothing, IBooks { private readonly Book? first; "
        + "public Shelf(Book? book) => first = book; Book? IBooks.Find(int id) => first; }",
        body) + Doubles;

    private const string Doubles = """


        public class FakeBooks : IBooks
        {
            private readonly Book? book;
            public FakeBooks(Book? book) => this.book = book;
            public int Shelf { get; set; }
            public int Count => Shelf;
            public Book? Find(int id) => book;
            public Task<Book?> FindAsync(int id) => Task.FromResult(book);
            public void Send(Book book) { }
        }

        public class ThinkingBooks : IBooks
        {
            private readonly Book? book;
            private int sent;
            public ThinkingBooks(Book? book) => this.book = book;
            public int Count => sent;
            public Book? Find(int id) => id > 0 ? book : null;
            public Task<Book?> FindAsync(int id) => Task.FromResult(Find(id));
            public void Send(Book book) => sent++;
        }

        public class StoredBooks : IBooks
        {
            private readonly Book? book;
            public StoredBooks(Book? book) => this.book = book;
            public int Count => 0;
            public Book? Find(int id) => book;
            public Task<Book?> FindAsync(int id) => Task.FromResult(book);
            public void Send(Book book) { }
        }

        public class FakeNothing : IBooks
        {
            public int Count => 0;
            public Book? Find(int id) => null;
            public Task<Book?> FindAsync(int id) => Task.FromResult<Book?>(null);
            public void Send(Book book) { }
        }
        """;
}
