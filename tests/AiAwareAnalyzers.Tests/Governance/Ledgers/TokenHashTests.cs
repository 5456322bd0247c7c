using AiAwareAnalyzers.Governance.Ledgers;

namespace AiAwareAnalyzers.Tests.Governance.Ledgers;

public sealed class TokenHashTests
{
    private const string Code = "class Order { int Total(int a) => a + 1; }";

    [TestCase("class Order\r\n{\r\n\tint Total(int a)\r\n\t\t=> a + 1;\r\n}")]
    [TestCase("/// <summary>Why.</summary>\nclass Order { int Total(int a /* the price */) => a + 1; } // done")]
    [TestCase("#region Orders\nclass Order { int Total(int a) => a + 1; }\n#endregion")]
    public void Spaces_and_comments_do_not_count(string same) => Assert.That(Of(same), Is.EqualTo(Of(Code)));

    [TestCase("class Order { int Total(int a) => a + 2; }")]
    [TestCase("class Order { int Total(int b) => b + 1; }")]
    [TestCase("class Order { int Total(int a) => a - 1; }")]
    [TestCase("class Order { public int Total(int a) => a + 1; }")]
    [TestCase("[Serializable] class Order { int Total(int a) => a + 1; }")]
    [TestCase("class Order { int Total(int a) => a+ +1; }")]
    public void Every_token_counts(string other) => Assert.That(Of(other), Is.Not.EqualTo(Of(Code)));

    [Test]
    public void Words_do_not_run_together() =>
        Assert.That(Of("class A { ab c; }"), Is.Not.EqualTo(Of("class A { a bc; }")));

    [Test]
    public void A_hash_has_its_form_and_stays_what_it_is()
    {
        Assert.That(TokenHash.IsOne(Of(Code)), Is.True);
        Assert.That(Of(Code), Is.EqualTo("c025dc7c8ca6a984"), "the same on every machine");
    }

    [TestCase("0123456789abcdef", true)]
    [TestCase("0123456789ABCDEF", false)]
    [TestCase("0123456789abcde", false)]
    [TestCase("0123456789abcdeg", false)]
    public void Another_word_is_none(string word, bool isOne) => Assert.That(TokenHash.IsOne(word), Is.EqualTo(isOne));

    private static string Of(string code) => TokenHash.Of([CSharpSyntaxTree.ParseText(code).GetRoot()]);
}
