using AiAwareAnalyzers.Testing;

namespace AiAwareAnalyzers.Tests.Testing;

public sealed class ConditionalAssertionTests : RuleTests<ConditionalAssertion>
{
    private protected override ReferenceSet Framework => References.Testing;

    [TestCase("var book = shop.Find(1); if ([|book != null|]) Assert.Equal(1, book.Id);", TestName = "If there is one")]
    [TestCase(
        "var book = shop.Find(1); if ([|book is not null|]) { Assert.Equal(1, book.Id); }", TestName = "A pattern")]
    [TestCase("if ([|shop.Find(1) is { } book|]) Assert.Equal(1, book.Id);", TestName = "A pattern of a call")]
    [TestCase(
        "var book = await shop.FindAsync(1); if ([|book != null|]) Assert.Equal(1, book.Id);", TestName = "Awaited")]
    [TestCase("if ([|shop.TryFind(1, out var book)|]) Assert.Equal(1, book!.Id);", TestName = "If it was found")]
    [TestCase("var answer = shop.Sell(1); if ([|answer.IsSuccess|]) Assert.Equal(200, answer.StatusCode);",
        TestName = "If it worked")]
    [TestCase(
        "var answer = shop.Sell(1); if ([|answer.Value != null|]) answer.Value.Id.Should().Be(1);",
        TestName = "A sentence")]
    [TestCase(
        "var all = shop.All(); if ([|all.Count > 0|]) Assert.Equal(1, all[0].Id);", TestName = "If there are any")]
    [TestCase("var all = shop.All(); if ([|all.Any()|]) Assert.Equal(1, all[0].Id);", TestName = "If any is there")]
    [TestCase(
        "var book = shop.Find(1); if ([|book != null|]) { Assert.Equal(1, book.Id); Assert.Equal(\"a\", book.Name); }",
        TestName = "All of several")]
    [TestCase(
        "var book = shop.Find(1); if ([|book == null|]) { } else Assert.Equal(1, book.Id);",
        TestName = "The other branch")]
    [TestCase(
        "var book = shop.Find(1); if ([|book == null|]) return; Assert.Equal(1, book.Id);",
        TestName = "A return before")]
    [TestCase(
        "var book = shop.Find(1); if ([|book == null|]) { return; } Assert.Equal(1, book.Id); "
        + "Assert.NotNull(book.Name);",
        TestName = "A return in a block")]
    [TestCase(
        "var answer = shop.Sell(1); if ([|!answer.IsSuccess|]) return; Assert.Equal(200, answer.StatusCode);",
        TestName = "A return where it failed")]
    [TestCase(
        "var mock = new Mock<IBooks>(); var book = new Shop(mock.Object).Find(1); if ([|book != null|]) "
        + "mock.VerifyAll();",
        TestName = "A verification")]
    public Task Behind_a_condition(string body) => Flags(Tested.Xunit(body));

    [TestCase("foreach (var book in [|shop.All()|]) Assert.NotEmpty(book.Name);", TestName = "Over a result")]
    [TestCase(
        "var all = shop.All(); foreach (var book in [|all|]) { book.Name.ShouldNotBeEmpty(); }",
        TestName = "Over a local")]
    [TestCase(
        "foreach (var book in [|shop.All().Where(b => b.Id > 1)|]) Assert.NotEmpty(book.Name);", TestName = "Filtered")]
    [TestCase(
        "var book = shop.Find(1)!; foreach (var author in [|book.Authors|]) Assert.NotEmpty(author);",
        TestName = "Over a member")]
    public Task In_a_loop(string body) => Suggests(Tested.Xunit(body));

