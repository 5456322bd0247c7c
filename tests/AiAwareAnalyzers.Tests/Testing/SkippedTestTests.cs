using AiAwareAnalyzers.Testing;

namespace AiAwareAnalyzers.Tests.Testing;

public sealed class SkippedTestTests : RuleTests<SkippedTest>
{
    private protected override ReferenceSet Framework => References.Testing;

    [TestCase("[[|Fact(Skip = \"\")|]]", TestName = "An empty reason")]
    [TestCase("[[|Fact(Skip = \" \")|]]", TestName = "A blank reason")]
    [TestCase("[[|Fact(Skip = \"skip\")|]]", TestName = "The same word again")]
    [TestCase("[[|Fact(Skip = \"TODO: fix later\")|]]", TestName = "A promise")]
    [TestCase("[[|Fact(Skip = \"flaky\")|]]", TestName = "It is flaky")]
    [TestCase("[[|Fact(Skip = \"Fails on CI\")|]]", TestName = "It fails somewhere")]
    [TestCase("[[|Fact(Skip = \"Temporarily disabled\")|]]", TestName = "For a while")]
    [TestCase("[[|Theory(Skip = \"broken\")|]]", TestName = "A theory")]
    public Task Of_xUnit(string mark) => Suggests(Xunit(mark));

    [TestCase("[Test, [|Ignore(\"\")|]]", TestName = "An empty reason of NUnit")]
    [TestCase("[Test, [|Ignore(\"Broken for now\")|]]", TestName = "A hollow reason of NUnit")]
    [TestCase("[Test, [|Explicit|]]", TestName = "Explicit")]
    [TestCase("[Test, [|Explicit(\"manual test\")|]]", TestName = "Explicit for no reason")]
    [TestCase("[[|TestCase(Ignore = \"wip\")|]]", TestName = "A case")]
    public Task Of_NUnit(string mark) => Suggests(NUnit(mark));

    [TestCase("[TestMethod, [|Ignore|]]", TestName = "Ignored in MSTest")]
    [TestCase("[TestMethod, [|Ignore(\"not working\")|]]", TestName = "A hollow reason of MSTest")]
    public Task Of_MSTest(string mark) => Suggests(MsTest(mark));

    [TestCase("// [Fact]", TestName = "A mark in a comment")]
    [TestCase("//[Fact(Skip = \"1\")]", TestName = "A mark with a reason in a comment")]
    [TestCase("//[Theory]", TestName = "A theory in a comment")]
    public Task A_mark_that_is_gone(string comment) => Suggests(Xunit("\n" + comment + "\n", "[|Sells|]"));

    [Test]
    public Task A_class() => Suggests(
        "using NUnit.Framework; [TestFixture, [|Ignore(\"\")|]] public class ShopTests "
        + "{ [Test] public void Sells() { } }");

    [Test]
    public Task The_message_names_the_test() => Says(
        Xunit("[[|Fact(Skip = \"flaky\")|]]"),
        "'Sells' is skipped, and no reason is told, so it is not known what has to happen before it may run again; "
        + "say why it is skipped, with a link to what repairs it, or remove it");

    [Test]
    public Task The_message_names_the_mark() => Says(
        Xunit("\n// [Fact]\n", "[|Sells|]"),
        "'Sells' has lost its '[Fact]' to a comment, so it is not known what has to happen before it may run again; "
        + "say why it is skipped, with a link to what repairs it, or remove it");

    [TestCase("[Fact]", TestName = "It runs")]
    [TestCase("[Fact(Skip = \"Needs the payment sandbox\")]", TestName = "What it needs")]
    [TestCase("[Fact(Skip = \"Broken until #123 is merged\")]", TestName = "A number")]
    [TestCase("[Fact(Skip = \"https://issues.example/shop/7\")]", TestName = "A link")]
    [TestCase("[Fact(Skip = \"Rounding differs on macOS\")]", TestName = "What differs")]
    [TestCase("[Fact(DisplayName = \"skip\")]", TestName = "Another word about it")]
    [TestCase("[Fact(Timeout = 10)]", TestName = "Another setting")]
    [TestCase("[Fact(Skip = null)]", TestName = "No skip at all")]
    [TestCase("[Obsolete(\"flaky\")]", TestName = "Another attribute")]
    [TestCase("\n// [Obsolete]\n", TestName = "Another mark in a comment")]
    [TestCase("\n// Tests that it sells\n", TestName = "A comment")]
    [TestCase("\n// [Factory] makes it\n", TestName = "A word that begins like a mark")]
    [TestCase("\n// [Fact] marks a test\n[Fact]", TestName = "A mark and a comment about it")]
    public Task What_runs_or_says_why_not(string mark) => Allows(Xunit(mark));

    [TestCase("[Test, Ignore(\"The server certificate has expired\")]", TestName = "A reason of NUnit")]
    [TestCase("[Test, Explicit(\"Takes ten minutes\")]", TestName = "A reason to be explicit")]
    [TestCase("[TestCase(Ignore = \"Waits for version two\")]", TestName = "A reason of a case")]
    [TestCase("[Test, Category(\"flaky\")]", TestName = "A category")]
    public Task What_says_why_in_NUnit(string mark) => Allows(NUnit(mark));

    [TestCase("[TestMethod]", TestName = "It runs in MSTest")]
    [TestCase("[TestMethod, Ignore(\"The importer was switched off\")]", TestName = "A reason of MSTest")]
    [TestCase("[TestMethod, Priority(1)]", TestName = "A priority")]
    public Task What_says_why_in_MSTest(string mark) => Allows(MsTest(mark));

    [Test]
    public Task Several_texts_are_no_reason() => Allows(
        "using NUnit.Framework;\npublic class SetsAttribute : System.Attribute { public string[]? Ignore; }\n"
        + "public class ShopTests { [Test, Sets(Ignore = new[] { \"a\" })] public void Sells() { } }");

    [Test]
    public Task A_private_method_is_no_test() => Allows(
        "using Xunit; public class ShopTests {\n// [Fact]\nprivate void Sell() { } "
        + "[Fact] public void Sells() => Sell(); }");

    private static string Xunit(string mark, string name = "Sells") => Class("using Xunit;", mark, name);

    private static string NUnit(string mark) => Class("using NUnit.Framework;", mark, "Sells");

    private static string MsTest(string mark) =>
        Class("using Microsoft.VisualStudio.TestTools.UnitTesting;", mark, "Sells");

    private static string Class(string import, string mark, string name) =>
        import + "\npublic class ShopTests { " + mark + " public void " + name + "() { } }";
}
