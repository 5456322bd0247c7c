using AiAwareAnalyzers.Testing;

namespace AiAwareAnalyzers.Tests.Testing;

public sealed class SwallowedFailureTests : RuleTests<SwallowedFailure>
{
    private const string Act = "Func<Task> act = () => shop.FindAsync(1); ";

    private protected override ReferenceSet Framework => References.Testing;

    [TestCase("try { [|Assert.Equal(3, shop.Sum(1, 2))|]; } catch { }", TestName = "Whatever it is")]
    [TestCase("try { [|Assert.Equal(3, shop.Sum(1, 2))|]; } catch (Exception) { }", TestName = "Any exception")]
    [TestCase(
        "try { [|Assert.Equal(3, shop.Sum(1, 2))|]; } catch (Exception e) { Console.WriteLine(e); }",
        TestName = "Printed")]
    [TestCase(
        "try { shop.Find(1); [|Assert.Fail(\"no exception\")|]; } catch (Exception) { }",
        TestName = "A failure that is caught with the rest")]
    [TestCase("try { [|shop.Sum(1, 2).Should().Be(3)|]; } catch (Exception) { }", TestName = "A sentence")]
    [TestCase("try { [|shop.Sum(1, 2).ShouldBe(3)|]; } catch (Exception) { }", TestName = "A word")]
    [TestCase(
        "try { var sum = shop.Sum(1, 2); if (sum > 0) [|Assert.Equal(3, sum)|]; } catch (Exception) { }",
        TestName = "Deeper inside")]
    [TestCase(
        "try { [|Assert.Equal(3, shop.Sum(1, 2))|]; } catch (InvalidOperationException) { throw; } catch "
        + "(Exception) { }",
        TestName = "After a narrower one")]
    [TestCase(
        "try { [|Assert.Equal(3, shop.Sum(1, 2))|]; } catch (Xunit.Sdk.XunitException) { }", TestName = "By name")]
    [TestCase(
        "var mock = new Mock<IBooks>(); try { [|mock.Verify(b => b.Find(1))|]; } catch (Exception) { }",
        TestName = "A verification")]
    [TestCase(
        "try { [|Assert.Equal(3, shop.Sum(1, 2))|]; } catch (Exception) { } finally { shop.Restock(); }",
        TestName = "With a finally")]
    [TestCase(
        "try { [|Assert.Equal(3, shop.Sum(1, 2))|]; } catch (Exception) { Assert.True(true); }",
        TestName = "A pass on both sides")]
    [TestCase(
        "try { [|Assert.Equal(3, shop.Sum(1, 2))|]; } catch (Exception e) { Assert.NotNull(e); }",
        TestName = "Content with any exception")]
    public Task Where_a_catch_takes_it(string body) => Flags(Tested.Xunit(body));

    [TestCase("[|act.Should().ThrowAsync<Exception>()|];", TestName = "An exception of a task")]
    [TestCase("[|act.Should().NotThrowAsync()|];", TestName = "None of a task")]
    [TestCase("[|act.Should().ThrowAsync<Exception>(\"because\")|];", TestName = "With a reason")]
    [TestCase("[|Should.ThrowAsync<Exception>(act)|];", TestName = "In a word")]
    [TestCase("_ = [|act.Should().ThrowAsync<Exception>()|];", TestName = "Thrown away")]
    public Task Where_nobody_awaits_it(string body) => Flags(Tested.Xunit(Act + body));

    [TestCase(
        "shop.All().ForEach(async book => { await Task.Yield(); [|Assert.Equal(1, book.Id)|]; }); /* not async */",
        TestName = "In a lambda of an action")]
    [TestCase(
        "Action look = async () => { await Task.Yield(); [|shop.Stock.ShouldBe(1)|]; }; look(); /* not async */",
        TestName = "In an action")]
    public Task Where_a_lambda_returns_nothing(string body) => Flags(Tested.Xunit(body));

    [Test]
    public Task In_MSTest() =>
        Flags(Tested.MsTest("try { [|Assert.AreEqual(1, shop.Stock)|]; } catch (Exception) { }"));

    [Test]
    public Task In_MSTest_a_task() => Flags(Tested.MsTest(Act + "[|Assert.ThrowsAsync<Exception>(act)|];"));