    [TestCase("Assert.All([|shop.All()|], b => Assert.NotEmpty(b.Name));", TestName = "All of xUnit")]
    [TestCase("await Assert.AllAsync([|shop.All()|], async b => Assert.NotNull(await shop.FindAsync(b.Id)));",
        TestName = "All of xUnit, awaited")]
    [TestCase("var all = shop.All(); Assert.True([|all|].All(b => b.Id > 0));", TestName = "All that is true")]
    [TestCase("Assert.True([|shop.All()|].TrueForAll(b => b.Id > 0));", TestName = "True for all")]
    [TestCase("[|shop.All()|].All(b => b.Id > 0).Should().BeTrue();", TestName = "All that should be true")]
    [TestCase("[|shop.All()|].All(b => b.Id > 0).ShouldBeTrue();", TestName = "All that should be true of Shouldly")]
    [TestCase("[|shop.All()|].ShouldAllBe(b => b.Id > 0);", TestName = "All of Shouldly")]
    [TestCase("[|shop.All()|].Should().AllBeOfType<Book>();", TestName = "A type of all")]
    [TestCase("[|shop.All()|].Should().AllBeEquivalentTo(new Book());", TestName = "All alike")]
    [TestCase("[|shop.All()|].Should().NotBeNull().And.AllBeAssignableTo<Book>();", TestName = "A chain")]
    [TestCase("[|shop.All()|].ForEach(b => Assert.NotEmpty(b.Name));", TestName = "A loop in a call")]
    [TestCase("var all = shop.All(); for (var i = 0; i < [|all|].Count; i++) Assert.NotEmpty(all[i].Name);",
        TestName = "A loop that counts them")]
    [TestCase("var all = shop.All(); Assert.NotNull(all); foreach (var b in [|all|]) Assert.NotEmpty(b.Name);",
        TestName = "What is not null may be empty")]
    [TestCase("var all = shop.All(); all.Should().NotBeNull(); Assert.All([|all|], b => Assert.NotEmpty(b.Name));",
        TestName = "What should not be null may be empty")]
    [TestCase(
        "var all = shop.All(); Assert.Multiple(() => { foreach (var b in [|all|]) Assert.NotEmpty(b.Name); });",
        TestName = "Several at once")]
    public Task Of_each_element(string body) => Suggests(Tested.Xunit(body));

    [TestCase("Assert.That([|shop.All()|], Has.All.Property(\"Name\").Not.Empty);", TestName = "All have of NUnit")]
    [TestCase("Assert.That([|shop.All()|], Is.All.InstanceOf<Book>());", TestName = "All are of NUnit")]
    [TestCase("Assert.That([|shop.All()|].All(b => b.Id > 0), Is.True);", TestName = "All is true of NUnit")]
    [TestCase("Assert.That([|shop.All()|].All(b => b.Id > 0));", TestName = "All that hold of NUnit")]
    [TestCase("CollectionAssert.AllItemsAreNotNull([|shop.All()|]);", TestName = "No null of NUnit")]
    [TestCase("foreach (var b in [|shop.All()|]) Assert.That(b.Name, Is.Not.Empty);", TestName = "A loop of NUnit")]
    public Task Of_each_element_in_NUnit(string body) => Suggests(Tested.NUnit(body));

    /// <summary>Older compilers cannot choose between the overloads.</summary>
    [CSharp(13)]
    public Task Several_at_once_in_NUnit() => Suggests(Tested.NUnit(
        "var all = shop.All(); Assert.That(all, Is.Not.Null); Assert.Multiple(() => { foreach (var b in [|all|]) "
        + "Assert.That(b.Name, Is.Not.Empty); });"));

    [TestCase("Assert.That(shop.All(), Is.Not.Empty.And.All.InstanceOf<Book>());", TestName = "Not empty, and all")]
    [TestCase("Assert.That(shop.All(), Has.Count.EqualTo(2).And.All.InstanceOf<Book>());", TestName = "Two, and all")]
    [TestCase("Assert.That(shop.All(), Has.Some.InstanceOf<Book>());", TestName = "Some")]
    public Task Of_some_element_in_NUnit(string body) => Allows(Tested.NUnit(body));

    [TestCase("CollectionAssert.AllItemsAreNotNull([|shop.All()|]);", TestName = "No null of MSTest")]
    [TestCase("CollectionAssert.AllItemsAreInstancesOfType([|shop.All()|], typeof(Book));",
        TestName = "A type of MSTest")]
    [TestCase("Assert.IsTrue([|shop.All()|].All(b => b.Id > 0));", TestName = "All is true of MSTest")]
    [TestCase("foreach (var b in [|shop.All()|]) Assert.IsNotNull(b.Name);", TestName = "A loop of MSTest")]
    public Task Of_each_element_in_MSTest(string body) => Suggests(Tested.MsTest(body));

    [TestCase("[|shop.All()|].Should().OnlyContain(b => b.Id > 0);", TestName = "Only such of AwesomeAssertions")]
    [TestCase("[|shop.All()|].Should().AllSatisfy(b => b.Id.Should().Be(1));",
        TestName = "All such of AwesomeAssertions")]
    public Task Of_each_element_in_AwesomeAssertions(string body) => Given
        .WithReferences(References.Testing.And("AwesomeAssertions"))
        .Suggests(Tested.Xunit(body).Replace("using FluentAssertions;", "using AwesomeAssertions;"));

