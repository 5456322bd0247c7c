using AiAwareAnalyzers.Testing;

namespace AiAwareAnalyzers.Tests.Testing;

public sealed class NoAssertionTests : RuleTests<NoAssertion>
{
    private protected override ReferenceSet Framework => References.Testing;

    [TestCase("", TestName = "Nothing at all")]
    [TestCase("// TODO: write this test\n", TestName = "A comment")]
    [TestCase("shop.Restock();", TestName = "A call")]
    [TestCase("var sum = shop.Sum(1, 2);", TestName = "A result that is kept")]
    [TestCase("var sum = shop.Sum(1, 2); Console.WriteLine(sum);", TestName = "A result that is printed")]
    [TestCase("await shop.FindAsync(1);", TestName = "An awaited call")]
    [TestCase("var book = new Book(); book.Name = \"a\";", TestName = "A property that is set")]
    [TestCase("try { shop.Restock(); } catch (Exception) { }", TestName = "A failure that is swallowed")]
    [TestCase(
        "var mock = new Mock<IBooks>(); mock.Setup(b => b.Find(1)).Returns(new Book()); new Shop(mock.Object).Find(1);",
        TestName = "A double that is only told")]
    [TestCase("shop.Sell(1).Should();", TestName = "A sentence without an end")]
    [TestCase("Action act = () => shop.Restock();", TestName = "A call that is never made")]
    [TestCase("for (var i = 0; i < 3; i++) shop.Restock();", TestName = "A loop")]
    [TestCase("if (shop.Stock == 0) return;", TestName = "A return")]
    public Task Where_nothing_is_looked_at(string body) => Flags(Tested.Xunit(body, "{|AIA1102:Sells_a_book|}"));

    [Test]
    public Task In_NUnit() => Flags(Tested.NUnit("shop.Restock();", "{|AIA1102:Sells_a_book|}"));

    [Test]
    public Task In_NUnit_a_line_of_output_is_no_look() =>
        Flags(Tested.NUnit("TestContext.Out.WriteLine(shop.Sum(1, 2));", "{|AIA1102:Sells_a_book|}"));

    [Test]
    public Task In_MSTest() => Flags(Tested.MsTest("shop.Restock();", "{|AIA1102:Sells_a_book|}"));

    [Test]
    public Task A_helper_that_asserts_nothing_is_seen_through() => Flags(Tested.Beside(
        "private void Arrange() => shop.Restock();", "Arrange();", name: "{|AIA1102:Sells_a_book|}"));

    [Test]
    public Task A_helper_that_only_sounds_so_is_seen_through() => Flags(Tested.Beside(
        "private void VerifyStock() => shop.Restock();", "VerifyStock();", name: "{|AIA1102:Sells_a_book|}"));

    [Test]
    public Task A_theory() => Flags(Tested.Beside(
        "[Theory, InlineData(1)] public void {|AIA1102:Finds|}(int id) => shop.Find(id);",
        "Assert.Equal(1, shop.Stock);"));

    [Test]
    public Task The_message_says_what_is_missing() => Says(
        Tested.Xunit("shop.Restock();", "[|Sells_a_book|]"),
        "'Sells_a_book' asserts nothing, so it passes as long as nothing throws, whatever comes out; assert "
        + "what the code "
        + "has to give or to change, or say in its name that it does not throw");

    [Test]
    public Task The_message_says_that_there_is_nothing() => Says(
        Tested.Xunit("", "[|Sells_a_book|]"),
        "'Sells_a_book' is empty, so it passes as long as nothing throws, whatever comes out; assert what the "
        + "code has to "
        + "give or to change, or say in its name that it does not throw");

    [TestCase("Assert.Equal(3, shop.Sum(1, 2));", TestName = "An assertion")]
    [TestCase("shop.Sum(1, 2).Should().Be(3);", TestName = "A sentence")]
    [TestCase("shop.Sum(1, 2).ShouldBe(3);", TestName = "A word")]
    [TestCase("Assert.Throws<Exception>(() => shop.Find(1));", TestName = "An exception that is expected")]
    [TestCase("await Assert.ThrowsAsync<Exception>(() => shop.FindAsync(1));", TestName = "An awaited exception")]
    [TestCase(
        "var mock = new Mock<IBooks>(); new Shop(mock.Object).Find(1); mock.Verify(b => b.Find(1));",
        TestName = "A verified double")]
    [TestCase(
        "var mock = new Mock<IBooks>(); new Shop(mock.Object).Find(1); mock.VerifyAll();", TestName = "All verified")]
    [TestCase("if (shop.Sum(1, 2) != 3) throw new Exception();", TestName = "An exception of its own")]
    [TestCase("Assert.All(shop.All(), b => Assert.NotNull(b.Name));", TestName = "Each of them")]
    [TestCase("void Check() => Assert.Equal(1, shop.Stock); Check();", TestName = "A local function")]
    [TestCase(
        "using var client = new HttpClient(); (await client.GetAsync(\"http://a\")).EnsureSuccessStatusCode();",
        TestName = "A request that must succeed")]
    [TestCase("await shop.FindAsync(1).WaitAsync(TimeSpan.FromSeconds(1));", TestName = "A deadline")]
    [TestCase("Assert.Fail(\"not written yet\");", TestName = "A failure")]
    [TestCase("// must not throw\nshop.Restock();", TestName = "A comment that says so")]
    [TestCase("System.Diagnostics.Debug.Assert(shop.Stock == 1);", TestName = "An assertion of the base library")]
    public Task Where_something_is_looked_at(string body) => Allows(Tested.Xunit(body));

