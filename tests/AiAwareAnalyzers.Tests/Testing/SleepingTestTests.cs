using AiAwareAnalyzers.Testing;

namespace AiAwareAnalyzers.Tests.Testing;

public sealed class SleepingTestTests : RuleTests<SleepingTest>
{
    private protected override ReferenceSet Framework => References.Testing;

    [TestCase("[|Thread.Sleep(100)|]; Assert.Equal(1, shop.Stock);", TestName = "A sleep")]
    [TestCase(
        "[|Thread.Sleep(TimeSpan.FromSeconds(1))|]; Assert.Equal(1, shop.Stock);", TestName = "A sleep of a span")]
    [TestCase("await [|Task.Delay(100)|]; Assert.Equal(1, shop.Stock);", TestName = "A delay")]
    [TestCase("await [|Task.Delay(100)|].ConfigureAwait(false);", TestName = "A configured delay")]
    [TestCase("await [|Task.Delay(TimeSpan.FromMilliseconds(50))|];", TestName = "A delay of a span")]
    [TestCase("await [|Task.Delay(100, CancellationToken.None)|];", TestName = "A delay with a token")]
    [TestCase("const int pause = 100; await [|Task.Delay(pause)|];", TestName = "A constant")]
    [TestCase("await [|Task.Delay(10 * 60)|];", TestName = "A computed constant")]
    [TestCase("[|Thread.Sleep(2)|];", TestName = "A short one")]
    [TestCase("if (shop.Stock > 1) [|Thread.Sleep(100)|];", TestName = "Sometimes")]
    [TestCase("try { [|Thread.Sleep(100)|]; } finally { shop.Restock(); }", TestName = "Inside of a try")]
    [TestCase("using (new StringReader(\"\")) [|Thread.Sleep(100)|];", TestName = "Inside of a using")]
    [TestCase("await [|Task.Delay(100)|]; await Task.Delay(200);", TestName = "The first of two")]
    public Task A_fixed_time(string body) => Flags(Tested.Xunit(body));

    [TestCase(
        "var first = shop.Create(1); Thread.Sleep(5); var second = shop.Create(2); Assert.NotSame(first, second);",
        TestName = "Two that are made one after the other")]
    [TestCase(
        "await shop.FindAsync(1); await Task.Delay(50); await shop.FindAsync(2); Assert.Equal(1, shop.Stock);",
        TestName = "Two that are asked one after the other")]
    [TestCase(
        "var before = DateTime.UtcNow; Thread.Sleep(TimeSpan.FromMilliseconds(10)); shop.Restock(); "
        + "Assert.True(shop.Opened(1) > before);",
        TestName = "A time that was read before")]
    [TestCase(
        "var opened = shop.Opened(1); await Task.Delay(10); shop.Restock(); Assert.True(shop.Opened(1) > opened);",
        TestName = "A stamp that was read before")]
    public Task A_moment_that_sets_times_apart(string body) => Allows(Tested.Xunit(body));

    [TestCase(
        "var first = shop.Create(1); [|Thread.Sleep(500)|]; var second = shop.Create(2); "
        + "Assert.NotSame(first, second);",
        TestName = "Longer than a moment")]
    [TestCase("shop.Restock(); [|Thread.Sleep(5)|]; Assert.Equal(1, shop.Stock);", TestName = "Before a look")]
    [TestCase(
        "Assert.Equal(0, shop.Stock); [|Thread.Sleep(5)|]; Assert.Equal(1, shop.Stock);",
        TestName = "Between two assertions")]
    public Task A_moment_that_waits(string body) => Flags(Tested.Xunit(body));

    [TestCase("await Task.Delay(100); new Mock<IBooks>().Verify(b => b.Find(1), Times.Never());", "Sells_a_book",
        TestName = "Before a call that must not have come")]
    [TestCase("await Task.Delay(100); new Mock<IBooks>().Verify(b => b.Find(1), Times.Once());", "Does_not_ask_again",
        TestName = "Before a second call that must not have come")]
    public Task What_must_not_come_cannot_be_waited_for(string body, string name) => Allows(Tested.Xunit(body, name));