    [Test]
    public Task The_message_names_the_elements() => Given.Hints(
        Tested.Xunit("Assert.All([|shop.All()|], b => Assert.NotEmpty(b.Name));"),
        "'Sells_a_book' asserts only of each element of 'shop.All()', so it passes without looking at anything when "
        + "that is empty; assert first that it is not empty");

    [Test]
    public Task The_message_says_that_there_is_one() => Given.Hints(
        Tested.Xunit("var all = shop.All(); Assert.NotNull(all); foreach (var b in [|all|]) Assert.NotEmpty(b.Name);"),
        "'Sells_a_book' asserts only that there is one, and the rest in the loop over 'all', so it passes without "
        + "looking at anything when that is empty; assert first that it is not empty");

    [TestCase(
        "try { shop.Find(1); } catch ([|NullReferenceException|] e) { Assert.Equal(\"a\", e.Message); }",
        TestName = "Only where it catches")]
    [TestCase(
        "try { shop.Find(1); } catch ([|Exception|]) { Assert.Equal(0, shop.Stock); }", TestName = "Without a name")]
    [TestCase(
        "try { await shop.FindAsync(1); } catch ([|InvalidOperationException|] e) { e.Message.Should().Be(\"a\"); }",
        TestName = "Awaited before")]
    public Task Where_it_catches(string body) => Flags(Tested.Xunit(body));

    [TestCase(
        "var mock = new Mock<IBooks>(); mock.Setup(m => m.Send(It.IsAny<Book>())).Callback<Book>([|b => "
        + "Assert.Equal(1, b.Id)|]); new Shop(mock.Object).Restock();",
        TestName = "What a double calls")]
    [TestCase(
        "AppDomain.CurrentDomain.ProcessExit += [|(_, _) => Assert.Equal(1, shop.Stock)|]; shop.Restock();",
        TestName = "What an event calls")]
    public Task In_a_callback(string body) => Flags(Tested.Xunit(body));

    [TestCase(
        "if ([|File.Exists(\"a.txt\")|]) Assert.Equal(1, shop.Sum(1, 0));", TestName = "If a file is there")]
    [TestCase(
        "if ([|!Directory.Exists(\"a\")|]) return; Assert.Equal(1, shop.Sum(1, 0));",
        TestName = "A return without one")]
    [TestCase(
        "var file = new FileInfo(\"a.txt\"); if ([|file.Exists|]) { Assert.Equal(1, shop.Sum(1, 0)); }",
        TestName = "If a file of an object is there")]
    public Task Without_its_file(string body) => Suggests(Tested.Xunit(body));

    [Test]
    public Task A_file_that_it_should_have_written() => Suggests(Tested.Xunit(
        "shop.Restock(); if ([|File.Exists(\"a.txt\")|]) Assert.Equal(1, shop.Stock);"));

    [TestCase(
        "var mock = new Mock<IBooks>(); mock.Setup(m => m.Send(It.IsAny<Book>())).Callback<Book>(b => "
        + "Assert.Equal(1, b.Id)); new Shop(mock.Object).Restock(); mock.VerifyAll();",
        TestName = "A callback that is verified")]
    [TestCase("shop.All().Should().AllSatisfy(b => b.Id.Should().Be(1));",
        TestName = "A lambda that an assertion calls")]
    [TestCase(
        "try { _ = 1 / int.Parse(\"0\"); } catch (Exception e) { shop.Sum(1, 2).Should().Be(e.Message.Length); }",
        TestName = "An exception that the test makes for itself")]
    [TestCase(
        "var caught = false; try { shop.Find(1); } catch (Exception) { caught = true; } Assert.True(caught);",
        TestName = "Caught, and asserted afterwards")]
    [TestCase(
        "try { shop.Find(1); throw new Exception(\"nothing\"); } catch (NullReferenceException e) "
        + "{ Assert.NotEmpty(e.Message); }",
        TestName = "Thrown where nothing was")]
    [TestCase(
        "if (!File.Exists(\"a.txt\")) File.WriteAllText(\"a.txt\", \"\"); Assert.Equal(1, shop.Sum(1, 0));",
        TestName = "A file that is made")]
    public Task What_is_reached_all_the_same(string body) => Allows(Tested.Xunit(body));

    [Test]
    public Task In_NUnit() => Flags(Tested.NUnit(
        "var book = shop.Find(1); if ([|book != null|]) Assert.That(book.Id, Is.EqualTo(1));"));

    [Test]
    public Task In_MSTest() => Flags(Tested.MsTest(
        "var book = shop.Find(1); if ([|book != null|]) Assert.AreEqual(1, book.Id);"));