    [TestCase(
        "rules.TestValidate(book).ShouldHaveValidationErrorFor(b => b.Name).WithErrorMessage(\"empty\");",
        TestName = "A claim of a validator, with more to say")]
    [TestCase(
        "var found = rules.TestValidate(book); "
        + "found.ShouldHaveValidationErrorFor(\"Name\").WithErrorCode(\"1\").Only();",
        TestName = "A claim with still more to say")]
    [TestCase(
        "var errors = rules.TestValidate(book).ShouldHaveAnyValidationError(); Console.WriteLine(errors);",
        TestName = "A claim whose rest is kept")]
    [TestCase(
        "(await rules.TestValidateAsync(book)).ShouldHaveValidationErrorFor(b => b.Name);",
        TestName = "A claim that returns what can be said more")]
    [TestCase(
        "(await rules.TestValidateAsync(book)).ShouldNotHaveAnyValidationErrors();", TestName = "A claim without more")]
    public Task What_a_validator_should_say_is_an_assertion(string body) =>
        Given.WithReferences(References.Testing.And("FluentValidation")).Allows(Validating(body));

    [TestCase("rules.TestValidate(book);", TestName = "A validation that nobody looks at")]
    [TestCase(
        "var found = rules.TestValidate(book); Console.WriteLine(found);", TestName = "A validation that is kept")]
    [TestCase("rules.RuleFor(b => b.Name).NotEmpty().WithMessage(\"empty\");", TestName = "A rule that is only told")]
    public Task What_a_validator_says_to_nobody_is_none(string body) =>
        Given.WithReferences(References.Testing.And("FluentValidation"))
            .Flags(Validating(body, "{|AIA1102:Sells_a_book|}"));

    private static string Validating(string body, string name = "Sells_a_book") => Tested.Beside(
        "private readonly FluentValidation.InlineValidator<Book> rules = new(); private readonly Book book = new();",
        body,
        "using FluentValidation;\nusing FluentValidation.TestHelper;",
        name);

    [TestCase("Does_not_throw")]
    [TestCase("RestockDoesNotThrow")]
    [TestCase("Never_crashes")]
    [TestCase("Restocks_without_an_error")]
    [TestCase("Smoke")]
    public Task A_test_that_says_that_not_to_throw_is_all(string name) =>
        Allows(Tested.Xunit("shop.Restock();", name));

    [TestCase("private void Check() => Assert.Equal(1, shop.Stock);", TestName = "A helper")]
    [TestCase(
        "private void Check() => Look(1); private void Look(int n) => Assert.Equal(n, shop.Stock);",
        TestName = "A helper of a helper")]
    [TestCase("private void Check() { if (shop.Stock > 1) throw new Exception(); }", TestName = "A helper that throws")]
    [TestCase(
        "private void Check() => Eyes.Look(shop); private static class Eyes { public static void Look(Shop shop) => "
        + "Assert.Equal(1, shop.Stock); }",
        TestName = "A helper in another class")]
    [TestCase(
        "private Action<Shop> check = s => Assert.Equal(1, s.Stock); private void Check() => check(shop);",
        TestName = "A delegate")]
    [TestCase(
        "private Eye eye = null!; private void Check() => eye.Look(); private abstract class Eye { public "
        + "abstract void "
        + "Look(); }",
        TestName = "An abstract helper")]
    public Task A_helper_is_followed(string members) => Allows(Tested.Beside(members, "Check();"));

    [Test]
    public Task What_is_verified_when_the_test_is_over() => Allows(Tested.Beside(
        "private readonly Mock<IBooks> mock = new(); public void Dispose() => mock.VerifyAll();", "shop.Restock();"));

    [Test]
    public Task What_NUnit_compares_itself() => Allows(Tested.NUnit(
        "Assert.Pass(); } [TestCase(1, ExpectedResult = 2)] public int Sums(int n) { return n + 1;"));

    [Test]
    public Task What_does_not_run() => Allows(
        Tested.Beside("[Fact(Skip = \"#12\")] public void Sells() => shop.Restock();", "Assert.Equal(1, shop.Stock);"));

    [Test]
    public Task What_NUnit_ignores() =>
        Allows(Tested.NUnit("Assert.Pass(); } [Test, Ignore(\"#12\")] public void Sells() { shop.Restock();"));

    [Test]
    public Task What_is_no_test() =>
        Allows(Tested.Beside("public void Restock() => shop.Restock();", "Assert.Fail();"));

    [Test]
    public Task Doubles_of_other_libraries() => Allows(Tested.Beside(
        "",
        "var books = Substitute.For<IBooks>(); new Shop(books).Find(1); books.Received().Find(1);",
        "using NSubstitute;"));

    [Test]
    public Task Doubles_that_must_have_been_called() => Allows(Tested.Beside(
        "",
        "var books = A.Fake<IBooks>(); new Shop(books).Find(1); A.CallTo(() => books.Find(1)).MustHaveHappened();",
        "using FakeItEasy;"));

    [Test]
    public Task What_does_not_bind_is_not_judged() =>
        Given.ThatNeedNotCompile().Allows(Tested.Xunit("Assert.Equal(3, missing.Sum(1, 2));"));

    [CSharp(12)]
    public Task Without_a_framework_nothing_is_a_test() => Given.WithReferences(References.Net10).Allows(
        "class FactAttribute : Attribute; class C { [Fact] public void M() { } }");
}
