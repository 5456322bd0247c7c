using AiAwareAnalyzers.Testing;

namespace AiAwareAnalyzers.Tests.Testing;

public sealed class HardToBelieveTests : RuleTests<HardToBelieve>
{
    private const string TemporaryFolder = "/tmp";

    private protected override ReferenceSet Framework => References.Testing;

    [TestCase("var text = File.ReadAllText([|\"/home/user/a.txt\"|]);", TestName = "A home folder")]
    [TestCase("var text = File.ReadAllText([|@\"C:\\data\\a.txt\"|]);", TestName = "A drive")]
    [TestCase("var text = File.ReadAllText([|\"D:/data/a.txt\"|]);", TestName = "A drive with slashes")]
    [TestCase("var path = \"/data/a.txt\"; var text = File.ReadAllText([|path|]);", TestName = "In a local")]
    [TestCase("const string path = \"/data/a.txt\"; var text = File.ReadAllText([|path|]);", TestName = "A constant")]
    [TestCase("var text = await File.ReadAllTextAsync([|\"/data/a.txt\"|]);", TestName = "Awaited")]
    [TestCase("var files = Directory.GetFiles([|\"/data/books\"|]);", TestName = "A folder")]
    [TestCase("if (File.Exists([|\"/data/a.txt\"|])) shop.Restock();", TestName = "A look")]
    [TestCase(
        "var file = new FileInfo([|\"/data/a.txt\"|]); if (file.Exists) shop.Restock();",
        TestName = "A look at a file")]
    [TestCase("using var reader = new StreamReader([|\"/data/a.txt\"|]);", TestName = "A reader")]
    [TestCase("using var stream = new FileStream([|\"/data/a.txt\"|], FileMode.Open);", TestName = "A stream")]
    [TestCase(
        "using var client = new HttpClient(); await client.GetAsync([|\"https://api.shop.dev/books\"|]);",
        TestName = "The network")]
    [TestCase(
        "await new HttpClient().GetStringAsync([|\"https://api.shop.dev/books\"|]);", TestName = "The network at once")]
    [TestCase("var stock = [|new Random()|].Next(); shop.Stock = stock;", TestName = "Chance")]
    [TestCase("Assert.Equal([|DateTime.Today|], shop.Opened(1));", TestName = "Today")]
    [TestCase("Assert.Equal([|DateTime.UtcNow|].Year, shop.Opened(1).Year);", TestName = "This year")]
    [TestCase("shop.Opened(1).Should().Be([|DateTime.Today|]);", TestName = "Today in a sentence")]
    public Task What_is_taken_from_around(string body) => Suggests(Tested.Xunit(body));

    [Test]
    public Task In_NUnit() => Suggests(Tested.NUnit("Assert.That(shop.Opened(1), Is.EqualTo([|DateTime.Today|]));"));

    [Test]
    public Task In_MSTest() => Suggests(Tested.MsTest("Assert.AreEqual([|DateTime.Today|], shop.Opened(1));"));

    [Test]
    public Task The_message_names_the_path() => Says(
        Tested.Xunit("var text = File.ReadAllText([|\"/data/a.txt\"|]);"),
        "'Sells_a_book' needs '/data/a.txt' of one machine, so it may be green here and red elsewhere, or the other "
        + "way about; bring the file along with the test, or write it below a temporary folder");

    [Test]
    public Task Only_the_first_is_told() => Suggests(Tested.Xunit(
        "var text = File.ReadAllText([|\"/data/a.txt\"|]); var other = File.ReadAllText(\"/data/b.txt\");"));

    [TestCase("var text = File.ReadAllText(\"a.txt\");", TestName = "A relative path")]
    [TestCase("var text = File.ReadAllText(Path.Combine(\"data\", \"a.txt\"));", TestName = "Joined parts")]
    [TestCase("var text = File.ReadAllText(Path.GetTempFileName());", TestName = "A temporary file")]
    [TestCase($"var text = File.ReadAllText(\"{TemporaryFolder}/a.txt\");", TestName = "The temporary folder")]
    [TestCase("var text = File.ReadAllText(\"/etc/hosts\");", TestName = "A folder of every machine")]
    [TestCase("var there = File.Exists(\"/data/missing.txt\");", TestName = "A path that leads nowhere")]
    [TestCase("var there = File.Exists(\"/nonexistent/a.txt\");", TestName = "A folder that is not there")]
    [TestCase("var name = new FileInfo(\"/data/a.txt\").Name;", TestName = "Only the name of a file")]
    [TestCase("var name = Path.GetFileName(\"/data/a.txt\");", TestName = "Only a text")]
    [TestCase("Assert.Equal(\"/data/a.txt\", shop.Describe(new Book()));", TestName = "An expected path")]
    [TestCase(
        "using var client = new HttpClient(); await client.GetAsync(\"http://localhost:5000/books\");",
        TestName = "The machine itself")]
    [TestCase(
        "using var client = new HttpClient(); await client.GetAsync(\"http://127.0.0.1:5000/books\");",
        TestName = "The machine itself by its number")]
    [TestCase(
        "using var client = new HttpClient(new HttpClientHandler()); await client.GetAsync(\"https://api.shop.dev\");",
        TestName = "A client with a handler")]
    [TestCase(
        "using var client = new HttpClient(); await client.GetAsync(\"https://shop.example/books\");",
        TestName = "An address that nobody has")]
    [TestCase(
        "using var client = new HttpClient(); await client.GetAsync(shop.Describe(new Book()));",
        TestName = "An address that is told")]
    [TestCase("var stock = new Random(7).Next(); shop.Stock = stock;", TestName = "A seed")]
    [TestCase("var now = DateTime.UtcNow; var opened = shop.Opened(1);", TestName = "The clock without an equality")]
    [TestCase("Assert.True(shop.Opened(1) <= DateTime.UtcNow);", TestName = "Not later than now")]
    [TestCase(
        "shop.Opened(1).Should().BeCloseTo(DateTime.UtcNow, TimeSpan.FromMinutes(1));", TestName = "Close to now")]
    [TestCase("Assert.Equal(new DateTime(2020, 1, 1), shop.Opened(1));", TestName = "A written day")]
    public Task What_stands_on_its_own_feet(string body) => Allows(Tested.Xunit(body));

    [Test]
    public Task What_is_no_test_is_left_alone() =>
        Allows(Tested.Beside("private static string Read() => File.ReadAllText(\"/data/a.txt\");", "Read();"));
}