    [Test]
    public Task The_message_names_the_condition() => Says(
        Tested.Xunit("var book = shop.Find(1); if ([|book != null|]) Assert.Equal(1, book.Id);"),
        "'Sells_a_book' asserts only if 'book != null', so it passes without looking at anything otherwise; assert the "
        + "condition itself");

    [Test]
    public Task The_message_names_the_way_out() => Says(
        Tested.Xunit("var book = shop.Find(1); if ([|book == null|]) return; Assert.Equal(1, book.Id);"),
        "'Sells_a_book' asserts only unless 'book == null', so it passes without looking at anything when that is so; "
        + "assert that it is not so instead of returning");

    [TestCase("var book = shop.Find(1); Assert.NotNull(book); if (book != null) Assert.Equal(1, book.Id);",
        TestName = "Asserted before")]
    [TestCase("var book = shop.Find(1); if (book != null) Assert.Equal(1, book.Id); else Assert.Fail();",
        TestName = "Both branches")]
    [TestCase("var book = shop.Find(1); if (book == null) throw new Exception(); Assert.Equal(1, book.Id);",
        TestName = "Thrown before")]
    [TestCase("if (OperatingSystem.IsWindows()) Assert.Equal(1, shop.Stock);", TestName = "The platform")]
    [TestCase(
        "if (!OperatingSystem.IsLinux()) return; Assert.Equal(1, shop.Stock);", TestName = "Not on this platform")]
    [TestCase(
        "if (Environment.GetEnvironmentVariable(\"CI\") is null) return; Assert.Equal(1, shop.Stock);",
        TestName = "Not on this machine")]
    [TestCase("foreach (var n in new[] { 1, 2 }) Assert.Equal(n, shop.Sum(n, 0));", TestName = "Over what is written")]
    [TestCase(
        "var cases = new[] { 1, 2 }; foreach (var n in cases) Assert.Equal(n, shop.Sum(n, 0));",
        TestName = "Over cases")]
    [TestCase("foreach (var n in Enumerable.Range(0, 3)) Assert.Equal(n, shop.Sum(n, 0));", TestName = "Over a range")]
    [TestCase(
        "foreach (var day in Enum.GetValues<DayOfWeek>()) Assert.Equal(3, shop.Sum((int)day, 0));",
        TestName = "Over an enum")]
    [TestCase("for (var n = 0; n < 3; n++) Assert.Equal(n, shop.Sum(n, 0));", TestName = "A loop that counts")]
    [TestCase(
        "var all = shop.All(); Assert.NotEmpty(all); foreach (var book in all) Assert.NotEmpty(book.Name);",
        TestName = "A loop over what is not empty")]
    [TestCase(
        "foreach (var book in shop.All()) Assert.NotEmpty(book.Name); Assert.Equal(3, shop.Stock);",
        TestName = "Something else is asserted")]
    [TestCase("shop.All().Should().OnlyContain(b => b.Id > 0);", TestName = "Only such, of which there is one")]
    [TestCase("var all = shop.All(); Assert.NotEmpty(all); Assert.All(all, b => Assert.NotEmpty(b.Name));",
        TestName = "Each of what is not empty")]
    [TestCase("var all = shop.All(); all.Should().HaveCount(2); all.Should().AllBeOfType<Book>();",
        TestName = "Each of two")]
    [TestCase("Assert.All(new[] { 1, 2 }, n => Assert.Equal(n, shop.Sum(n, 0)));",
        TestName = "Each of what is written")]
    [TestCase(
        "var all = new[] { 1, 2 }.Select(n => shop.Sum(n, 0)).ToList(); Assert.All(all, n => Assert.True(n > 0));",
        TestName = "Each of what came of what is written")]
    [TestCase("var all = shop.All(); Assert.NotNull(shop.Find(1)); foreach (var b in all) Assert.NotEmpty(b.Name);",
        TestName = "Something else is there")]
    [TestCase("Assert.False(shop.All().Any(b => b.Id == 3));", TestName = "None of them")]
    [TestCase("var ok = false; if (!ok) Assert.Equal(1, shop.Stock);", TestName = "A flag of the test")]
    [TestCase(
        "try { shop.Find(1); Assert.Fail(); } catch (NullReferenceException e) { Assert.NotNull(e.Message); }",
        TestName = "An exception by hand")]
    [TestCase("var book = shop.Find(1); Assert.True(book == null || book.Id == 1);", TestName = "An expression")]
    [TestCase("var book = shop.Find(1); Assert.Equal(1, book != null ? book.Id : 0);", TestName = "A choice of values")]
    [TestCase("var book = shop.Find(1); if (book == null) shop.Restock(); Assert.Equal(1, shop.Stock);",
        TestName = "Something else is conditional")]
    [TestCase(
        "var books = new List<Book>(); foreach (var book in books) Assert.NotNull(book);", TestName = "Own things")]
    [TestCase("shop.Restock();", TestName = "No assertion at all")]
    public Task What_is_always_reached(string body) => Allows(Tested.Xunit(body));

