using AiAwareAnalyzers.Testing;

namespace AiAwareAnalyzers.Tests.Testing;

public sealed class DiscardedCaseTests : RuleTests<DiscardedCase>
{
    private protected override ReferenceSet Framework => References.Testing;

    [TestCase("[TestCase(1), TestCase(2)] public void Sums(int [|a|]) => Look();", TestName = "One")]
    [TestCase(
        "[TestCase(1, 2), TestCase(1, 3)] public void Sums(int a, int [|b|]) => Look(a);",
        TestName = "One of two")]
    [TestCase("[TestCase(1, 2)] public void Sums(int [|a|], int [|b|]) { Look(); }", TestName = "Both")]
    [TestCase("[TestCase(\"a\")] public void Reads(string [|text|]) => Look();", TestName = "A text")]
    [TestCase("[TestCase(1)] public async Task Sums(int [|a|]) { await Task.Yield(); Look(); }", TestName = "Awaited")]
    [TestCase("[TestCaseSource(nameof(Cases))] public void Sums(int [|a|]) => Look();", TestName = "From a source")]
    [TestCase("[Test] public void Sums([Values(1, 2)] int [|a|]) => Look();", TestName = "Values")]
    [TestCase("[Test] public void Sums([Range(1, 3)] int [|a|]) => Look();", TestName = "A range")]
    [TestCase("[TestCase(1, 3)] public void Sums(int a, int [|expected|]) => Look(a);", TestName = "The expectation")]
    [TestCase("[Theory] public void Sums(bool [|on|]) => Look();", TestName = "A theory")]
    [TestCase("[TestCase(1)] public void Sums(int [|a|]) { void Inner(int a) => Look(a); Inner(2); }",
        TestName = "Another of that name")]
    public Task What_the_test_never_reads(string test) => Flags(NUnit(test));

    [TestCase("[TestCase(1), [|TestCase(1)|]] public void Sums(int a) => Look(a);", TestName = "The same row")]
    [TestCase(
        "[TestCase(1), TestCase(2), [|TestCase(1)|]] public void Sums(int a) => Look(a);",
        TestName = "Not in a row")]
    [TestCase("[TestCase(1)] [[|TestCase(1, TestName = \"b\")|]] public void Sums(int a) => Look(a);",
        TestName = "Under another name")]
    [TestCase("[TestCase(2), [|TestCase(1 + 1)|]] public void Sums(int a) => Look(a);", TestName = "Written otherwise")]
    [TestCase("[TestCase(\"a\", 1), [|TestCase(\"a\", 1)|]] public void Sums(string a, int b) => Look(a + b);",
        TestName = "Two values")]
    public Task A_row_that_is_there_twice(string test) => Flags(NUnit(test));

    [TestCase(
        "[TestMethod, DataRow(1), DataRow(2)] public void Sums(int [|a|]) => Look();",
        TestName = "A row of MSTest")]
    [TestCase(
        "[DataTestMethod, DataRow(1, 2)] public void Sums(int a, int [|b|]) => Look(a);",
        TestName = "Data of MSTest")]
    public Task In_MSTest(string test) => Flags(MsTest(test));

    [Test]
    public Task The_message_names_the_parameter() => Says(
        NUnit("[TestCase(1), TestCase(2)] public void Sums(int [|a|]) => Look();"),
        "'Sums' never reads 'a', so all cases that differ only in it are one; use it, or remove it with those cases");

    [Test]
    public Task The_message_names_the_row() => Says(
        NUnit("[TestCase(1), [|TestCase(1)|]] public void Sums(int a) => Look(a);"),
        "'Sums' has the case 'TestCase(1)' already, so it adds nothing; change it, or remove it");

    [TestCase("[TestCase(1)] public void Sums(int a) => Look(a);", TestName = "Read")]
    [TestCase("[TestCase(1)] public void Sums(int a) { Action act = () => Look(a); act(); }", TestName = "In a lambda")]
    [TestCase(
        "[TestCase(1)] public void Sums(int a) { Inner(); void Inner() => Look(a); }",
        TestName = "In a function")]
    [TestCase("[TestCase(1)] public void Sums(int _) => Look();", TestName = "A discard")]
    [TestCase("[TestCase(\"a\")] public void Sums(string description) => Look();", TestName = "A description")]
    [TestCase("[TestCase(\"a\", 1)] public void Sums(string because, int a) => Look(a);", TestName = "A reason")]
    [TestCase("[TestCase(\"a\", 1)] public void Sums(string caseName, int a) => Look(a);", TestName = "A name")]
    [TestCase("[Test] public void Sums([Range(1, 9)] int attempt) => Look();", TestName = "Attempts")]
    [TestCase("[Test] public void Sums([Range(1, 9)] int iteration) => Look();", TestName = "Iterations")]
    [TestCase("[Test] public void Sums(CancellationToken token) => Look();", TestName = "A token")]
    [TestCase("[TestCase(1)] public virtual void Sums(int a) => Look();", TestName = "A test that others override")]
    [TestCase("[TestCase(1)] public void Sums(int a) => throw new NotImplementedException(nameof(a));",
        TestName = "Not written yet")]
    [TestCase("[TestCase(1), Ignore(\"#12\")] public void Sums(int a) => Look();", TestName = "Not run")]
    [TestCase("[TestCase(1), TestCase(2)] public void Sums(int a) => Look(a);", TestName = "Different rows")]
    [TestCase("[TestCase(1, ExpectedResult = 1), TestCase(1, ExpectedResult = 2)] public int Sums(int a) => a;",
        TestName = "Different results")]
    [TestCase("[TestCase(\"a\"), TestCase(\"A\")] public void Reads(string a) => Look(a);", TestName = "Another case")]
    [TestCase("[TestCase(1, 2), TestCase(2, 1)] public void Sums(int a, int b) => Look(a + b);", TestName = "Swapped")]
    [TestCase(
        "[TestCase(null), TestCase(\"null\")] public void Reads(string? a) => Look(a);",
        TestName = "Null and a text")]
    [TestCase("[TestCase(1)] public void Sums(int a) => Console.WriteLine();", TestName = "Nothing is asserted")]
    [TestCase("[Test] public void Sums() => Look();", TestName = "No parameter")]
    [TestCase("public void Sums(int a) => Look();", TestName = "No test")]
    public Task What_is_a_case(string test) => Allows(NUnit(test));

    [Test]
    public Task What_xUnit_says_itself() => Allows(
        "using Xunit; public class Tests { [Theory, InlineData(1), InlineData(2)] public void Sums(int a) { } }");

    [Test]
    public Task What_MSTest_says_itself() =>
        Allows(MsTest("[TestMethod, DataRow(1), DataRow(1)] public void Sums(int a) => Look(a);"));

    private static string NUnit(string test) => $$"""
        using NUnit.Framework;
        public class Tests
        {
            public static readonly int[] Cases = { 1, 2 };
            {{test}}
            private static void Look(object? value = null) => Assert.That(value, Is.Not.EqualTo(1));
        }
        """;

    private static string MsTest(string test) => $$"""
        using Microsoft.VisualStudio.TestTools.UnitTesting;
        [TestClass]
        public class Tests
        {
            {{test}}
            private static void Look(object? value = null) => Assert.AreNotEqual(1, value);
        }
        """;
}
