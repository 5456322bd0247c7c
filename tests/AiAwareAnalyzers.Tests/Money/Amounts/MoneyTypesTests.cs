using AiAwareAnalyzers.Money.Amounts;

namespace AiAwareAnalyzers.Tests.Money.Amounts;

[TestFixture]
public sealed class MoneyTypesTests
{
    [TestCase("Money", true)]
    [TestCase("Money, Shop.Price", true)]
    [TestCase("", true, TestName = "No type at all is a list too")]
    [TestCase("Money<decimal>", false, TestName = "Type arguments are not part of a name")]
    [TestCase("Shop..Price", false, TestName = "A name has no empty parts")]
    [TestCase("double price", false, TestName = "A declaration is no name")]
    public void A_list_of_names_can_be_read(string raw, bool readable) =>
        Assert.That(MoneyTypes.TryRead(raw, out _), Is.EqualTo(readable));

    [TestCase("Price", true)]
    [TestCase("Shop.Price", true)]
    [TestCase("Store.Price", false)]
    [TestCase("Pric", false)]
    public void A_type_is_known_by_its_short_and_by_its_full_name(string name, bool known)
    {
        var compilation = CSharpCompilation.Create(
            "Test", [CSharpSyntaxTree.ParseText("namespace Shop { struct Price { } }")]);
        MoneyTypes.TryRead(name, out var types);
        Assert.That(types.Contains(compilation.GetTypeByMetadataName("Shop.Price")), Is.EqualTo(known));
    }
}