    [TestCase("Assert.Equal(7, all.Count);", TestName = "How many there are")]
    [TestCase("Assert.NotEmpty(all);", TestName = "That there are any")]
    [TestCase("all.Should().HaveCount(7);", TestName = "How many, as a sentence")]
    [TestCase("all.ShouldNotBeEmpty();", TestName = "That there are any, as a word")]
    [TestCase("Assert.True(all.Count > 0);", TestName = "That there are more than none")]
    public Task A_sibling_claims_that_there_are_any(string claim) => Allows(Siblings(claim, "books"));

    [TestCase("Assert.Empty(all);", TestName = "That there are none")]
    [TestCase("Assert.Equal(0, all.Count);", TestName = "That there are zero")]
    [TestCase("all.Should().HaveCount(0);", TestName = "Zero, as a sentence")]
    [TestCase("Assert.NotNull(all);", TestName = "That it is there")]
    [TestCase("Assert.NotEmpty(shop.Found(2));", TestName = "Of another result")]
    public Task A_sibling_claims_something_else(string claim) => Suggests(Siblings(claim, "[|books|]"));

    private static string Siblings(string claim, string looped) => Tested.Beside(
        $"[Fact] public void Counts() {{ var id = 1; var all = shop.Found(id); {claim} }}",
        $"var id = 1; var books = shop.Found(id); foreach (var book in {looped}) Assert.NotEmpty(book.Name);")
        .Replace(
            "public void Restock()",
            "public List<Book> Found(int id) => new(); public void Restock()",
            StringComparison.Ordinal);

    [TestCase("Streams(cts.Token)", TestName = "A token of a source")]
    [TestCase("Streams(default).WithCancellation(cts.Token)", TestName = "A token at the stream")]
    [TestCase("Streams(token)", TestName = "A token in a local")]
    public Task A_stream_that_is_awaited_in_time_does_not_end_empty(string stream) => Allows(Streaming(stream));

    [TestCase("[|shop.Streams(default)|]", TestName = "No token")]
    [TestCase("[|shop.Streams(CancellationToken.None)|]", TestName = "A token that never ends")]
    public Task A_stream_that_may_end_is_a_detour(string stream) => Suggests(Streaming(stream));

    private static string Streaming(string stream) => Tested.Xunit(
        "using var cts = new CancellationTokenSource(1000); var token = cts.Token; "
        + $"await foreach (var book in {stream}) {{ Assert.Equal(1, book.Id); break; }}")
        .Replace("in Streams", "in shop.Streams", StringComparison.Ordinal)
        .Replace(
            "public void Restock()",
            "public IAsyncEnumerable<Book> Streams(CancellationToken token) => null!; public void Restock()",
            StringComparison.Ordinal);

    [TestCase("if ([|!database.IsNpgsql()|]) return; Assert.Equal(1, shop.Sum(1, 0));", TestName = "Which there is")]
    [TestCase(
        "if ([|database.ProviderName == \"InMemory\"|]) return; Assert.Equal(1, shop.Sum(1, 0));",
        TestName = "What it is called")]
    [TestCase("if ([|database.IsNpgsql()|]) { Assert.Equal(1, shop.Sum(1, 0)); }", TestName = "Around the assertions")]
    public Task Without_its_database(string body) => Suggests(Tested.Xunit("var database = shop.Database(); " + body)
        .Replace("public void Restock()", "public DatabaseFacade Database() => new(); public void Restock()",
            StringComparison.Ordinal) + """

        public class DatabaseFacade { public string? ProviderName { get; } }
        public static class Npgsql { public static bool IsNpgsql(this DatabaseFacade facade) => false; }
        """);

    [Test]
    public Task A_case_decides() => Allows(Tested.Beside(
        "[Theory, InlineData(1, true)] public void Finds(int id, bool found) { var book = shop.Find(id); if (found) "
        + "Assert.NotNull(book); }",
        "Assert.Fail();"));

    [Test]
    public Task A_case_has_an_expectation() => Allows(Tested.Beside(
        "[Theory, InlineData(1, 2)] public void Finds(int id, int? n) { var all = shop.All(); if (all.Count > n) "
        + "Assert.NotNull(all); }",
        "Assert.Fail();"));
}
