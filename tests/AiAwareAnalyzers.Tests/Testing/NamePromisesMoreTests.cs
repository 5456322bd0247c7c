using AiAwareAnalyzers.Testing;

namespace AiAwareAnalyzers.Tests.Testing;

public sealed class NamePromisesMoreTests : RuleTests<NamePromisesMore>
{
    private const string Asserting = "Assert.Equal(3, shop.Sum(1, 2));";

    private protected override ReferenceSet Framework => References.Testing;

    [TestCase("Throws")]
    [TestCase("Find_Throws")]
    [TestCase("Find_WhenMissing_Throws")]
    [TestCase("Find_WhenMissing_ThrowsKeyNotFound")]
    [TestCase("Find_Missing_ShouldThrow")]
    [TestCase("ShouldThrowWhenMissing")]
    [TestCase("Find_Missing_MustThrow")]
    [TestCase("Find_Missing_WillThrow")]
    [TestCase("ThrowsOnMissingBook")]
    [TestCase("Throws_when_it_is_missing")]
    [TestCase("It_throws_when_it_is_missing")]
    public Task A_name_that_promises_an_exception(string name) =>
        Flags(Tested.Xunit(Asserting, "{|AIA1112:" + name + "|}"));

    [TestCase("Assert.NotNull(shop.All());", TestName = "There is something")]
    [TestCase("shop.Sum(1, 2).Should().Be(3);", TestName = "A sentence")]
    [TestCase("shop.Sum(1, 2).ShouldBe(3);", TestName = "A word")]
    [TestCase("var book = await shop.FindAsync(1); Assert.Null(book);", TestName = "Awaited")]
    [TestCase("Action act = () => shop.Find(1); Assert.NotNull(act);", TestName = "An action that is never called")]
    public Task Whatever_is_asserted_instead(string body) => Flags(Tested.Xunit(body, "{|AIA1112:Find_Throws|}"));

    [Test]
    public Task In_NUnit() => Flags(Tested.NUnit("Assert.That(shop.Stock, Is.Zero);", "{|AIA1112:Find_Throws|}"));

    [Test]
    public Task In_MSTest() => Flags(Tested.MsTest("Assert.AreEqual(0, shop.Stock);", "{|AIA1112:Find_Throws|}"));

    [Test]
    public Task The_message_names_the_test() => Says(
        Tested.Xunit(Asserting, "[|Find_Throws|]"),
        "'Find_Throws' says that something is thrown, and none of its assertions expects an exception, so it passes "
        + "when nothing is; expect the exception, or say in the name what is asserted");

    [TestCase("Finds_a_book")]
    [TestCase("Find_WhenStoreThrows_ReturnsNull")]
    [TestCase("Find_StoreThrows_ReturnsNull")]
    [TestCase("Find_DoesNotThrow")]
    [TestCase("Find_NeverThrows")]
    [TestCase("ShouldNotThrow")]
    [TestCase("Throwing_is_fine")]
    [TestCase("Counts_what_throws")]
    public Task Another_promise(string name) => Allows(Tested.Xunit(Asserting, name));

    [TestCase("Assert.Throws<Exception>(() => shop.Find(1));", TestName = "An expected exception")]
    [TestCase("Assert.ThrowsAny<Exception>(() => shop.Find(1));", TestName = "Any exception")]
    [TestCase("await Assert.ThrowsAsync<Exception>(() => shop.FindAsync(1));", TestName = "An awaited exception")]
    [TestCase(
        "Action act = () => shop.Find(1); act.Should().Throw<NullReferenceException>();", TestName = "It should throw")]
    [TestCase("Should.Throw<Exception>(() => shop.Find(1));", TestName = "In a word")]
    [TestCase("var e = Record.Exception(() => shop.Find(1)); Assert.NotNull(e);", TestName = "A recorded one")]
    [TestCase("try { shop.Find(1); } catch { Assert.Equal(1, shop.Stock); }", TestName = "A caught one")]
    [TestCase("Assert.True(shop.FindAsync(1).IsFaulted);", TestName = "A failed task")]
    [TestCase("Assert.NotNull(shop.Sell(1).Error);", TestName = "An error in a result")]
    [TestCase("shop.Restock();", TestName = "No assertion at all")]
    public Task An_expected_exception(string body) => Allows(Tested.Xunit(body, "Find_Throws"));

    [Test]
    public Task A_helper_may_expect_it() => Allows(Tested.Beside(
        "private void Refused(Action act) => Assert.Throws<Exception>(act);",
        "Refused(() => shop.Find(1)); Assert.Equal(0, shop.Stock);",
        name: "Find_Throws"));

    [CSharp(13)]
    public Task NUnit_has_a_constraint_for_it() =>
        Allows(Tested.NUnit("Assert.That(() => shop.Find(1), Throws.Exception);", "Find_Throws"));

    [Test]
    public Task What_does_not_run() => Allows(Tested.Beside(
        "[Fact(Skip = \"#12\")] public void Find_Throws() => Assert.Equal(1, shop.Stock);",
        "Assert.Fail();"));
}
