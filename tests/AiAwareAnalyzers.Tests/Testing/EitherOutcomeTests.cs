using AiAwareAnalyzers.Testing;

namespace AiAwareAnalyzers.Tests.Testing;

public sealed class EitherOutcomeTests : RuleTests<EitherOutcome>
{
    private const string Sold = "var answer = shop.Sell(1); ";

    private protected override ReferenceSet Framework => References.Testing;

    [TestCase(
        "[|Assert.True(answer.StatusCode == 200 || answer.StatusCode == 404)|];", TestName = "Two numbers of HTTP")]
    [TestCase("[|Assert.True(answer.StatusCode is 200 or 404)|];", TestName = "A pattern of two numbers")]
    [TestCase("[|Assert.True(answer.StatusCode is 200 or 201 or 500)|];", TestName = "A pattern of three")]
    [TestCase(
        "[|Assert.True(answer.Status == HttpStatusCode.OK || answer.Status == HttpStatusCode.NotFound)|];",
        TestName = "Two names of HTTP")]
    [TestCase(
        "[|Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest)|];",
        TestName = "A pattern of two names")]
    [TestCase(
        "[|Assert.Contains(answer.Status, new[] { HttpStatusCode.OK, HttpStatusCode.NotFound })|];",
        TestName = "One of an array")]
    [TestCase(
        "[|answer.Status.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.Conflict)|];", TestName = "A sentence")]
    [TestCase(
        "[|answer.Status.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.Forbidden)|];", TestName = "A word")]
    [TestCase("[|Assert.True(answer.IsSuccess || answer.IsFailure)|];", TestName = "Two flags")]
    [TestCase("[|Assert.True(answer.IsSuccess || !answer.IsSuccess)|];", TestName = "A flag and its opposite")]
    [TestCase("[|Assert.True(answer.IsSuccess || answer.Error != null)|];", TestName = "A flag and an error")]
    [TestCase("[|Assert.True(answer.Error is not null || answer.IsSuccess)|];", TestName = "An error and a flag")]
    [TestCase("[|(answer.IsSuccess || answer.IsFailure).Should().BeTrue()|];", TestName = "Flags that should")]
    public Task Success_and_failure(string body) => Flags(Tested.Xunit(Sold + body));

    [TestCase(
        "[|Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.NotFound))|];",
        TestName = "Two constraints")]
    [TestCase(
        "[|Assert.That(answer.Status, Is.AnyOf(HttpStatusCode.OK, HttpStatusCode.NotFound))|];",
        TestName = "Any of them")]
    [TestCase("[|ClassicAssert.IsTrue(answer.StatusCode == 200 || answer.StatusCode == 500)|];", TestName = "Classic")]
    public Task In_NUnit(string body) => Flags(Tested.NUnit(Sold + body));

    [TestCase("[|Assert.IsTrue(answer.StatusCode == 200 || answer.StatusCode == 500)|];", TestName = "In MSTest")]
    public Task In_MSTest(string body) => Flags(Tested.MsTest(Sold + body));

    [TestCase("[|Assert.True(shop.Stock == 1 || shop.Stock == 2)|];", TestName = "Two numbers")]
    [TestCase("[|Assert.True(shop.Stock is 1 or 2)|];", TestName = "A pattern")]
    [TestCase("[|Assert.True(answer.Error == \"a\" || answer.Error == \"b\")|];", TestName = "Two texts")]
    [TestCase("[|Assert.True(\"a\" == answer.Error || \"b\" == answer.Error)|];", TestName = "Constants first")]
    [TestCase("[|shop.Stock.Should().BeOneOf(1, 2)|];", TestName = "One of two numbers")]
    [TestCase("[|Assert.Contains(shop.Stock, new[] { 1, 2, 3 })|];", TestName = "Among three")]
    [TestCase("[|answer.Status.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.Conflict)|];",
        TestName = "Two failures")]
    [TestCase("[|Assert.True(answer.StatusCode is 401 or 404)|];", TestName = "Two refusals that say different things")]
    [TestCase("[|Assert.True(shop.Stock is 403 or 404)|];", TestName = "Two numbers that are no refusals")]
    public Task Two_of_a_kind(string body) => Suggests(Tested.Xunit(Sold + body));

