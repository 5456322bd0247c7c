using AiAwareAnalyzers.ToolTests.Samples;

namespace AiAwareAnalyzers.ToolTests;

/// <summary><c>aiaware sign-off</c> and <c>aiaware zones</c>.</summary>
public sealed class SignOffTests
{
    [TestCase("M:Shop.Payments.Payment.Seal(byte[])")]
    [TestCase("Payment.Seal")]
    [TestCase("Seal(byte[])")]
    public void A_member_is_signed_by_its_address_or_the_end_of_it(string name)
    {
        var folder = Shop.Folder();
        Command.Expect(0, folder, "sign-off", name, "--by", "The reviewer", "--words", "Read  with\nthe key owner");
        Assert.That(
            Reviews(folder),
            Does.Match(
                @"^M:Shop\.Payments\.Payment\.Seal\(byte\[\]\) [0-9a-f]{16} \d{4}-\d\d-\d\d "
                + @"The%20reviewer Read with the key owner\n$"));
    }

    [Test]
    public void A_file_is_signed_member_by_member_and_once()
    {
        var folder = Shop.Folder();
        Command.Expect(0, folder, "sign-off", "src/Payment.cs", "--by", "reviewer");
        Command.Expect(0, folder, "sign-off", "Payment.Seal", "--by", "second-reviewer");
        Assert.That(
            Reviews(folder).Split('\n').Select(
                line => line.Split(' ') is [var member, _, _, var by, ..] ? $"{member} {by}" : ""),
            Is.EqualTo(new[]
            {
                "M:Shop.Payments.Payment.Open(byte[]) reviewer",
                "M:Shop.Payments.Payment.Seal(byte[]) second-reviewer",
                "",
            }));
    }

    [Test]
    public void A_name_that_may_be_several_is_refused()
    {
        var folder = Scratch.Folder(("A.cs", "class A { void Do() { } }"), ("B.cs", "class B { void Do() { } }"));
        Assert.That(
            Command.Expect(2, folder, "sign-off", "Do", "--by", "reviewer").Errors,
            Does.Contain("'Do' may be 'M:A.Do' or 'M:B.Do': name one"));
    }

    [Test]
    public void A_name_that_is_nowhere_is_refused() =>
        Assert.That(
            Command.Expect(2, Shop.Folder(), "sign-off", "Nothing", "--by", "reviewer").Errors,
            Does.Contain("There is no member and no file 'Nothing'"));

    [Test]
    public void Zones_count_what_is_signed_and_what_has_changed_since()
    {
        var folder = Shop.Folder();
        Scratch.Write(folder, (".editorconfig", Shop.HighRisk));
        Command.Expect(0, folder, "sign-off", "src/Payment.cs", "--by", "reviewer");
        Assert.That(Zone(folder), Is.EqualTo("Shop.Payments 1 2 2 0"));

        var spaced = Shop.Payment.Replace(" => ", "\n    => ", StringComparison.Ordinal);
        Scratch.Write(folder, ("src/Payment.cs", "// A comment.\n" + spaced));
        Assert.That(Zone(folder), Is.EqualTo("Shop.Payments 1 2 2 0"), "spaces and comments do not count");

        Scratch.Write(folder, ("src/Payment.cs", Shop.Payment.Replace("SHA256", "SHA512", StringComparison.Ordinal)));
        Assert.That(Zone(folder), Is.EqualTo("Shop.Payments 1 2 1 1"));
    }

    [Test]
    public void What_looks_like_a_zone_is_proposed_with_its_reason()
    {
        var text = Command.Expect(0, Shop.Folder(), "zones").Text;
        Assert.That(text, Does.Contain("Shop.Payments: 'HMACSHA256' keeps or makes secrets"));
        Assert.That(text, Does.Contain("ai_aware.high_risk = Shop.Payments"));
        Assert.That(text, Does.Not.Contain("Shop.Catalog"));
    }

    [TestCase("""<Project><ItemGroup><Using Include="Stripe" /></ItemGroup></Project>""", "")]
    [TestCase("<Project />", "// Shared.\nglobal using Stripe;\n")]
    public void What_a_project_imports_for_all_its_files_counts(string project, string usings)
    {
        var folder = Scratch.Folder(
            ("src/Shop.csproj", project), ("src/Usings.cs", usings),
            ("src/Till.cs", "namespace Shop.Tills;\n\nclass Till { void Pay() => new RefundService(); }\n"));
        Assert.That(
            Command.Expect(0, folder, "zones").Text, Does.Contain("Shop.Tills: 'RefundService' takes money"));
    }

    [Test]
    public void Tests_are_no_zone()
    {
        var folder = Scratch.Folder(
            ("Shop.Tests/Shop.Tests.csproj", """<Project><ItemGroup><PackageReference Include="NUnit" /></ItemGroup></Project>"""),
            ("Shop.Tests/PaymentTests.cs", Shop.Payment));
        Assert.That(Command.Expect(0, folder, "zones").Text, Does.Not.Contain("looks like one"));
    }

    [TestCase("src/Pay*.cs")]
    [TestCase("**/Payment.cs")]
    [TestCase("Shop")]
    public void Zones_are_namespaces_and_globs(string zone)
    {
        var folder = Shop.Folder();
        Scratch.Write(folder, (".editorconfig", $"root = true\n[src/**.cs]\nai_aware.high_risk = {zone}\n"));
        Assert.That(Command.Expect(0, folder, "zones").Text, Does.Contain(zone).And.Not.Contain("In no zone"));
    }

    private static string Reviews(string folder) => File.ReadAllText(Path.Combine(folder, "AiAware.reviews"));

    private static string Zone(string folder) =>
        Command.Expect(0, folder, "zones").Lines
            .Where(line => line.StartsWith("Shop.Payments ", StringComparison.Ordinal))
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Single();
}
