using AiAwareAnalyzers.HallucinatedApi.Packages;
using FsCheck;
using FsCheck.Fluent;

namespace AiAwareAnalyzers.Tests.HallucinatedApi.Packages;

public sealed class PackageLineTests
{
    [Test]
    public void A_line_says_what_it_asks_for_and_where()
    {
        const string Text = "<Project><ItemGroup Condition=\"a &lt; b\"><PackageReference Include=\"Dapper\" "
            + "Version=\"2.1.66\" /></ItemGroup><PackageVersion Include='Moq'><Version> 4.0 "
            + "</Version></PackageVersion></Project>";
        var lines = PackageLine.In(Text);
        Assert.That(
            lines.Select(line =>
                (
                    line.Element,
                    line.Id,
                    line.Version,
                    line.IsConditional,
                    Text.Substring(line.Place.Start, line.Place.Length))),
            Is.EqualTo(new[]
            {
                ("PackageReference", "Dapper", (string?)"2.1.66", true, "Dapper"),
                ("PackageVersion", "Moq", "4.0", false, "Moq")
            }));
    }

    [TestCase("<PackageReference Include=\"Dapper")]
    [TestCase("<PackageReference Include=Dapper />")]
    [TestCase("<![CDATA[<PackageReference Include=\"Dapper\" />]]>")]
    [TestCase("<?xml <PackageReference Include=\"Dapper\" />")]
    [TestCase("<Version>1.0</Version>")]
    [TestCase("< PackageReference Include=\"Dapper\" />")]
    public void What_is_no_line_is_none(string text) => Assert.That(PackageLine.In(text), Is.Empty);

    [Test]
    public void A_tag_that_nobody_closes_does_not_spread_its_condition() =>
        Assert.That(
            PackageLine.In(
                "<ItemGroup><PackageReference Include=\"A\" Condition=\"x\"></ItemGroup><PackageReference "
                + "Include=\"B\" />")
                .Select(line => line.IsConditional),
            Is.EqualTo(new[] { true, false }));

    [Test]
    public void Any_text_is_survived()
    {
        var pieces = Gen.Elements(
            "<", ">", "/>", "</", "\"", "'", "=", " ", "\n", "PackageReference", "Include", "Version", "A.B", "<!--",
            "-->", "<![CDATA[", "]]>", "?", "é");
        Prop.ForAll(
            Gen.ListOf(pieces).Select(string.Concat).ToArbitrary(),
            text =>
                PackageLine.In(text).All(line => text.Substring(line.Place.Start, line.Place.Length).Trim() == line.Id))
                .QuickCheckThrowOnFailure();
    }
}