    [Test]
    public Task The_message_names_both() => Says(
        Tested.Xunit(Sold + "[|Assert.True(answer.StatusCode is 200 or 404)|];"),
        "'Assert.True(answer.StatusCode is 200 or 404)' is content with success as well as with failure, so the test "
        + "passes whichever of them the code gives; decide which one is right and assert that");

    [TestCase("Assert.True(answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound);",
        TestName = "A refusal that may hide what there is")]
    [TestCase("Assert.True(answer.StatusCode is 405 or 404);", TestName = "No such endpoint")]
    [TestCase("answer.Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized);",
        TestName = "Nobody, or nobody who may")]
    [TestCase("Assert.True(answer.IsSuccess);", TestName = "One flag")]
    [TestCase("Assert.True(answer.IsSuccess && answer.Error == null);", TestName = "Both have to hold")]
    [TestCase("Assert.False(answer.IsSuccess || answer.Value != null);", TestName = "Neither may hold")]
    [TestCase("Assert.Equal(200, answer.StatusCode);", TestName = "One code")]
    [TestCase("Assert.True(answer.StatusCode >= 400 || shop.Stock > 3);", TestName = "Ranges")]
    [TestCase("Assert.True(answer.Value is null || answer.Value.Id > 0);", TestName = "If it is there")]
    [TestCase("Assert.True(!answer.IsSuccess || answer.Value != null);", TestName = "One follows from the other")]
    [TestCase(
        "Assert.True(string.IsNullOrEmpty(answer.Error) || answer.Error.Length < 9);", TestName = "Or a short one")]
    [TestCase("Assert.All(shop.All(), b => Assert.True(b.Id == 1 || b.Id == 2));", TestName = "Each of them")]
    [TestCase("foreach (var b in shop.All()) Assert.True(b.Id == 1 || b.Id == 2);", TestName = "In a loop")]
    [TestCase("Assert.Contains(shop.Find(1), shop.All());", TestName = "One of a result")]
    [TestCase("Assert.Contains(\"a\", answer.Error);", TestName = "A part of a text")]
    [TestCase("Assert.True(shop.Stock == 1 || answer.StatusCode == 2);", TestName = "Two values")]
    [TestCase("Assert.True(shop.Stock == 1 || shop.Stock > 4);", TestName = "A value or a range")]
    [TestCase("Assert.NotEqual(1, shop.Stock);", TestName = "All but one")]
    [TestCase("Assert.True(Environment.NewLine == \"a\" || Environment.NewLine == \"b\");", TestName = "The platform")]
    [TestCase("Assert.True(shop.Stock is > 1 and < 5);", TestName = "A range in a pattern")]
    [TestCase("Assert.True(shop.Stock == 1 || shop.Stock == shop.Sum(1, 2));", TestName = "A value and a computed one")]
    [TestCase("answer.Error.Should().BeOneOf(new List<string> { \"a\" });", TestName = "One of one")]
    [TestCase("Assert.InRange(shop.Stock, 1, 2);", TestName = "A range of its own")]
    public Task One_outcome(string body) => Allows(Tested.Xunit(Sold + body));

    [TestCase("Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));", TestName = "One constraint")]
    [TestCase("Assert.That(shop.Stock, Is.GreaterThan(1).Or.LessThan(-1));", TestName = "Two ranges")]
    [TestCase("Assert.That(answer.Error, Is.Null.Or.Empty);", TestName = "Nothing in either way")]
    public Task One_outcome_in_NUnit(string body) => Allows(Tested.NUnit(Sold + body));
}