    [Test]
    public Task In_NUnit_with_a_library() =>
        Flags(Tested.NUnit("try { [|shop.Stock.Should().Be(1)|]; } catch (Exception) { }"));

    [Test]
    public Task The_message_names_the_catch() => Says(
        Tested.Xunit("try { [|Assert.Equal(3, shop.Stock)|]; } catch (Exception) { }"),
        "The failure of 'Assert.Equal(3, shop.Stock)' is lost: a catch clause around it takes the exception, so the "
        + "test passes all the same; let it through, or assert after the 'try'");

    [Test]
    public Task The_message_names_the_task() => Says(
        Tested.Xunit(Act + "[|act.Should().NotThrowAsync()|];"),
        "The failure of 'act.Should().NotThrowAsync()' is lost: its task is not awaited, so the test passes all the "
        + "same; await it, and let the test return the task");

    [TestCase("try { shop.Find(1); } catch (Exception) { } Assert.Equal(1, shop.Stock);", TestName = "After the try")]
    [TestCase(
        "try { Assert.Equal(3, shop.Stock); } catch (TimeoutException) { }", TestName = "Something else is caught")]
    [TestCase("try { Assert.Equal(3, shop.Stock); } catch (Exception) { throw; }", TestName = "Thrown on")]
    [TestCase(
        "try { Assert.Equal(3, shop.Stock); } catch (Exception e) { throw new Exception(\"x\", e); }",
        TestName = "Wrapped")]
    [TestCase("try { Assert.Equal(3, shop.Stock); } catch (Exception) { Assert.Fail(); }", TestName = "Failed on")]
    [TestCase(
        "try { shop.Find(1); Assert.Fail(); } catch (NullReferenceException e) { Assert.NotNull(e.Message); }",
        TestName = "An exception by hand")]
    [TestCase(
        "try { Assert.Equal(3, shop.Stock); } catch (Exception e) when (e is IOException) { }",
        TestName = "With a filter")]
    [TestCase("try { Assert.Equal(3, shop.Stock); } finally { shop.Restock(); }", TestName = "A finally alone")]
    [TestCase(
        "Exception? caught = null; try { Assert.Equal(3, shop.Stock); } catch (Exception e) { caught = e; } "
        + "Assert.NotNull(caught);",
        TestName = "Kept for later")]
    [TestCase(
        "var all = new List<Exception>(); try { Assert.Equal(3, shop.Stock); } catch (Exception e) { all.Add(e); } "
        + "Assert.Empty(all);",
        TestName = "Collected")]
    [TestCase(
        "for (var n = 0; n < 3; n++) try { Assert.Equal(3, shop.Stock); } catch (Exception) { if (n > 1) throw; }",
        TestName = "Tried again")]
    [TestCase("Assert.Throws<Exception>(() => shop.Find(1));", TestName = "An expected exception")]
    [TestCase("await Assert.ThrowsAsync<Exception>(() => shop.FindAsync(1));", TestName = "An awaited assertion")]
    [TestCase(Act + "await act.Should().ThrowAsync<Exception>();", TestName = "An awaited sentence")]
    [TestCase(Act + "act.Should().ThrowAsync<Exception>().Wait();", TestName = "Waited for")]
    [TestCase(Act + "var late = act.Should().ThrowAsync<Exception>(); late.Wait();", TestName = "Kept and waited for")]
    [TestCase("await Task.Run(() => Assert.Equal(3, shop.Stock));", TestName = "In an awaited task")]
    [TestCase("shop.All().ForEach(book => Assert.Equal(1, book.Id));", TestName = "In a lambda that is no task")]
    [TestCase("Func<Task> look = async () => { await Task.Yield(); Assert.Equal(1, shop.Stock); }; await look();",
        TestName = "In a lambda that is awaited")]
    [TestCase(
        "try { shop.Find(1); throw new InvalidOperationException(); } catch (Exception) { }",
        TestName = "No assertion")]
    public Task What_is_seen(string body) => Allows(Tested.Xunit(body));

    [Test]
    public Task NUnit_notes_a_failure_before_it_is_caught() =>
        Allows(Tested.NUnit("try { Assert.That(shop.Stock, Is.EqualTo(1)); } catch (Exception) { }"));

    [Test]
    public Task What_xUnit_says_itself() =>
        Allows(Tested.Xunit("Assert.ThrowsAsync<Exception>(() => shop.FindAsync(1));"));
}