    [TestCase("await [|Task.Delay(100)|]; new Mock<IBooks>().Verify(b => b.Find(1), Times.Once());", "Asks_once",
        TestName = "Before a call that has to come")]
    [TestCase(
        """new Mock<IBooks>().Verify(b => b.Find(1), Times.Never()); await [|Task.Delay(100)|]; Assert.Equal(1, shop.Stock);""",
        "Sells_a_book", TestName = "Behind a call that must not have come")]
    public Task What_has_to_come_can(string body, string name) => Flags(Tested.Xunit(body, name));

    [Test]
    public Task In_NUnit() => Flags(Tested.NUnit("await [|Task.Delay(100)|];"));

    [Test]
    public Task In_MSTest() => Flags(Tested.MsTest("[|Thread.Sleep(100)|];"));

    [Test]
    public Task The_message_names_the_sleep() => Says(
        Tested.Xunit("[|Thread.Sleep(100)|];"),
        "'Thread.Sleep(100)' waits a fixed time before the test goes on, which is too short on a slow machine "
        + "and too long "
        + "on every other; wait for what has to happen, with a deadline, or give the code a clock that the test turns");

    [TestCase("while (shop.Stock < 1) Thread.Sleep(10);", TestName = "Between two looks")]
    [TestCase("for (var n = 0; n < 9 && shop.Stock < 1; n++) await Task.Delay(10);", TestName = "A few looks")]
    [TestCase("do { await Task.Delay(10); } while (shop.Stock < 1);", TestName = "A look after each pause")]
    [TestCase("foreach (var book in shop.All()) Thread.Sleep(10);", TestName = "For each")]
    [TestCase("await Task.Delay(0);", TestName = "No time")]
    [TestCase("await Task.Delay(1);", TestName = "A yield")]
    [TestCase("Thread.Sleep(0);", TestName = "A yield of a thread")]
    [TestCase("await Task.Delay(Timeout.Infinite, new CancellationToken(true));", TestName = "Until it is cancelled")]
    [TestCase("await Task.Delay(-1, new CancellationToken(true));", TestName = "Without an end")]
    [TestCase("await Task.WhenAny(shop.FindAsync(1), Task.Delay(1000));", TestName = "A deadline")]
    [TestCase(
        "var late = Task.Delay(1000); await Task.WhenAny(shop.FindAsync(1), late);", TestName = "A deadline kept")]
    [TestCase("await shop.FindAsync(1).WaitAsync(TimeSpan.FromSeconds(1));", TestName = "A deadline of a task")]
    [TestCase("Func<Task> slow = async () => await Task.Delay(100); await slow();", TestName = "Slow work")]
    [TestCase(
        "var mock = new Mock<IBooks>(); mock.Setup(b => b.FindAsync(1)).Returns(async () => { await "
        + "Task.Delay(100); return "
        + "null; }); await new Shop(mock.Object).FindAsync(1);",
        TestName = "A slow double")]
    [TestCase("await Task.Run(() => Thread.Sleep(100));", TestName = "Work elsewhere")]
    [TestCase("var pause = shop.Stock; await Task.Delay(pause);", TestName = "A time that is told")]
    [TestCase("await Task.Delay(TimeSpan.FromMilliseconds(shop.Stock));", TestName = "A span that is told")]
    [TestCase("await Task.Yield();", TestName = "A yield of a task")]
    [TestCase("await Task.CompletedTask;", TestName = "Nothing to wait for")]
    [TestCase("await Slow(); async Task Slow() => await Task.Delay(10);", TestName = "A local function")]
    public Task What_does_not_sleep(string body) => Allows(Tested.Xunit(body));

    [Test]
    public Task What_is_no_test() =>
        Allows(Tested.Beside("private static void Pause() => Thread.Sleep(10);", "Assert.Equal(1, shop.Stock);"));
}
